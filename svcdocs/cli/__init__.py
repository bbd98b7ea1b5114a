"""Floor 4: the command line, the only room that imports click. It reads arguments, prints, and ends with an exit code.

A verb is one file in ``verbs/`` and one line in the table of ``main.py``. Its function imports from
``svcdocs.commands`` when it runs, not before, so that ``svcdocs --help`` is quick; it gives back its exit code.
"""
