"""The language a document is written in, where Word looks for it: in the defaults of its styles."""

from __future__ import annotations

from svcdocs.word.names import Element, W
from svcdocs.word.package import Package, to_bytes

_DEFAULTS = ("docDefaults", "rPrDefault", "rPr", "lang")


def styles_spoken_in(package: Package, language: str) -> dict[str, bytes]:
    """The styles of a template in a language, by which Word spells it and screen readers speak it.

    What a template marks as being in another language, a style or a run of text, stays as marked.

    Args:
        package: the template.
        language: a tag such as "en-GB" or "cy"; empty for the template's own language.

    Returns:
        The part with the styles by its name; nothing where it speaks that language already.
    """
    part = next(iter(package.linked(package.main, "styles")), None)
    if part is None or not language:
        return {}
    root = package.xml(part)
    told = root
    for name in _DEFAULTS:
        told = _child(told, name)
    if told.get(f"{{{W}}}val") == language:
        return {}
    told.set(f"{{{W}}}val", language)
    return {part: to_bytes(root)}


def _child(element: Element, name: str) -> Element:
    """A child of an element, made where it is missing: a language stands last, what holds it first."""
    found = element.find(f"{{{W}}}{name}")
    if found is None:
        found = element.makeelement(f"{{{W}}}{name}")
        element.insert(len(element) if name == "lang" else 0, found)
    return found
