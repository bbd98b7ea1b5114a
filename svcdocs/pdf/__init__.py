"""Floor 1: the PDF format, and the programs that turn Word documents into it.

``converter`` says what such a program takes and gives. ``office`` is LibreOffice; ``word`` is Microsoft Word, driven
by a process of its own, ``word_child``; ``ending`` ends what does not end by itself. ``pages`` tells how many pages a
PDF has and on which of them a bookmark stands, ``links`` describes its links, and ``finishing`` does what else is left
undone and takes the moment out in which it was made.
"""
