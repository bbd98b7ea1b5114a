"""Floor 1, the Excel format: reads any workbook's cells as a person sees them, and writes workbooks from a declaration.

``guarded`` reads files from outside in one process of its own, with limits on time and memory: what the commands use.
``reading.read_book``, which runs in that process, turns a file of any format into plain cells, or refuses it with one
sentence: ``kinds`` tells from its first bytes what a file is, ``package`` and ``ole`` judge its sizes before anything
is unpacked, and ``xlsx_book``, ``ods_book`` and ``by_calamine`` read a format each.
``writing.write_book`` turns a declared workbook into the bytes of an .xlsx file, the same bytes every time.

Nothing here knows what a plan is: the room speaks of sheets, columns and cells only.
"""
