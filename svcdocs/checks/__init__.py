"""Floor 2, the rules: a linked cycle in, findings out. Pure: no clock, no files, nothing changed.

``ALL_CHECKS`` in ``run`` lists every check in reading order; each module holds one family of them.
"""
