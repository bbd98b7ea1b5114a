"""Whether pictures are described and links say where they go."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from tests.inspection.opened import MC, WP, A, Fault, Opened, R, W, text, value, within


def pictures(opened: Opened) -> Iterator[Fault]:
    """WCAG 1.1.1: each picture, chart and diagram says in words what it shows, and stands in the line of reading."""
    useless = re.compile(
        r"\.(png|jpe?g|gif|svg|emf)$|^(image|picture|logo|graphic|chart|diagram)\s*\d*$", re.IGNORECASE
    )
    for part, root in opened.texts.items():
        descriptions: Counter[str] = Counter()
        for drawing in root.iter(f"{W}drawing"):
            if within(drawing, f"{MC}Fallback", f"{W}txbxContent"):
                continue
            named = drawing.find(f".//{WP}docPr")
            said = (named.get("descr") or "").strip() if named is not None else ""
            where = f"{part}: {named.get('name') if named is not None else ''}"
            descriptions[said] += 1
            if not said:
                yield Fault("picture-undescribed", where)
            elif useless.search(said) or len(said) < 4:
                yield Fault("picture-description-says-nothing", where, said)
            if drawing.find(f"{WP}anchor") is not None and root is not opened.xml(opened.main):
                continue
            if drawing.find(f"{WP}anchor") is not None:
                yield Fault("picture-floats", where)
        yield from (Fault("picture-described-twice", part, said) for said, n in descriptions.items() if said and n > 1)
        for old in root.iter(f"{W}pict", f"{W}object"):
            if not within(old, f"{MC}Fallback") and not any(one.get("alt") for one in old.iter()):
                yield Fault("picture-undescribed", part, "VML")


def links(opened: Opened) -> Iterator[Fault]:
    """WCAG 2.4.4: the words of a link say where it goes, and it goes there."""
    says_nothing = re.compile(
        r"(click here|here|link|this( link)?|(read |find out )?more|page|website|download|\d+)[.:]?"
    )
    known = {link.id: link.target for link in opened.links(opened.main)}
    marks = {one.get(f"{W}name") for one in opened.body.iter(f"{W}bookmarkStart")}
    goes: dict[str, set[str]] = {}
    for link in opened.body.iter(f"{W}hyperlink"):
        said, anchor = text(link).strip(), value(link, "anchor")
        target = known.get(link.get(f"{R}id", ""), "") or (f"#{anchor}" if anchor in marks else "")
        if not said and link.find(f".//{A}blip") is None:
            yield Fault("link-empty", target)
        elif says_nothing.fullmatch(said.lower()) and not anchor.startswith("_Toc"):
            yield Fault("link-says-nothing", said, target)
        elif re.fullmatch(r"(https?://|www\.)\S{25,}", said):
            yield Fault("link-is-an-address", said)
        if not target:
            yield Fault("link-goes-nowhere", said, anchor)
        elif not anchor.startswith("_Toc"):
            goes.setdefault(said.lower(), set()).add(target)
    yield from (Fault("link-in-the-same-words", said) for said, targets in goes.items() if len(targets) > 1)
