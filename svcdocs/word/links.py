"""The links of a document as LibreOffice takes them over: one inside the document it drops where it has a tip."""

from __future__ import annotations

import re
from typing import Final

from svcdocs.word.zipping import in_order, pack, unpack, write

_TEXT: Final = "word/document.xml"
_TIP: Final = re.compile(rb'(<w:hyperlink w:anchor="[^"]*") w:tooltip="[^"]*"')


def without_tips(document: bytes) -> bytes:
    """A document that svcdocs has printed, without the tips of its links to places inside it.

    Word shows a tip beside the pointer. LibreOffice (25.2) reads such a link as none at all, and its PDF would have a
    list of contents that leads nowhere.

    Raises:
        UnusableFile: it is no Word document.
    """
    parts, packed = unpack(document, "document.docx")
    if _TEXT in parts:
        packed[_TEXT] = pack(_TEXT, _TIP.sub(rb"\1", parts[_TEXT]))
    return write(in_order(packed))
