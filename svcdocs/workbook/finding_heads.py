"""Where the headings of a table stand: on one row wherever on the sheet, spread over two, or only by their help."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from svcdocs.excel.cells import Cell, CellSheet
from svcdocs.workbook.headings import fold
from svcdocs.workbook.likeness import NEAR, SURE, alike
from svcdocs.workbook.placing import Heads, Wanted

HEADING_ROWS = 60  # how far down a sheet its headings are looked for

_Row = Mapping[int, Cell]


def find_heads(cells: CellSheet, wanted: Wanted) -> Heads | None:
    """The headings of a table; None where nothing on the sheet looks like them.

    The row with most headings as they were sent out; of two such rows that above the help. Only where that leaves
    headings unexplained are two rows taken together, changed words considered, and the line of help looked for.
    """
    best, count = _plain(cells, wanted)
    if best is not None and count >= _asking(best, wanted):
        return best
    rivals = [(weight, heads) for weight, heads in _rivals(cells, wanted) if weight >= min(2, len(wanted.columns))]
    if not rivals:
        return best
    weight, rival = max(rivals, key=lambda pair: (pair[0], -pair[1].first))
    if best is None or weight > count + (rival.first != best.first):
        return rival
    return best


def spread_titles(cells: CellSheet, number: int) -> dict[int, str]:
    """The words on a row of headings; those of a merged cell over each of its columns."""
    titles = {place: cell.text for place, cell in cells.rows.get(number, {}).items()}
    for first, left, last, right in cells.merged:
        if first == number == last and left in titles:
            titles |= dict.fromkeys(range(left, min(right, left + 100) + 1), titles[left])
    return titles


def _plain(cells: CellSheet, wanted: Wanted) -> tuple[Heads | None, int]:
    """The row with most headings as they were sent out, and how many those are."""
    titles = wanted.by_title
    best: int | None = None
    most = (min(2, len(wanted.columns)) - 1, True)
    for number, row in cells.rows.items():
        if number > HEADING_ROWS:
            break
        found = {column.key for cell in row.values() if (column := titles.get(fold(cell.text))) is not None}
        helped = bool(found) and _helps(cells.rows.get(number + 1, {}), wanted) > 1
        if (len(found), helped) > most:
            best, most = number, (len(found), helped)
            if helped and len(found) * 2 > len(wanted.columns):
                break
    return (_heads(cells, best), most[0]) if best is not None else (None, 0)


def _heads(cells: CellSheet, number: int) -> Heads:
    titles = {place: cell.text for place, cell in cells.rows[number].items()}
    return Heads(number, number, titles, help_row=number + 1)


def _asking(heads: Heads, wanted: Wanted) -> int:
    """How many of the words over a table ask to be explained: all but people's own and those that are ours."""
    return sum(
        1
        for title in heads.titles.values()
        if title.strip() and not title.strip().startswith("#") and fold(title) not in wanted.ours
    )


def _rivals(cells: CellSheet, wanted: Wanted) -> Iterator[tuple[float, Heads]]:
    """Other rows that may be the headings, each with how much speaks for it."""
    for number, row in cells.rows.items():
        if number > HEADING_ROWS:
            break
        if (helps := _helps(row, wanted)) > 1:
            above = cells.rows.get(number - 1, {})
            titles = {place: cell.text for place, cell in above.items()} if len(above) > 1 else {}
            yield helps + 0.5, Heads(number - bool(titles), number - bool(titles), titles, help_row=number)
        yield _weight(spread_titles(cells, number), wanted), _heads(cells, number)
        below = cells.rows.get(number + 1)
        if below is not None:
            over = spread_titles(cells, number)
            under = {place: cell.text for place, cell in below.items()}
            both = {at: f"{over.get(at, '')} {under.get(at, '')}".strip() for at in sorted(over.keys() | under.keys())}
            # Taking a second row along has to pay: else the first row of the table would go.
            alone = max(_weight(over, wanted), _weight(under, wanted))
            if (weight := _weight(both, wanted)) > alone:
                yield weight, Heads(number, number + 1, both, help_row=number + 2)


def _weight(titles: Mapping[int, str], wanted: Wanted) -> float:
    """How much like our headings the words of a row are: one for each that is, less for each that is only near."""
    exact = wanted.by_title
    weights: dict[str, float] = {}
    strange = 0
    for title in titles.values():
        column = exact.get(fold(title))
        if column is not None:
            weights[column.key] = 1.0
        elif title.strip() and fold(title) not in wanted.ours and not title.strip().startswith("#"):
            near, key = _nearest(title, wanted)
            strange += near < NEAR
            weights[key] = max(weights.get(key, 0.0), 0.9 if near >= SURE else 0.6 if near >= NEAR else 0.0)
    total = sum(weights.values())
    return total if total > strange else 0.0


def _nearest(title: str, wanted: Wanted) -> tuple[float, str]:
    return max(
        (alike(title, (column.title, column.ours), wanted.also.get(column.ask.field, ())), column.key)
        for column in wanted.columns
    )


def _helps(row: _Row, wanted: Wanted) -> int:
    """How many cells of a row hold one of our lines of help."""
    lines = wanted.help_lines
    return sum(1 for cell in row.values() if fold(cell.text) in lines)
