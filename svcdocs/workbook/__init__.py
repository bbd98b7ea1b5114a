"""Floor 2, our workbooks: what each sheet asks, how it is written out blank or filled, and how it is read back.

The words a person meets (headings, help lines, examples) stand on the fields of the model. ``service_book`` and
``framework_book`` add what Excel needs: which sheets, in what order, how wide, with which drop-downs. From that one
declaration come the workbooks (``writer``), the reader (``reader``), the messages and the field reference.
"""
