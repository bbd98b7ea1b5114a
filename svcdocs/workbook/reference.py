"""The field reference: every sheet and column of a workbook with its help, example and answers, as Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from svcdocs.model.base import Record
from svcdocs.model.framework import Framework
from svcdocs.workbook.choices import BY_YEAR, families_of, lists_for
from svcdocs.workbook.declaration import ROUTE, Ask, Book, Routed, Shape, Sheet, field_of
from svcdocs.workbook.service_book import MONEY
from svcdocs.workbook.where import FINANCE, FRAMEWORK, REQUESTS, SERVICE

_SHAPES = {
    Shape.FORM: "A form: the question stands in the first column, the answer beside it.",
    Shape.TABLE: "A table: one row each.",
    Shape.LISTS: "Lists: one column a heading, one entry a cell.",
}
_PARTS = (
    "A row with nothing under *Ref* and *Action* goes on with the action above it; a dash under *Ref* begins an action "
    "that has neither. Several steps may also stand in one cell, a line each."
)
_MOST_ANSWERS = 12
_WHERE = {"service": SERVICE, "finance": FINANCE, "requests": REQUESTS, "framework": FRAMEWORK}
_HOW = """\
Made from the same declaration as the workbook itself. Every cell is text: write as you would on paper.

- A new line in a cell (Alt and Enter) is a new line in print. A line that starts with `•`, `-`, `–`, `*`, `o`, a box
  such as `□` or another mark of a list, and a blank, is a bullet; one indented deeper, or a dash under a `•`, is
  nested; `1.`, `a)` and `(i)` make numbered lists that keep their style.
- Bold and italic are kept. Other formatting is not.
- A column or sheet whose name starts with `#` is yours and is not read.
- You may filter, insert rows, move columns, and paste from Word. Leave the headings as they are, and do not sort where
  a blank goes on with the row above: on Actions, Council actions, Indicators, Text and Posts.
- A blank cell is printed as “Not given” where a reader would look for something, such as a lead, a date or a result
  sought; as “–” in a table cell that may well be empty, such as a figure, a score, a minute or the progress of a
  quarter; as “Not set” for the target of a year in the three-year form. Elsewhere a blank prints nothing. `N/A`, `None`
  and `-` are printed as you wrote them. Only where a blank means the same as above does `-` mean that there is none.
- Dates: `31 March 2028`, `March 2028`, `Q2 2027/28`, `FY28 Q2`, `April to June 2027`, `From May 2027`, `Ongoing`.
  Quarters are those of the council's year. A date in brackets at the end of a step counts as its date. What is none of
  these is printed as it stands.
- Money: `£12,000`, `£12,000 – £15,000`, `£24,000 per annum`, `None`, `Within existing resources`, or words.
- A check that asks about a row which is right as it stands is answered by a sentence under `Why this is right`, on
  sheets that have that column; `OK` or `yes` says no reason. A line that begins with a heading and a colon, such as
  `Lead: …`, answers for that column alone. What could not be read or placed has to be put right.
- Where the council has words of its own, the sheets, headings and answers are in those; ours are understood as well."""
_WHOSE = """\
## Whose workbook is it

Everybody gets the sheets and sections that are theirs, as the framework says on its sheet *Who fills in what*:

- *The head of a service, or the service as a whole*: what nobody else has been given.
- *A team*: the same sheets without the column *Team*, since everything in it is the team's. Who puts that column back
  may name another team in it.
- *Somebody who works for several services*, such as Finance: one workbook about all of them. Each sheet begins with a
  column *Service*, which says whose plan a row belongs to; blank means the same as above. A row that names no
  service is told and kept out.

The plan is put together from all of them: sheet by sheet, the head's rows first, then the teams' in the framework's
order, then those of the others. What two of them give is told with both cells."""

_WHOSE_ANSWERS = """\
## Whose workbook is it

One for each service that others need, and for whoever works for all of them, such as Finance. It is written when the
plans have come in, from what stands in them under *Services whose help we need*, and comes back like any other. A
request keeps its *Ref* for life. When the workbook is sent out again, what was answered stands in it; only what is new,
or has changed since, is still to be answered."""


def reference(book: Book, framework: Framework) -> str:
    """The field reference of one workbook. ``framework`` gives the answers that drop-downs offer and the families."""
    where = _WHERE[book.kind]
    parts = [f"# {book.title}: field reference", "", _HOW, ""]
    parts += {"framework": [], "requests": [_WHOSE_ANSWERS, ""]}.get(book.kind, [_WHOSE, ""])
    parts += ["## Where does what go", ""]
    parts += ["| What you have | Where it goes |", "|---|---|", *(f"| {what} | {place} |" for what, place in where)]
    for sheet in book.sheets:
        parts += ["", *_sheet(sheet, framework, routed=book.kind == "finance" and sheet is MONEY)]
    return "\n".join(parts) + "\n"


def _sheet(sheet: Sheet, framework: Framework, *, routed: bool) -> Iterator[str]:
    yield f"## {sheet.name}"
    yield ""
    yield f"{sheet.why} {_SHAPES[sheet.shape]}"
    if sheet.parts:
        yield _PARTS
    if sheet.prompt:
        yield f"The column *{sheet.prompt}* holds the council's question to you; nothing typed into it is read."
    yield ""
    yield "| Column | What to write | Example | Answers offered |"
    yield "|---|---|---|---|"
    families, lists = families_of(framework), lists_for(framework)
    if routed:
        yield _row(Routed, ROUTE, families, lists)
    for ask in sheet.columns:
        yield _row(sheet.record, ask, families, lists)


def _row(
    record: type[Record], ask: Ask, families: Mapping[str, tuple[str, ...]], lists: Mapping[str, tuple[str, ...]]
) -> str:
    info = field_of(record, ask.field)
    title, help_line = info.title or ask.field, info.description or ""
    if ask.family:
        members = families.get(ask.family, ())
        title = title.replace("{}", f"({ask.family})") if title != "{}" else f"({ask.family})"
        help_line += f" One column each: {', '.join(members)}." if members else " One column each."
        help_line += " Any other year may have a column of its own, headed in the same way." * (ask.family in BY_YEAR)
    if ask.inherits:
        help_line += "" if "same as above" in help_line else " Blank means the same as above."
    answers = lists.get(ask.choices, ())
    offered = ", ".join(answers[:_MOST_ANSWERS]) + (" …" if len(answers) > _MOST_ANSWERS else "") if ask.choices else ""
    if ask.choices and not answers:
        offered = "from the framework"
    if offered:
        offered += " (no others)" if ask.strict else " (or your own words)"
    example = str((info.examples or [""])[0])
    return "| " + " | ".join(_cell(text) for text in (title, help_line, example, offered)) + " |"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", "<br>")
