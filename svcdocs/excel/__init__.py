"""Floor 1, the Excel format: reads any workbook's cells as a person sees them, and writes workbooks from a declaration.

``reading.read_book`` turns a file from outside into plain cells, or refuses it with one sentence.
``writing.write_book`` turns a declared workbook into the bytes of an .xlsx file, the same bytes every time.

Nothing here knows what a plan is: the room speaks of sheets, columns and cells only.
"""
