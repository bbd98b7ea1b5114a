"""Floor 1: the PDF format.

``office`` lets LibreOffice turn Word documents into PDFs, ``pages`` tells how many pages a PDF has and on which of them
a bookmark stands, and ``finishing`` describes its links and takes the moment out in which it was made.
"""
