"""The lists a service writes: strengths and drivers by heading, partners, objectives with their parts, risks."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import replace

from svcdocs.documents.formats import bracketed, inline, letters, with_end
from svcdocs.documents.labels import as_label, in_brackets, label_and_text
from svcdocs.documents.moves import team_heading
from svcdocs.documents.parts import Part, headed, text_part
from svcdocs.documents.references import told
from svcdocs.documents.setting import Setting
from svcdocs.model.as_written import Ref
from svcdocs.model.names import folded
from svcdocs.model.service_plan import ListEntry, Objective, Partner, Risk
from svcdocs.model.text import Block, BlockKind, Run, Text, merged
from svcdocs.model.wordings import key_of
from svcdocs.model.words import Words, capitalised


def entries(rows: Sequence[ListEntry], sheet: str, setting: Setting, level: int) -> tuple[Part, ...]:
    """The SWOT or the drivers: for each heading its entries. ``sheet`` is the framework's name for the list."""
    order = [row.heading for row in setting.framework.list_headings if folded(row.sheet) == folded(sheet)]
    known = {folded(heading): heading for heading in order}
    by_heading: dict[str, list[Text]] = {heading: [] for heading in order}
    for row in rows:
        typed = row.heading.strip() or setting.words.other_entries
        by_heading.setdefault(known.get(folded(typed), typed), []).append(row.text)
    return tuple(
        replace(headed(heading, level, _bullets(texts)), is_group=True)
        for heading, texts in by_heading.items()
        if any(texts)
    )


def partners(rows: Iterable[Partner]) -> tuple[Part, ...]:
    """The partners as one list."""
    blocks: list[Block] = []
    for row in rows:
        runs = list(inline(row.name))
        if row.note:
            runs += [Run(text=" – " if runs else ""), *inline(row.note)]
        if row.team.strip():
            runs.append(Run(text=f" ({row.team.strip()})"))
        if runs:
            blocks.append(Block(kind=BlockKind.BULLET, runs=merged(runs)))
    return text_part(blocks)


def objectives(rows: Sequence[Objective], setting: Setting, level: int) -> tuple[Part, ...]:
    """The objectives as one numbered list through all teams, each with its parts below it.

    An objective that has a number of its own, as its reference or in front of its words, keeps it.

    Where every objective belongs to a team and those of a team stand together, they stand under its name; otherwise
    the order stays and the team is named behind the objective.
    """
    wholes, below = _tree(rows, setting)
    teams = [setting.team(whole.team) for whole in wholes]
    runs = [team for team, _ in itertools.groupby(teams)]
    in_blocks = all(runs) and len(runs) == len(set(runs)) > 1
    called = setting.team_names(row.team for row in rows)
    by_team: dict[str, list[Block]] = {}
    for number, (team, whole) in enumerate(zip(teams, wholes, strict=True), 1):
        made = _objective(whole, f"{number}.", below, setting, team="" if in_blocks else whole.team.strip())
        by_team.setdefault(called[team] if in_blocks else "", []).extend(made)
    return tuple(
        headed(team_heading(team, setting), level, Text(blocks=tuple(blocks))) for team, blocks in by_team.items()
    )


def risk_label(risk: Risk, place: int) -> tuple[str, Text]:
    """The label of a risk, which is a letter where it has none of its own, and its cause without it."""
    return label_and_text(risk.ref.text, risk.cause, letters(place))


def risk_sentence(cause: Text, risk: Risk, words: Words, between: str = " ") -> tuple[Run, ...]:
    """A risk with our link words between its parts, as far as they are given and do not say them themselves.

    Nothing is taken from what was typed and no stop added to it. After one that was, the link word begins a sentence.
    ``between`` joins the paragraphs of a part.
    """
    links = (("", cause), (words.leading_to, risk.leading_to), (words.resulting_in, risk.resulting_in))
    runs: list[Run] = []
    for link, text in links:
        piece = inline(text, between)
        if piece:
            is_said = folded("".join(run.text for run in piece)).startswith(folded(link))
            begins = bool(runs) and runs[-1].text.rstrip().endswith((".", "!", "?"))
            lead = "" if is_said else f"{capitalised(link) if begins else link} "
            runs += [Run(text=f"{' ' if runs else ''}{lead}"), *piece]
    return merged(runs)


