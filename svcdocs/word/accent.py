"""A template in another accent colour: the first accent of its theme, and wherever its parts repeat that colour."""

from __future__ import annotations

import re

from svcdocs.word.zipping import in_order, pack, unpack, write

_THEME = re.compile(rb'(<a:accent1>\s*<a:srgbClr val=")([0-9A-Fa-f]{6})(")')
_USE = re.compile(rb"<w:\w+ [^<>]*(?:themeColor|themeFill)=\"accent1\"[^<>]*/>")


def with_accent(template: bytes, colour: str, name: str) -> bytes:
    """The same template in an accent colour of the council's own.

    Word takes the colour from the theme. Other programs take the one that stands beside the theme's name in styles
    and text; it is changed as well, so that a document looks the same in all of them.

    Args:
        template: a .docx.
        colour: six hexadecimal digits; empty for the template's own colour.
        name: what messages call the template.

    Raises:
        UnusableFile: the template is no Word document.
    """
    if not colour:
        return template
    plain, packed = unpack(template, name)
    for part, content in plain.items():
        changed = _changed(part, content, colour.encode())
        if changed != content:
            packed[part] = pack(part, changed)
    return write(in_order(packed))


def _changed(part: str, content: bytes, colour: bytes) -> bytes:
    if part.startswith("word/theme/"):
        return _THEME.sub(rb"\g<1>" + colour + rb"\g<3>", content)
    if not part.endswith(".xml"):
        return content

    def recoloured(match: re.Match[bytes]) -> bytes:
        use = match.group()
        if b'themeFill="accent1"' in use:
            use = re.sub(rb'w:fill="[0-9A-Fa-f]{6}"', b'w:fill="' + colour + b'"', use)
        if b'themeColor="accent1"' in use:
            use = re.sub(rb'w:(val|color)="[0-9A-Fa-f]{6}"', rb'w:\g<1>="' + colour + b'"', use)
        return use

    return _USE.sub(recoloured, content)
