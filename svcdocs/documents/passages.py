"""Passages as they are printed: paragraphs, lists, headings, pictures, and notes of what is still to come."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from svcdocs.documents.formats import block, bracketed, inline
from svcdocs.documents.moves import team_heading
from svcdocs.documents.own_tables import own_table
from svcdocs.documents.parts import Part, headed
from svcdocs.documents.picture_sizes import printed_size
from svcdocs.documents.setting import Setting
from svcdocs.model.names import folded
from svcdocs.model.owed import is_owed, opening
from svcdocs.model.promises import promise_in
from svcdocs.model.publication import is_published
from svcdocs.model.service_plan import Passage, is_table
from svcdocs.model.text import Block, BlockKind, Run, Text, merged
from svcdocs.model.words import Words
from svcdocs.word.pictures import Picture

_WIDEST, _HIGHEST = 166.0, 190.0
_COMING = re.compile(r"\bto be (?:added|inserted|completed|confirmed)\W*$", re.IGNORECASE)
HEADING = "heading"
_OWED, _PICTURE, _TABLE, _NUMBERED, _AFTER = "to be added", "picture", "table", "numbered", "after"


def stands_after(passage: Passage) -> bool:
    """Whether a passage stands behind the section's own table or list."""
    return folded(passage.place) == _AFTER


def parts_of(
    passages: Sequence[Passage], setting: Setting, level: int, section: str, team: str = ""
) -> tuple[Part, ...]:
    """The parts some passages make; headings among them are of ``level``. ``section`` names it for want of words.

    ``team`` is the team under whose name they stand, as the setting tells teams apart. Passages of another open its
    name below the heading before them, once for all that follow each other.
    """
    pile, names = _Pile(), setting.team_names(passage.team for passage in passages)
    above = current = team
    numbered = 0
    fenced: str | None = None
    for passage in passages:
        fenced = pile.fence(fenced, None if is_published(passage) else passage.exemption.strip(), setting.words)
        kind, whose = _kind(passage, setting.words), setting.team(passage.team)
        numbered = numbered if kind == _NUMBERED else 0
        if kind == HEADING:
            above = current = whose or team
            pile.begin(_heading(passage, "" if above == team else names[whose], level))
            continue
        if (whose or above) != current:
            current = whose or above
            name = team_heading(names[current], setting) if current else setting.words.all_teams
            pile.begin(headed(name, level + 1))
        picture = _picture(passage, setting, section) if kind == _PICTURE else None
        if kind == _TABLE and passage.rows:
            pile.begin(_table(passage, setting, section))
        elif picture is not None:
            pile.begin(picture)
        else:
            made = _blocks(passage, kind, setting.words, numbered)
            numbered += len(made) if kind == _NUMBERED else 0
            pile.blocks.extend(made)
    pile.fence(fenced, None, setting.words)
    return pile.all()


def _heading(passage: Passage, team: str, level: int) -> Part:
    """A heading as it was typed, with the team it is about behind it."""
    return headed("".join(run.text for run in inline(passage.text)) + bracketed((team,)), level)