def risk_list(risks: Sequence[Risk], setting: Setting) -> tuple[Part, ...]:
    """The risks as a lettered list: cause, what it leads to, what that results in, as far as they are given."""
    blocks = []
    for place, risk in enumerate(risks):
        words = setting.words
        label, cause = risk_label(risk, place)
        runs = [*risk_sentence(cause, risk, words)]
        about = bracketed(
            (
                _told(risk.ref),
                words.threatens.format(refs=in_brackets(told(risk.serves, setting))) if risk.serves else "",
                risk.team.strip(),
            )
        )
        if not runs:
            runs = [Run(text=words.not_given)]
        # The remark stands before the full stop, so that the sentence stays one.
        stop = "." if about and runs[-1].text.endswith(".") else ""
        if stop:
            runs[-1] = runs[-1].model_copy(update={"text": runs[-1].text[:-1]})
        runs.append(Run(text=f"{about}{stop}"))
        blocks.append(Block(kind=BlockKind.NUMBERED, runs=merged(runs), label=label))
    return text_part(blocks)


def _told(ref: Ref) -> str:
    """A reference as it stands in brackets; nothing where it stands in front of its item, as its label."""
    return "" if as_label(ref.text) else in_brackets(ref.text)


def _bullets(texts: Iterable[Text]) -> Text:
    """Entries as bullets; an entry that begins with a sign is a part of the one above it."""
    given = [text for text in texts if text]
    all_signed = all(text.blocks[0].kind is BlockKind.BULLET for text in given)
    blocks: list[Block] = []
    for text in given:
        for item in text.blocks:
            nested = item.kind is BlockKind.BULLET and bool(blocks) and not all_signed
            level = item.level + nested
            label = (Run(text=f"{item.label} "),) if item.label else ()
            blocks.append(Block(kind=BlockKind.BULLET, runs=merged((*label, *item.runs)), level=level))
    return Text(blocks=tuple(blocks))


def _tree(rows: Sequence[Objective], setting: Setting) -> tuple[list[Objective], dict[str, list[Objective]]]:
    """Whole objectives, and parts by the key of their whole. A part whose whole is not there is a whole."""
    keys = {key_of(row) for row in rows} - {""}
    wholes, below = [], dict[str, list[Objective]]()
    for row in rows:
        of = next(iter(setting.cycle.keys(setting.plan.service, row.under)), "")
        if of in keys and of != key_of(row):
            below.setdefault(of, []).append(row)
        else:
            wholes.append(row)
    reached = {key_of(part) for whole in wholes for part in below.get(key_of(whole), ())}
    for of in [of for of in below if of in reached]:  # a part of a part stands beside it
        top = next(whole for whole in below if any(key_of(part) == of for part in below[whole]))
        below[top].extend(below.pop(of))
    lost = [part for of in list(below) if of not in {key_of(whole) for whole in wholes} for part in below.pop(of)]
    return [*wholes, *lost], below


def _objective(
    objective: Objective, number: str, below: dict[str, list[Objective]], setting: Setting, team: str
) -> list[Block]:
    """An objective and its parts. The parts of one team are not said to be that team's again.

    ``number`` is its label where it has none of its own; empty for a part.
    """
    about = bracketed(
        (
            _told(objective.ref),
            setting.words.serves.format(refs=in_brackets(told(objective.serves, setting))) if objective.serves else "",
            team,
        )
    )
    label, text = label_and_text(objective.ref.text, objective.text, number)
    first, *more = text.blocks or (Block(runs=(Run(text=setting.words.not_given),)),)
    made = [with_end(_in_list(first.model_copy(update={"label": label}), 0 if number else 1), about)]
    made += [_in_list(item, item.level + 1) for item in more]
    for part in below.pop(key_of(objective), ()):
        is_same = setting.team(part.team) == setting.team(objective.team)
        made += _objective(part, "", {}, setting, "" if is_same else part.team.strip())
    return made


def _in_list(item: Block, level: int) -> Block:
    kind = BlockKind.NUMBERED if item.label else BlockKind.BULLET
    return Block(kind=kind, runs=item.runs, level=level, label=item.label)
