"""What teams do to a workbook, by name: how it is done, what the officer is told of it, and what it takes away.

The law behind the table: what is read after a damage is what was read before, but for what the damage itself removed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from svcdocs.excel.cells import Cell, CellSheet
from svcdocs.model.service_plan import ServicePlan
from tests.plans import COUNCIL
from tests.workbook.editing import Desk

Told = tuple[tuple[str, str], ...]

FILLED = ServicePlan.model_validate(
    {
        "service": "Housing",
        "declarations": [{"ready": "Yes", "checked_by": "Tom Fell", "contributor": "Housing"}],
        "passages": [
            {"section": "About our service", "text": "We provide homes and advice.\n• for tenants\n• for owners"},
            {"section": "Customers", "text": "Everybody who needs a home in the district."},
        ],
        "objectives": [
            {"ref": "HC1", "text": "Fewer people lose their home", "serves": "A1"},
            {"ref": "HC2", "text": "Repairs are done the first time", "serves": "A"},
        ],
        "actions": [
            {
                "ref": "HC1.1",
                "title": "Open a second emergency night shelter",
                "serves": "HC1",
                "steps": [
                    {"text": "Agree the brief with residents", "by": "June 2027"},
                    {"text": "Let the contract", "by": "September 2027"},
                ],
                "finish": "31 March 2028",
                "lead": "Tom Fell",
                "outcome": "No one sleeps rough for want of a bed",
                "help_needed": "Finance: a business case",
                "resources": "£24,000",
                "risk": "R1",
                "group": "Homelessness",
                "publish": "Yes",
            },
            {
                "ref": "HC1.2",
                "title": "Write to every landlord in the district",
                "serves": "HC1",
                "steps": [{"text": "Draft the letter with the landlords' forum", "by": "May 2027"}],
                "finish": "30 June 2027",
                "lead": "Housing Options Manager",
                "outcome": "Forty more homes are offered to let",
                "help_needed": "N/A",
                "resources": "Within existing resources",
                "group": "Homelessness",
            },
            {
                "ref": "HC2.1",
                "title": "Give each repairs van the parts it uses most",
                "serves": "HC2",
                "steps": [{"text": "Count what was missing last year", "by": "Q1 2027/28"}],
                "finish": "December 2027",
                "lead": "Joan Ashdown",
                "outcome": "Nine in ten repairs are done on the first visit",
                "help_needed": "None",
                "resources": "None",
                "group": "Repairs",
            },
        ],
        "indicators": [
            {
                "ref": "001",
                "name": "Repairs done on the first visit",
                "unit": "Percentage",
                "good_is": "High",
                "results": {"2024/25": "71%", "2025/26": "78%"},
                "targets": {"2027/28": "85%", "2028/29": "90%"},
                "lead": "Joan Ashdown",
                "objective": "HC2",
            },
            {
                "ref": "SX52",
                "name": "Households in bed and breakfast for over six weeks",
                "unit": "Number",
                "good_is": "Low",
                "results": {"2024/25": "19", "2025/26": "14"},
                "targets": {"2027/28": "6", "2028/29": "2"},
                "lead": "Tom Fell",
                "objective": "HC1",
            },
        ],
        "risks": [
            {
                "ref": "R1",
                "cause": "Private landlords leave the market",
                "leading_to": "fewer homes to let",
                "resulting_in": "longer stays in temporary homes",
                "likelihood": "3",
                "impact": "4",
                "controls": "A forum twice a year",
                "owner": "Tom Fell",
            },
            {
                "ref": "R2",
                "cause": "Materials become dearer",
                "leading_to": "repairs wait until the next year",
                "resulting_in": "tenants complain more often",
                "likelihood": "2",
                "impact": "3",
                "controls": "Prices agreed for three years",
                "owner": "Joan Ashdown",
            },
        ],
        "partners": [{"name": "Fen Rivers Housing Association", "note": "Builds and lets homes with us"}],
        "posts": [
            {
                "team": "Homelessness",
                "title": "Housing Options Officer",
                "number": "3",
                "fte": "2.6",
                "state": "Filled",
            },
            {"team": "Repairs", "title": "Repairs Supervisor", "number": "1", "fte": "1", "state": "Vacant"},
        ],
        "swot": [{"heading": "Strengths", "text": "Staff who stay"}, {"heading": "Weaknesses", "text": "Old vans"}],
    }
)
"""A plan with something on most sheets, about which there is nothing to tell."""
assert COUNCIL.service("Housing") is not None


@dataclass(frozen=True)
class Damage:
    """One thing a team does. ``told`` are the codes and cells of the findings that it brings on ``sheet``.

    ``leaves`` gives what is left of the plan, where something of it has gone or has become something else.
    """

    name: str
    sheet: str
    do: Callable[[Desk], None]
    told: Told = ()
    leaves: Callable[[ServicePlan], ServicePlan] = lambda plan: plan


def _without(part: str, **blank: object) -> Callable[[ServicePlan], ServicePlan]:
    """The plan without a part, or without some answers in all of its records."""

    def leave(plan: ServicePlan) -> ServicePlan:
        records = getattr(plan, part)
        kept = tuple(type(one).model_validate(one.model_dump() | blank) for one in records) if blank else ()
        return plan.model_copy(update={part: kept})

    return leave


def _with(part: str, number: int, **new: object) -> Callable[[ServicePlan], ServicePlan]:
    """The plan with other answers in one record."""

    def leave(plan: ServicePlan) -> ServicePlan:
        records = list(getattr(plan, part))
        records[number] = type(records[number]).model_validate(records[number].model_dump() | new)
        return plan.model_copy(update={part: tuple(records)})

    return leave


def _rename_columns(sheet: str, **new: str) -> Callable[[Desk], None]:
    """Retype headings, whole: "Step" → "Milestones" is ``Step="Milestones"``; a blank in a heading is "_"."""

    def do(desk: Desk) -> None:
        rows, top = desk.rows(sheet), desk.heading_row(sheet)
        for old, text in new.items():
            rows[top][desk.column(sheet, old.replace("_", " "))] = Cell(text)
        rows[top] = {at: cell for at, cell in rows[top].items() if cell.text}
        desk.put_rows(sheet, rows)

    return do


def _delete_help(sheet: str) -> Callable[[Desk], None]:
    return lambda desk: desk.delete_row(sheet, desk.heading_row(sheet) + 1)


def _clear_headings(sheet: str, *, help_too: bool) -> Callable[[Desk], None]:
    def do(desk: Desk) -> None:
        top, rows = desk.heading_row(sheet), desk.rows(sheet)
        del rows[top]
        if help_too:
            del rows[top + 1]
        desk.put_rows(sheet, rows)

    return do


def _in_two_rows(desk: Desk) -> None:
    """Break each heading of several words over two rows, as in a printed table."""
    top = desk.heading_row("Actions")
    desk.delete_row("Actions", top + 1)
    desk.insert_rows("Actions", top + 1)
    rows = desk.rows("Actions")
    for at, cell in list(rows[top].items()):
        first, _, rest = cell.text.partition(" ")
        rows[top][at] = Cell(first)
        rows.setdefault(top + 1, {}).update({at: Cell(rest)} if rest else {})
    desk.put_rows("Actions", rows)


def _copy(sheet: str, new: str, change: Callable[[Desk], None] = lambda _: None) -> Callable[[Desk], None]:
    def do(desk: Desk) -> None:
        desk.add(replace(desk.tab(sheet), name=new))
        change(desk)

    return do


def _split(desk: Desk) -> None:
    """Give the last action a sheet of its own."""
    rows = desk.rows("Actions")
    last = max(rows)
    top = desk.heading_row("Actions")
    desk.add(CellSheet("Actions cont.", rows={top: rows[top], top + 1: rows[top + 1], top + 2: rows.pop(last)}))
    desk.put_rows("Actions", rows)


def _from_another_workbook(desk: Desk) -> None:
    """Paste the table into a sheet of another workbook and put that in the place of ours."""
    rows = desk.rows("Risks")
    top = desk.heading_row("Risks")
    desk.delete("Risks")
    desk.add(CellSheet("Sheet1", rows={number - top + 1: row for number, row in rows.items() if number >= top}))


def _sort_headings_down(desk: Desk) -> None:
    """Sort by a column with the headings among the rows: they end up in the middle."""
    top = desk.heading_row("Risks")
    desk.move_rows(
        "Risks", lambda number: {top: top + 1, top + 1: top + 3, top + 2: top}.get(number, number - (number > top + 2))
    )


def _merge_row(desk: Desk) -> None:
    """Paste a table from Word: the second paragraph of a cell comes as a row, the cells beside it merged over both."""
    last = max(desk.tab("Risks").rows)
    controls = desk.column("Risks", "Controls")
    rows = desk.rows("Risks")
    rows[last + 1] = {controls: Cell("1.\tA second supplier")}
    desk.put_rows("Risks", rows)
    wide = [at for at in rows[last] if at != controls]
    desk.change("Risks", merged=tuple((last, at, last + 1, at) for at in wide))


def _typed_over_help(desk: Desk) -> None:
    """Type a risk over the line of help, as far as there is something to say."""
    row = desk.heading_row("Risks") + 1
    desk.set("Risks", f"A{row}", "R0")
    desk.set("Risks", f"B{row}", "The lift fails in winter")


def _more_risk(plan: ServicePlan) -> ServicePlan:
    first = type(plan.risks[0]).model_validate({"ref": "R0", "cause": "The lift fails in winter"})
    return plan.model_copy(update={"risks": (first, *plan.risks)})


def _hide(sheet: str, **what: frozenset[int]) -> Callable[[Desk], None]:
    return lambda desk: desk.change(sheet, **what)


def _beside(desk: Desk) -> None:
    """Move the answer to a question of the guide two cells to the right."""
    rows = desk.rows("Guide")
    number = next(number for number, row in rows.items() if row.get(1, Cell("")).text == "Checked by")
    rows[number][4] = rows[number].pop(2)
    desk.put_rows("Guide", rows)


def _in_turn(*steps: Callable[[Desk], None]) -> Callable[[Desk], None]:
    def do(desk: Desk) -> None:
        for step in steps:
            step(desk)

    return do


def _nameless(sheet: str, new: str) -> Callable[[Desk], None]:
    """Rename a sheet in a program that keeps no names."""
    return _in_turn(lambda desk: desk.forget_names(), lambda desk: desk.rename(sheet, new))


def _set(sheet: str, cell: str, value: str | Cell) -> Callable[[Desk], None]:
    return lambda desk: desk.set(sheet, cell, value)


def _number(text: str, value: float, kind: str = "number") -> Cell:
    return Cell(text, (), kind, value)  # type: ignore[arg-type]


SHEETS: tuple[Damage, ...] = (
    Damage("a sheet renamed in Excel", "Actions", lambda desk: desk.rename("Actions", "To do"), (("read-as", ""),)),
    Damage(
        "a sheet renamed and the names in the workbook lost",
        "Indicators",
        _nameless("Indicators", "KPIs"),
        (("read-as", ""),),
    ),
    Damage(
        "a sheet with a slip in its name",
        "Objectives",
        _nameless("Objectives", "Objectves"),
        (("read-as", ""),),
    ),
    Damage(
        "a sheet under a name that says nothing",
        "Risks",
        _nameless("Risks", "Sheet4"),
        (("read-as", ""),),
    ),
    Damage(
        "a sheet renamed and its headings deleted",
        "Risks",
        _in_turn(_nameless("Risks", "Sheet4"), _clear_headings("Sheet4", help_too=False)),
        (("read-as", ""),),
    ),
    Damage(
        "a sheet renamed and its headings retyped",
        "Actions",
        _in_turn(_nameless("Actions", "Our plan"), _rename_columns("Our plan", Action="Acton", Step="Milestones")),
        (("read-as", ""),),
    ),
    Damage(
        "a sheet deleted",
        "Partners",
        lambda desk: desk.delete("Partners"),
        (("sheet-missing", ""),),
        _without("partners"),
    ),
    Damage(
        "the sheets in another order",
        "Guide",
        lambda desk: setattr(desk, "book", replace(desk.book, sheets=desk.book.sheets[::-1])),
    ),
    Damage("a sheet copied", "Actions", _copy("Actions", "Actions (2)"), (("sheet-copy", ""),)),
    Damage("a copy for safety", "Risks", _copy("Risks", "Copy of Risks"), (("sheet-copy", ""),)),
    Damage(
        "a sheet copied and the copy changed",
        "Risks",
        _copy("Risks", "Risks (2)", _set("Risks (2)", "B6", "Landlords sell up")),
        (("sheet-copy-differs", ""),),
    ),
    Damage("a sheet split in two", "Actions", _split, (("sheet-split", ""),)),
    Damage("a table pasted from another workbook", "Risks", _from_another_workbook, (("read-as", ""),)),
    Damage("a sheet hidden", "Posts", lambda desk: desk.change("Posts", state="hidden"), (("hidden-read", ""),)),
    Damage(
        "last year's sheet kept beside this year's",
        "Actions",
        _copy("Actions", "Actions 2025", _set("Actions 2025", "B6", "An old action")),
        (("sheet-unknown", ""),),
    ),
    Damage(
        "a sheet of notes added",
        "Guide",
        lambda desk: desk.add(CellSheet("Notes", rows={1: {1: Cell("Ask Tom")}})),
        (("sheet-unknown", ""),),
    ),
    Damage("a private sheet added", "Guide", lambda desk: desk.add(CellSheet("#mine", rows={1: {1: Cell("Ask Tom")}}))),
)
COLUMNS: tuple[Damage, ...] = (
    Damage("a column moved", "Actions", lambda desk: desk.move_column("Actions", "Lead", 2)),
    Damage("columns moved to the far end", "Risks", lambda desk: desk.move_column("Risks", "Ref", 20)),
    Damage("an empty column inserted", "Risks", lambda desk: desk.insert_column("Risks", 3)),
    Damage(
        "a column of one's own inserted",
        "Actions",
        lambda desk: desk.insert_column("Actions", 4, "Discussed with", "Joan", "Asha"),
        (("column-unknown", "D4"),),
    ),
    Damage(
        "a private column inserted", "Actions", lambda desk: desk.insert_column("Actions", 4, "# ours", "Joan", "Asha")
    ),
    Damage("the table moved to another column", "Indicators", lambda desk: desk.insert_column("Indicators", 1)),
    Damage(
        "a column renamed to what people call it",
        "Actions",
        _rename_columns("Actions", Step="Milestones"),
        (("read-as", "D4"),),
    ),
    Damage(
        "headings retyped with slips",
        "Actions",
        _rename_columns("Actions", Action="Acton", Finish_by="Finsh by", How_we_will_know="How will we know"),
        (("read-as", "B4"),),
    ),
    Damage(
        "headings retyped and the help deleted",
        "Risks",
        _in_turn(
            _rename_columns("Risks", Cause="Risk", Controls="Controlls", Owner="Risk owner"), _delete_help("Risks")
        ),
        (("read-as", "B4"),),
    ),
    Damage(
        "a heading nobody could know, over its help",
        "Indicators",
        _rename_columns("Indicators", Who="Zuständig"),
        (("read-as", "I4"),),
    ),
    Damage(
        "a heading nobody could know, between its neighbours",
        "Risks",
        _in_turn(_rename_columns("Risks", Leading_to="Knock-on"), _delete_help("Risks")),
        (("read-as", "C4"),),
    ),
    Damage("a heading deleted", "Risks", _rename_columns("Risks", Controls=""), (("read-as", "G4"),)),
    Damage("all headings deleted", "Risks", _clear_headings("Risks", help_too=False), (("read-as", "A5"),)),
    Damage("all headings and the help deleted", "Risks", _clear_headings("Risks", help_too=True), (("read-as", "A1"),)),
    Damage("headings broken over two rows", "Actions", _in_two_rows),
    Damage("the help deleted", "Actions", _delete_help("Actions")),
    Damage("a risk typed over the help", "Risks", _typed_over_help, (), _more_risk),
    Damage("rows inserted above the headings", "Actions", lambda desk: desk.insert_rows("Actions", 1, 20)),
    Damage(
        "a title pasted above the headings",
        "Risks",
        _in_turn(lambda desk: desk.insert_rows("Risks", 1, 2), _set("Risks", "A1", "Risks of Housing, agreed in May")),
    ),
    Damage("the headings sorted in among the rows", "Risks", _sort_headings_down, (("rows-above-headings", "A4"),)),
    Damage(
        "a column deleted",
        "Actions",
        lambda desk: desk.delete_column("Actions", "Lead"),
        (("column-missing", "A4"),),
        _without("actions", lead=""),
    ),
    Damage(
        "a column hidden",
        "Actions",
        lambda desk: desk.change("Actions", hidden_columns=frozenset({2})),
        (("hidden-read", "B4"),),
    ),
    Damage("a heading in capitals with a colon", "Indicators", _rename_columns("Indicators", Unit="UNIT :")),
    Damage("a blank of no width in a heading", "Indicators", _rename_columns("Indicators", Unit="Un\u200bit\u00a0")),
)
ROWS: tuple[Damage, ...] = (
    Damage("blank rows between the rows", "Actions", lambda desk: desk.insert_rows("Actions", 8, 3)),
    Damage("rows far down the sheet", "Risks", lambda desk: desk.insert_rows("Risks", 7, 5_000)),
    Damage("rows hidden by a filter", "Risks", _hide("Risks", hidden_rows=frozenset({6})), (("hidden-read", "A6"),)),
    Damage(
        "a row deleted",
        "Risks",
        lambda desk: desk.delete_row("Risks", 7),
        (),
        lambda plan: plan.model_copy(update={"risks": plan.risks[:1]}),
    ),
    Damage(
        "cells merged down a group",
        "Actions",
        lambda desk: desk.change("Actions", merged=((6, 3, 8, 3),)),
        (("cells-merged", "C6:C8"),),
    ),
    Damage(
        "a table pasted from Word",
        "Risks",
        _merge_row,
        (("cells-merged", "A7:I8"),),
        _with("risks", 1, controls="Prices agreed for three years\n1. A second supplier"),
    ),
    Damage(
        "the headings repeated further down",
        "Risks",
        lambda desk: desk.put_rows("Risks", desk.rows("Risks") | {9: desk.rows("Risks")[4]}),
    ),
    Damage(
        "an answer typed beside the table",
        "Partners",
        _set("Partners", "H6", "Ask them about grants"),
        (("outside-table", "H6"),),
    ),
    Damage("an answer typed beside its cell", "Guide", _beside, (("read-as", "D29"),)),
)
CELLS: tuple[Damage, ...] = (
    Damage(
        "blanks around every word", "Actions", lambda desk: desk.each("Actions", lambda text: f" \u00a0{text}\u200b  ")
    ),
    Damage("choices in small letters", "Indicators", lambda desk: desk.each("Indicators", str.lower, "Good is")),
    Damage("choices in capitals", "Actions", lambda desk: desk.each("Actions", str.upper, "Publish")),
    Damage(
        "a reference that has become a number",
        "Indicators",
        _set("Indicators", "A6", _number("1", 1.0)),
        (),
        _with("indicators", 0, ref="1"),
    ),
    Damage("a score with places", "Risks", _set("Risks", "E6", _number("3.0", 3.0))),
    Damage("a number stored as text", "Posts", _set("Posts", "C6", "3 ")),
    Damage("a percentage as Excel keeps it", "Indicators", _set("Indicators", "G6", _number("85%", 0.85))),
    Damage(
        "a percentage as a part of one",
        "Indicators",
        _set("Indicators", "G6", _number("0.85", 0.85)),
        (("percent-as-fraction", "G6"),),
        _with("indicators", 0, targets={"2027/28": "0.85", "2028/29": "90%"}),
    ),
    Damage(
        "a percentage in words",
        "Indicators",
        _set("Indicators", "G6", "85 per cent"),
        (),
        _with("indicators", 0, targets={"2027/28": "85 per cent", "2028/29": "90%"}),
    ),
    Damage(
        "a date that has lost its format",
        "Actions",
        _set("Actions", "F6", _number("46843", 46843.0)),
        (("date-number", "F6"),),
    ),
    Damage(
        "a number typed where a date belongs",
        "Actions",
        _set("Actions", "F6", "46843"),
        (("date-number", "F6"),),
        _with("actions", 0, finish="46843"),
    ),
    Damage(
        "a date with its midnight", "Actions", _set("Actions", "F6", _number("31 March 2028 00:00", 46843.0, "date"))
    ),
    Damage(
        "a date that shows the month first",
        "Actions",
        _set("Actions", "F6", _number("3/31/2028", 46843.0, "date")),
        (("date-order", "F6"),),
    ),
    Damage(
        "a bullet of Word's symbol font",
        "Text",
        lambda desk: desk.each("Text", lambda text: text.replace("• ", "\uf0b7\t"), "Text"),
    ),
    Damage(
        "bullets typed as an o", "Text", lambda desk: desk.each("Text", lambda text: text.replace("• ", "o "), "Text")
    ),
    Damage("carriage returns", "Text", lambda desk: desk.each("Text", lambda text: text.replace("\n", "\r\n"), "Text")),
    Damage(
        "a section named with curly quotes",
        "Posts",
        lambda desk: desk.each("Posts", lambda text: text.replace("'", "’")),
    ),
    Damage(
        "a comment on a cell",
        "Risks",
        lambda desk: desk.change("Risks", notes={(6, 2): "Is this\nstill so?"}),
        (("comment", "B6"),),
    ),
    Damage(
        "an error in a cell",
        "Actions",
        _set("Actions", "G6", Cell("#REF!", (), "error")),
        (("cell-error", "G6"),),
        _with("actions", 0, lead=""),
    ),
    Damage(
        "a formula never calculated",
        "Risks",
        _set("Risks", "D6", Cell("", (), "uncalculated", formula="B1&B2")),
        (("formula-not-calculated", "D6"),),
        _with("risks", 0, resulting_in=""),
    ),
    Damage(
        "an answer that is none",
        "Actions",
        lambda desk: desk.each("Actions", lambda _: "perhaps", "Publish"),
        (("choice-unknown", "T6"),),
        _with("actions", 0, publish="perhaps"),
    ),
    Damage("yes as Excel's own true", "Actions", lambda desk: desk.each("Actions", lambda _: "TRUE", "Publish")),
)
DAMAGES: tuple[Damage, ...] = (*SHEETS, *COLUMNS, *ROWS, *CELLS)