class _Pile:
    """Parts while they are being filled: blocks go to the part that has begun last."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._done: list[Part] = []
        self._open = Part()

    def begin(self, part: Part) -> None:
        """Close the part at hand and begin another; text behind a picture or a table stands in a part of its own."""
        text = Text(blocks=tuple(self.blocks))
        if text or self._open.heading:
            self._done.append(replace(self._open, text=text))
        self.blocks.clear()
        stands_alone = part.picture is not None or part.table is not None
        self._open = Part() if stands_alone else part
        if stands_alone:
            self._done.append(part)

    def fence(self, before: str | None, reason: str | None, words: Words) -> str | None:
        """Say where what is not for publication begins and ends; None is the reason of what may be published.

        ``before`` is the reason of the passage before. Returns that of this one.
        """
        if before is not None and reason is None:
            self.blocks.append(block(words.withheld_to, BlockKind.OWED))
        elif reason is not None and reason != before:
            said = words.withheld_from.format(reason=reason) if reason else words.withheld_here
            self.blocks.append(block(said, BlockKind.OWED))
        return reason

    def all(self) -> tuple[Part, ...]:
        """The parts, all closed."""
        self.begin(Part())
        return tuple(
            replace(part, gap=below is None or (below.table is not None and not below.caption))
            for part, below in zip_longest(self._done, self._done[1:])
        )


def owed(what: Sequence[Run], who: str, when: str, words: Words) -> Block:
    """The note of something still to come: what, from whom and by when, as far as that is known."""
    said = "".join(run.text for run in what).strip()
    if _says_so(said, words):
        by = ", ".join(part for part in (who, when) if part)
        return Block(kind=BlockKind.OWED, runs=merged((*what, Run(text=f" ({by})" if by else ""))))
    sentence = {
        (True, True): words.to_be_added_by_when,
        (True, False): words.to_be_added_by,
        (False, True): words.to_be_added_when,
        (False, False): words.to_be_added,
    }[bool(who), bool(when)]
    before, _, after = sentence.partition("{what}")
    fill = {"who": who, "when": when}
    content = tuple(what) if said else (Run(text=words.still_to_come),)
    runs = (Run(text=before.format(**fill)), *content, Run(text=after.format(**fill)))
    return Block(kind=BlockKind.OWED, runs=merged(runs))


def _says_so(said: str, words: Words) -> bool:
    """Whether a note says in its own words that something is still to come."""
    ours = opening(words)
    opens = folded(said).startswith((folded(ours), _OWED))
    return opens or promise_in(said, ours) is not None or _COMING.search(said) is not None


def _kind(passage: Passage, words: Words) -> str:
    """The kind of a passage, told from its other columns and its words where its own is blank."""
    kind = folded(passage.kind)
    if is_table(passage):
        return _TABLE
    if kind != _OWED and (kind == _PICTURE or passage.picture.strip()):
        return _PICTURE
    return _OWED if is_owed(passage, opening(words)) else kind


def _blocks(passage: Passage, kind: str, words: Words, numbered: int) -> list[Block]:
    if kind in (_OWED, _PICTURE, _TABLE):
        said, file = inline(passage.text), passage.picture.strip()
        if file or (kind != _OWED and not said):
            missing = words.missing_table if kind == _TABLE else words.missing_picture
            name = missing.format(file=file, name=file).strip()
            said = merged((Run(text=f"{name}: " if said else name), *said))
        return [owed(said, passage.owed_by.strip(), passage.owed_on.text.strip(), words)]
    made: list[Block] = []
    for item in passage.text.blocks:
        match kind:
            case "bullet":
                made.append(_unlabelled(item, BlockKind.BULLET, item.level))
            case "sub-bullet":
                made.append(_unlabelled(item, BlockKind.BULLET, 1))
            case "numbered":
                label = item.label or f"{numbered + len(made) + 1}."
                made.append(item.model_copy(update={"kind": BlockKind.NUMBERED, "label": label}))
            case "paragraph":
                made.append(_unlabelled(item, BlockKind.PARAGRAPH, 0))
            case _:
                made.append(item)
    return made


def _unlabelled(item: Block, kind: BlockKind, level: int) -> Block:
    """The block as another kind; a number that stood before it becomes part of its words."""
    label = (Run(text=f"{item.label} "),) if item.label else ()
    return Block(kind=kind, runs=merged((*label, *item.runs)), level=level)


def _picture(passage: Passage, setting: Setting, section: str) -> Part | None:
    """The picture as a part; None where its file is missing or is no picture, so that it is owed."""
    picture = picture_named(passage.picture, passage.text, section, setting)
    return None if picture is None else Part(picture=picture, caption=passage.text.plain)


def _table(passage: Passage, setting: Setting, section: str) -> Part:
    caption = passage.text.plain
    return Part(table=own_table(passage.rows, caption, section, setting.words), caption=caption)


def picture_named(file: str, text: Text, section: str, setting: Setting) -> Picture | None:
    """A picture by the name of its file, as large as a page of text allows."""
    data = setting.pictures.get(folded(file.replace("\\", "/").rpartition("/")[2]))
    size = printed_size(data, width=_WIDEST, height=_HIGHEST) if data else None
    if data is None or size is None:
        return None
    description = "".join(run.text for run in inline(text)) or setting.words.picture.format(heading=section)
    return Picture(data=data, description=description, width=size[0], height=size[1])
