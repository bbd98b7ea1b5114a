"""The figures of the example's corporate plan, worked out a second way: by openpyxl alone, from the workbooks."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from svcdocs.commands.build import build
from tests.cycles import no_progress
from tests.test_examples import FENMOOR, SIZES, copied, rows

BOOKS = sorted((FENMOOR / "workbooks").glob("*.xlsx"))
FRAMEWORK = FENMOOR / "framework.xlsx"
COLUMNS = ("2026/27 revised", "2027/28 original", "2028/29 estimate")
KINDS = ("Spend", "Income", "Saving", "Reserve", "Capital")
OWED = "Customers and Performance"
"""The service whose figures Finance still owes."""
Row = dict[str, str]


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> WordDocument:
    project = copied(FENMOOR, tmp_path_factory.mktemp("figures") / "cycle")
    assert not build(project, no_progress).blocks
    return Document(io.BytesIO(project.corporate_plan.read_bytes()))


def table(plan: WordDocument, title: str) -> list[Row]:
    """The rows of the one table of a title, each cell by its head."""
    found = [
        one
        for one in plan.tables
        for caption in one._tbl.iter(qn("w:tblCaption"))
        if str(caption.get(qn("w:val"))).startswith(title)
    ]
    assert len(found) == 1, (title, len(found))
    heads, *lines = [[cell.text for cell in row.cells] for row in found[0].rows]
    return [dict(zip(heads, line, strict=True)) for line in lines]


@cache
def own(service: str, sheet: str) -> tuple[Row, ...]:
    """The rows of a sheet in the workbooks of one service and of its teams."""
    stem = service.lower().replace(" ", "-")
    return tuple(row for book in BOOKS if book.stem.startswith(stem) for row in rows(book, sheet))


def central(book: str, sheet: str, service: str) -> Iterator[Row]:
    """The rows about one service in the workbook of Finance or HR, where a blank means the same as above."""
    above = ""
    for row in rows(FENMOOR / "workbooks" / book, sheet):
        above = row.get("Service", above)
        if above == service:
            yield row


def full_time(given: list[Decimal]) -> str:
    return f"{sum(given, Decimal('0.0')):.1f}"


def fte(service: str, *states: str) -> str:
    """The full-time equivalents of the posts of a service, of all or of those in some states."""
    posts = [row for row in central("hr.xlsx", "Posts", service) if "FTE" in row]
    return full_time([Decimal(row["FTE"]) for row in posts if not states or row.get("State", "") in states])


def pounds(amount: int | None) -> str:
    return "–" if amount is None else f"{amount:,}"


def sums(service: str, column: str) -> dict[str, int | None]:
    """What the lines of each kind come to in one column; None where there is no line of a kind."""
    lines = [row for row in central("finance.xlsx", "Money", service) if row.get("Type") in KINDS]
    found: dict[str, int | None] = {}
    for kind in KINDS:
        figures = [int(row[column].replace(",", "")) for row in lines if row["Type"] == kind]
        found[kind] = sum(figures) if figures else None
    return found


def indicators(service: str) -> list[Row]:
    """Those that measure something: a row may name no more than a supporting objective."""
    return [row for row in own(service, "Indicators") if "Indicator" in row]


def scored(service: str) -> list[Row]:
    """The indicators of a service that belong on the scorecard."""
    shared = {row["Ref"] for row in rows(FRAMEWORK, "Shared indicators") if row.get("Scorecard") == "Yes"}
    return [row for row in indicators(service) if row.get("Scorecard") == "Yes" or row.get("Ref") in shared]


def corporate(service: str) -> Iterator[tuple[int, str, str]]:
    """The corporate risks of a service: minus the score, the service and the reference."""
    scale = rows(FRAMEWORK, "Risk scale")
    highest = max(int(part) for row in scale if row["Scale"] == "Band" for part in row["Score"].split("-"))
    least = next(int(row["Score"].split("-")[0]) for row in scale if row["Score"].endswith(f"-{highest}"))
    for risk in own(service, "Risks"):
        score = 1
        for axis in ("Likelihood", "Impact"):
            words = {row["Label"]: int(row["Score"]) for row in scale if row["Scale"] == axis}
            score *= words.get(risk[axis]) or int(risk[axis])
        if risk.get("Corporate") == "Yes" or score >= least:
            yield -score, service, risk.get("Ref", "–")


def test_each_service_counts_as_its_workbooks_do(plan: WordDocument) -> None:
    counted = {row.pop("Service"): row for row in table(plan, "Service by service")}
    assert list(counted) == list(SIZES)
    for service, row in counted.items():
        row.pop("Commitments served")
        actions = [one for sheet in ("Actions", "Commitments") for one in own(service, sheet) if "Action" in one]
        assert row == {
            "Objectives": str(sum("Under" not in one for one in own(service, "Objectives"))),
            "Actions": str(len(actions)),
            "Headline actions": str(sum(one.get("Headline") == "Yes" for one in actions)),
            "Indicators": str(len(indicators(service))),
            "Risks": str(len(own(service, "Risks"))),
            "FTE": fte(service),
        }, service


def test_the_workforce_of_each_service_and_team_is_that_of_hr(plan: WordDocument) -> None:
    lines = [list(row.values()) for row in table(plan, "Workforce by service")]
    states = ((), ("Vacant",), ("Not confirmed", "Subject to bid"))
    wanted = [[service, *(fte(service, *some) for some in states)] for service in SIZES]
    council = [full_time([Decimal(line[place]) for line in wanted]) for place in (1, 2, 3)]
    assert lines == [*wanted, ["Council", *council]]
    teams: dict[tuple[str, str], Decimal] = {}
    for service in SIZES:
        for row in central("hr.xlsx", "Posts", service):
            team = "Service as a whole" if row.get("Team", "-") == "-" else row["Team"]
            teams[service, team] = teams.get((service, team), Decimal(0)) + Decimal(row.get("FTE", "0"))
    printed = {(row["Service"], row["Team"]): Decimal(row["FTE"]) for row in table(plan, "Workforce by team")}
    assert printed == teams


@pytest.mark.parametrize("column", COLUMNS)
def test_the_money_of_each_service_is_that_of_finance(plan: WordDocument, column: str) -> None:
    found = {service: sums(service, column) for service in SIZES}
    assert not any(found[OWED].values())
    # Spending and income stand there always, the other kinds where any service has them.
    shown = [
        kind
        for place, kind in enumerate(KINDS)
        if place < 2 or any(kinds[kind] is not None for kinds in found.values())
    ]
    wanted = {
        service: ["Not given"] * len(shown) if service == OWED else [pounds(kinds[kind]) for kind in shown]
        for service, kinds in found.items()
    }
    given = {kind: [kinds[kind] for kinds in found.values()] for kind in shown}
    totals = {kind: [one for one in amounts if one is not None] for kind, amounts in given.items()}
    wanted["Sum of 5 of 6 services"] = [pounds(sum(amounts) if amounts else None) for amounts in totals.values()]
    printed = [list(row.values()) for row in table(plan, f"Money: {column}")]
    assert {service: amounts for service, *amounts in printed} == wanted


def test_the_scorecard_has_the_figures_that_the_services_typed(plan: WordDocument) -> None:
    lines = {(line["Service"], line["Ref"]): line for line in table(plan, "Scorecard")}
    typed = {(service, row["Ref"]): row for service in SIZES for row in scored(service)}
    assert len(lines) == len(table(plan, "Scorecard")) == sum(len(scored(service)) for service in SIZES)
    assert lines.keys() == typed.keys()
    assert [service for service, _ in lines] == sorted((one for one, _ in lines), key=list(SIZES).index)
    for (service, ref), row in typed.items():
        line = lines[service, ref]
        for year in ("2027/28", "2028/29", "2029/30"):
            covered = year != "2029/30" or service == "Planning and Regeneration"
            assert line[f"Target {year}"] == row.get(f"Target {year}", "Not given" if covered else "–"), row
        latest = [f"{row[f'Result {year}']} ({year})" for year in ("2025/26", "2024/25") if f"Result {year}" in row]
        assert line["Latest result"] == next(iter(latest), "Not given"), row
        assert line["Baseline"].startswith(row.get("Baseline", "Not given")), row


def test_the_corporate_risks_are_those_marked_and_those_in_the_highest_band(plan: WordDocument) -> None:
    wanted = sorted((one for service in SIZES for one in corporate(service)), key=lambda one: one[0])
    printed = [(row["Score"].split(" ")[0], row["Service"], row["Ref"]) for row in table(plan, "Corporate risks")]
    assert printed == [(str(-score), service, ref) for score, service, ref in wanted]


SHARED = {"Environment and Streets: ES3.4", "Leisure and Culture: HC6.4"}
"""What the sheet Shared resources says is one and the same."""


def test_the_bids_come_to_what_is_asked_for_and_what_is_shared_counts_once(plan: WordDocument) -> None:
    first, *lines, total = table(plan, "Bids for more")
    (row,) = rows(FRAMEWORK, "Shared resources")
    assert {row["One row"], row["The other row"]} == SHARED
    assert first["Service"] == "; ".join(sorted(name.split(":")[0] for name in SHARED))
    bids = [(service, row) for service in SIZES for row in own(service, "Bids")]
    assert [line["Service"] for line in lines] == [service for service, _ in bids]
    asked = {
        year: 16_500 + sum(int(row.get(f"Asked for {year}", "0").strip("£").replace(",", "")) for _, row in bids)
        for year in ("2027/28", "2028/29")
    }
    assert first["Amount"].splitlines() == [f"{year}: £16,500" for year in asked]
    assert total["Amount"].splitlines() == [f"{year}: £{amount:,}" for year, amount in asked.items()]
    assert total["Posts (FTE)"] == full_time([Decimal("0.5"), *(Decimal(row.get("FTE", "0")) for _, row in bids)])


def requests() -> Iterator[tuple[str, str, str]]:
    """What each action asks for beyond what there is: the service, the reference, and the words in small letters."""
    for service in SIZES:
        for row in (one for sheet in ("Actions", "Commitments") for one in own(service, sheet)):
            text = row.get("Extra resources", "").lower()
            nothing = ("within existing", "from existing", "none", "leave out", "no ", "n/a")
            if text and not text.startswith(nothing):
                yield service, row.get("Ref", ""), text


def added_up(text: str, years: int) -> int:
    """What words ask for in all years together; 0 where it is a range, or one of several does not say when."""
    text = text.partition(", of which")[0]
    found = re.findall(r"£([\d,]+)([^£]*)", text)
    parts = [(int(figure.replace(",", "").strip()), beside) for figure, beside in found]
    when = [re.search(r"per annum|a year|once|in 20\d\d/\d\d", beside) for _, beside in parts]
    if re.search(r"£[\d,]+ [-–] £", text) or (len(parts) > 1 and not all(when)):
        return 0
    yearly = [years if re.search("per annum|a year", beside) else 1 for _, beside in parts]
    return sum(amount * times for (amount, _), times in zip(parts, yearly, strict=True))


def test_all_that_is_asked_for_comes_to_what_the_rows_say_each_once(plan: WordDocument) -> None:
    posts = [row for service in SIZES for row in central("hr.xlsx", "Posts", service) if "Post" in row]
    hang = [row for row in posts if row.get("State") in ("Subject to bid", "Not confirmed")]
    bids = [(service, row) for service in SIZES for row in own(service, "Bids")]
    actions = list(requests())
    of_bids = [one for one in actions if re.search(r"\bbid lb\d", one[2])]
    of_posts = [one for one in actions if "the recycling adviser" in one[2]]
    table_rows = table(plan, "All that is asked for")
    counted = sum(int(row["Requests"].split(" ")[0]) for row in table_rows)
    assert (len(of_bids), len(of_posts)) == (3, 1)
    assert counted == len(actions) + len(hang) + len(bids) - len(of_bids) - len(of_posts) - 1  # one is shared
    money = sum(
        int(row[f"Asked for {year}"].strip("£").replace(",", ""))
        for _, row in bids
        for year in ("2027/28", "2028/29")
        if f"Asked for {year}" in row
    )
    for service, ref, text in actions:
        if (service, ref, text) not in of_bids and f"{service}: {ref}" != "Leisure and Culture: HC6.4":
            money += added_up(text, 3 if service == "Planning and Regeneration" else 2)
    printed = sum(
        int(figure.replace(",", "")) for row in table_rows for figure in re.findall(r"£([\d,]+)", row["Amount"])
    )
    assert printed == money


def test_every_action_of_the_workbooks_stands_with_what_it_serves_and_in_the_index(plan: WordDocument) -> None:
    tables = Counter(
        (row.cells[1].text.split(" (for ")[0], row.cells[2].text)
        for one in plan.tables
        if [cell.text for cell in one.rows[0].cells][:3] == ["Ref", "Action", "Service"]
        for row in one.rows[1:]
    )
    texts = [paragraph.text for paragraph in plan.paragraphs]
    index = texts[texts.index("Who leads what", texts.index("Who leads what") + 1) :]
    for service in SIZES:
        for row in (one for sheet in ("Actions", "Commitments") for one in own(service, sheet) if "Action" in one):
            title = row["Action"].removesuffix(f" ({row.get('Ref')})")
            assert tables[title, service], (service, title)
            start = f"{row.get('Ref', '')} {title[:60]}".strip()
            assert any(line.startswith(start) for line in index), (service, start)
