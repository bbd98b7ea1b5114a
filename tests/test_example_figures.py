"""The figures of the example's corporate plan, worked out a second way: by openpyxl alone, from the workbooks."""

from __future__ import annotations

import calendar
import datetime as dt
import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from lxml import etree

from svcdocs.commands.build import build
from svcdocs.project import Project
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
def built(tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = copied(FENMOOR, tmp_path_factory.mktemp("figures") / "cycle")
    assert not build(project, no_progress).blocks
    return project


@pytest.fixture(scope="module")
def plan(built: Project) -> WordDocument:
    return Document(io.BytesIO(built.corporate_plan.read_bytes()))


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


PRIORITIES = rows(FRAMEWORK, "Priorities")


def _above() -> dict[str, str]:
    """The aim above each priority: by what stands under Under; an item without belongs to the action above it."""
    under: dict[str, str] = {}
    action = ""
    for row in PRIORITIES:
        under[row["Ref"]] = row.get("Under", action if row["Level"] == "Item" else "")
        action = row["Ref"] if row["Level"] == "Council action" else action
    found = {}
    for ref in under:
        place = ref
        while under[place]:
            place = under[place]
        found[ref] = place
    return found


ABOVE = _above()
LEVEL = {row["Ref"]: row["Level"] for row in PRIORITIES}
AIMS = [ref for ref, level in LEVEL.items() if level == "Aim"]
COMMITMENTS = [ref for ref, level in LEVEL.items() if level == "Council action"]
GONE = {row["Ref"] for row in PRIORITIES if "Withdrawn on" in row}
IN_FORCE = [ref for ref in COMMITMENTS if ref not in GONE]
PARTS: dict[str, list[str]] = {}
for _row in PRIORITIES:
    if _row["Level"] == "Item":
        PARTS.setdefault(_row.get("Under", ""), []).append(_row["Ref"])


def refs(cell: str) -> list[str]:
    return [] if cell in ("", "None", "-") else [part.strip() for part in re.split(r"[,\n;]", cell) if part.strip()]


@cache
def actions(service: str) -> tuple[Row, ...]:
    """The actions of a service, those on its sheet of commitments first; further rows of one hold only its steps."""
    return tuple(row for sheet in ("Commitments", "Actions") for row in own(service, sheet) if "Action" in row)


def _reach(service: str, named: list[str], seen: frozenset[str] = frozenset()) -> set[str]:
    """What a list of references leads to: priorities, and by way of objectives and own actions what these lead to."""
    found: set[str] = set()
    for ref in named:
        if ref in LEVEL:
            found.add(ref)
        for row in (*own(service, "Objectives"), *actions(service)):
            if row.get("Ref") == ref and ref not in seen:
                onward = refs(row.get("Serves", row.get("For", ""))) or refs(row.get("Under", ""))
                found |= _reach(service, onward, seen | {ref})
    return found


def leads(service: str, row: Row) -> set[str]:
    """The priorities that an objective or action leads to; what names commitments leads to no others of them."""
    named = refs(row.get("Serves", row.get("For", ""))) or refs(row.get("Under", row.get("Ref", "")))
    binding = {ref for ref in named if LEVEL.get(ref) in ("Council action", "Item")}
    reached = _reach(service, named)
    if not binding:
        return reached
    return {ref for ref in reached if LEVEL[ref] not in ("Council action", "Item") or ref in named}


def aims_of(reached: set[str]) -> set[str]:
    return {ABOVE[ref] for ref in reached}


def measured(service: str, row: Row) -> set[str]:
    """The priorities that an indicator measures: by what it names, and by the actions that name it."""
    found: set[str] = set()
    for ref in refs(row.get("Objective", "")):
        found |= {ref} if ref in LEVEL else set()
        for each in (*own(service, "Objectives"), *actions(service)):
            found |= leads(service, each) if each.get("Ref") == ref else set()
    for each in actions(service):
        if row.get("Ref") and row["Ref"] in refs(each.get("Indicators", "")):
            found |= leads(service, each)
    return found


@cache
def serving(ref: str) -> tuple[str, ...]:
    """The services of which an objective or action leads to a commitment or a part of it."""
    parts = {ref, *PARTS.get(ref, ())}
    return tuple(
        service
        for service in SIZES
        if any(parts & leads(service, row) for row in (*own(service, "Objectives"), *actions(service)))
    )


APRIL = 4
MONTHS = {name: number for number, name in enumerate(calendar.month_name) if name}
DATE = re.compile(rf"(?:(\d{{1,2}}) )?({'|'.join(MONTHS)}) (\d{{4}})|Q([1-4]) (\d{{4}})/\d\d")


def last_in(text: str) -> dt.date:
    """The latest day that a text names; a month or quarter stands for its last day."""
    days = [dt.date.min]
    for day, month, year, quarter, of in DATE.findall(text):
        number = (int(quarter) * 3 + 2) % 12 + 1 if quarter else MONTHS[month]
        when = int(of) + (number < APRIL) if quarter else int(year)
        days.append(dt.date(when, number, int(day or calendar.monthrange(when, number)[1])))
    return max(days)


def last_day(action: Row) -> dt.date | None:
    """When an action ends: the last day under Finish by, unless that only begins or says no day."""
    text = action.get("Finish by", "")
    if "From" in text or last_in(text) == dt.date.min:
        return None
    return last_in(text)


def leaders() -> Counter[str]:
    """How many actions everybody leads, by the names and posts of the sheet People."""
    people = rows(FRAMEWORK, "People")
    counts: Counter[str] = Counter()
    for service in SIZES:
        for action in actions(service):
            names = [
                part.strip()
                for field in ("Lead", "Also leading")
                for part in re.split(r"[/\n]", action.get(field, ""))
                if part.strip()
            ]
            found = set()
            for name in names:
                meant = [
                    row
                    for row in people
                    if name.casefold()
                    in {
                        one.strip().casefold()
                        for head in ("Name", "Post", "Abbreviation", "Also written")
                        for one in row.get(head, "").split("\n")
                    }
                ]
                near = [row for row in meant if row.get("Service") == service] or meant
                told = {", ".join(part for part in (row.get("Name"), row.get("Post")) if part) for row in near}
                found.add(next(iter(told)) if len(told) == 1 else name)
            counts.update(found)
    return counts


def texts(plan: WordDocument) -> list[str]:
    return [paragraph.text for paragraph in plan.paragraphs]


def indicators(service: str) -> list[Row]:
    """Those that measure something: a row may name no more than a supporting objective."""
    return [row for row in own(service, "Indicators") if "Indicator" in row]


def scored(service: str) -> list[Row]:
    """The indicators of a service that belong on the scorecard."""
    shared = {row["Ref"] for row in rows(FRAMEWORK, "Shared indicators") if row.get("Scorecard") == "Yes"}
    return [row for row in indicators(service) if row.get("Scorecard") == "Yes" or row.get("Ref") in shared]


def corporate(service: str) -> Iterator[tuple[int, str, bool]]:
    """The corporate risks of a service: minus the score, the service with its reference, and whether it is high."""
    scale = rows(FRAMEWORK, "Risk scale")
    highest = max(int(part) for row in scale if row["Scale"] == "Band" for part in row["Score"].split("-"))
    least = next(int(row["Score"].split("-")[0]) for row in scale if row["Score"].endswith(f"-{highest}"))
    for risk in own(service, "Risks"):
        score = 1
        for axis in ("Likelihood", "Impact"):
            words = {row["Label"]: int(row["Score"]) for row in scale if row["Scale"] == axis}
            score *= words.get(risk[axis]) or int(risk[axis])
        if risk.get("Corporate") == "Yes" or score >= least:
            yield -score, f"{service} ({risk['Ref']})" if "Ref" in risk else service, score >= least


def test_each_service_counts_as_its_workbooks_do(plan: WordDocument) -> None:
    counted = {row.pop("Service"): row for row in table(plan, "Service by service")}
    assert list(counted) == list(SIZES)
    for service, row in counted.items():
        assert row == {
            "Objectives": str(sum("Under" not in one for one in own(service, "Objectives"))),
            "Actions": str(len(actions(service))),
            "Headline actions": str(sum(one.get("Headline") == "Yes" for one in actions(service))),
            "Indicators": str(len(indicators(service))),
            "Risks": str(len(own(service, "Risks"))),
            "Commitments served": str(sum(service in serving(ref) for ref in IN_FORCE)),
            "FTE": fte(service),
        }, service


def test_the_figures_of_the_council_are_the_sums_of_its_services(plan: WordDocument) -> None:
    told = {row["What"]: (row["Figure"], row["What is counted"]) for row in table(plan, "The council in figures")}
    every = [one for service in SIZES for one in actions(service)]
    risks = [one for service in SIZES for one in corporate(service)]
    lines = sum(len(scored(service)) for service in SIZES)
    objectives = sum("Under" not in one for service in SIZES for one in own(service, "Objectives"))
    whole = [Decimal(fte(service)) for service in SIZES]
    assert told.pop("Services with a plan") == ("6 of 6", "Services whose return has come in")
    assert told.pop("Aims")[0] == str(len(AIMS))
    served = sum(bool(serving(ref)) for ref in IN_FORCE)
    assert told.pop("Commitments") == (
        str(len(IN_FORCE)),
        f"In force; {served} of them have a contribution from at least one service",
    )
    assert told.pop("Objectives")[0] == str(objectives)
    headlines = sum(one.get("Headline") == "Yes" for one in every)
    assert told.pop("Actions") == (str(len(every)), f"Of all services; {headlines} of them are headline actions")
    assert told.pop("Indicators") == (
        str(sum(len(indicators(service)) for service in SIZES)),
        f"Of all services; the scorecard has {lines} lines",
    )
    assert told.pop("Risks") == (
        str(sum(len(own(service, "Risks")) for service in SIZES)),
        f"Of all services; {len(risks)} of them are corporate risks",
    )
    assert told.pop("Workforce (FTE)") == (full_time(whole), "Sum of 6 of 6 services, in full-time equivalents")
    found = {service: sums(service, COLUMNS[1]) for service in SIZES}
    for kind in KINDS:
        given = [amount for kinds in found.values() if (amount := kinds[kind]) is not None]
        if given:
            label = f"{kind}, {COLUMNS[1]}, as at 12 February 2027"
            assert told.pop(label) == (f"£{sum(given):,}", f"Sum of {len(given)} of 6 services")
    assert told == {}


def test_the_workforce_of_each_service_and_team_is_that_of_hr(plan: WordDocument) -> None:
    lines = table(plan, "Workforce by service")
    states = ((), ("Vacant",), ("Not confirmed", "Subject to bid"))
    wanted = [[service, *(fte(service, *some) for some in states)] for service in SIZES]
    council = [full_time([Decimal(line[place]) for line in wanted]) for place in (1, 2, 3)]
    assert [list(row.values())[:4] for row in lines] == [*wanted, ["Council", *council]]
    teams: dict[tuple[str, str], Decimal] = {}
    for service in SIZES:
        for row in central("hr.xlsx", "Posts", service):
            team = "Service as a whole" if row.get("Team", "-") == "-" else row["Team"]
            teams[service, team] = teams.get((service, team), Decimal(0)) + Decimal(row.get("FTE", "0"))
    printed = {
        (row["Service"], team.rpartition(" ")[0]): Decimal(team.rpartition(" ")[2])
        for row in lines[:-1]
        for team in row["Team"].split("; ")
    }
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


def told_of(row: Row) -> str:
    """The newest result of an indicator, and whether it is as good as the target for the first year."""
    latest = [(row[f"Result {year}"], year) for year in ("2025/26", "2024/25") if f"Result {year}" in row]
    if not latest:
        return "Not given"
    result, year = latest[0]
    figures = [re.fullmatch(r"£?([\d,.]+)(%?)", text) for text in (result, row.get("Target 2027/28", ""))]
    good = {"High": 1, "Low": -1}.get(row.get("Good is", ""), 0)
    if not good or not all(figures) or len({one[2] for one in figures if one}) > 1:
        return f"{result} ({year})"
    reached, wanted = (Decimal(one[1].replace(",", "")) for one in figures if one)
    return f"{result} ({year})\n{'At target' if good * (reached - wanted) >= 0 else 'Short of target'}"


def targets(service: str, row: Row) -> list[str]:
    years = ["2027/28", "2028/29", *(["2029/30"] if service == "Planning and Regeneration" else [])]
    return [f"{year}: {row.get(f'Target {year}', 'Not given')}" for year in years]


def shared() -> set[str]:
    return {row["Ref"] for row in rows(FRAMEWORK, "Shared indicators")}


@pytest.mark.parametrize("aim", ["A", "B", "C", "D"])
def test_an_aim_has_the_measures_of_the_scorecard_that_measure_it_as_the_services_typed_them(
    plan: WordDocument, aim: str
) -> None:
    wanted = [
        (f"{row['Ref']} {row['Indicator']}", service, told_of(row), "\n".join(targets(service, row)))
        for service in SIZES
        for row in scored(service)
        if row["Ref"] not in shared() and aim in aims_of(measured(service, row))
    ]
    lines = [tuple(row.values()) for row in table(plan, f"How we will know: Aim {aim}:")]
    assert sorted((name.rpartition(" (")[0], *rest) for name, *rest in lines) == sorted(wanted)
    assert [line[1] for line in lines] == [service for _, service, *_ in wanted]
    every = sum(aim in aims_of(measured(service, row)) for service in SIZES for row in indicators(service))
    assert f"More indicators that measure it: {every - len(wanted)}. All are in annex B." in texts(plan)


def test_each_line_of_the_scorecard_stands_somewhere_and_they_are_counted_as_they_stand(plan: WordDocument) -> None:
    every = [(service, row) for service in SIZES for row in scored(service)]
    there = sum(told_of(row).endswith("At target") for _, row in every)
    short = sum(told_of(row).endswith("Short of target") for _, row in every)
    (told,) = (one for one in texts(plan) if one.startswith("Lines of the scorecard"))
    assert told.startswith(
        f"Lines of the scorecard: {len(every)}. At their target for the first year already: {there}; "
    )
    assert f"short of it: {short}; not to be compared" in told
    assert f"what is good: {len(every) - there - short}." in told
    lines = {row["Service"]: list(row.values())[1:] for row in table(plan, "Measures that services share")}
    assert list(lines) == list(SIZES)
    for service, row in every:
        if row["Ref"] in shared():
            cell = "\n".join(("; ".join(told_of(row).split("\n")), "; ".join(targets(service, row))))
            assert cell in lines[service], (service, row["Ref"])
        else:
            assert aims_of(measured(service, row)), row


def test_the_bars_of_the_scorecard_are_its_figures(built: Project) -> None:
    with zipfile.ZipFile(built.corporate_plan) as archive:
        charts = [
            etree.fromstring(archive.read(name))
            for name in archive.namelist()
            if re.fullmatch(r"word/charts/\w+\.xml", name)
        ]
    (chart,) = charts
    values = {
        series.findtext("{*}tx//{*}v"): [point.findtext("{*}v") for point in series.iterfind("{*}val//{*}pt")]
        for series in chart.iter("{*}ser")
    }
    counts = {
        name: [sum(told_of(row).endswith(name) for row in scored(service)) for service in SIZES]
        for name in ("At target", "Short of target")
    }
    for name, wanted in counts.items():
        assert values.get(name, []) == [str(count) for count in wanted if count], name


def test_the_corporate_risks_are_those_marked_and_those_in_the_highest_band(plan: WordDocument) -> None:
    wanted = sorted((one for service in SIZES for one in corporate(service)), key=lambda one: one[0])
    for title, is_high in (("Corporate risks", True), ("Marked as corporate", False)):
        name = "Service and owner" if is_high else "Service"
        printed = [(row["Score"].split(" ")[0], row[name].split("\n")[0]) for row in table(plan, title)]
        assert printed == [(str(-score), name) for score, name, high in wanted if high is is_high]


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


def test_the_matrix_and_the_table_of_the_thread_count_what_leads_where(plan: WordDocument) -> None:
    matrix = {row.pop("Service"): list(row.values()) for row in table(plan, "Which service contributes")}
    counts = {
        service: [sum(aim in aims_of(leads(service, row)) for row in actions(service)) for aim in AIMS]
        for service in SIZES
    }
    counts["All services"] = [sum(column) for column in zip(*counts.values(), strict=True)]
    assert matrix == {service: [str(count or "None") for count in found] for service, found in counts.items()}
    assert all(leads(service, row) for service in SIZES for row in actions(service))
    printed = {row.pop("Commitment"): list(row.values()) for row in table(plan, "What leads to each commitment")}
    assert list(printed) == list(IN_FORCE)
    for ref, (services, objectives, acts, measures) in printed.items():
        parts = {ref, *PARTS.get(ref, ())}
        found = {
            service: sum(bool(parts & leads(service, row)) for row in actions(service)) for service in serving(ref)
        }
        wanted = "; ".join(f"{service}: {count}" if count else service for service, count in found.items())
        assert services == wanted
        wholes = [(service, row) for service in SIZES for row in own(service, "Objectives") if "Under" not in row]
        assert objectives == str(sum(bool(parts & leads(service, row)) for service, row in wholes) or "None"), ref
        assert acts == str(sum(found.values()) or "None")
        told = sum(bool(parts & measured(service, row)) for service in SIZES for row in indicators(service))
        assert measures == str(told or "None"), ref


@pytest.mark.parametrize("aim", ["A", "B", "C", "D"])
def test_each_contribution_stands_beside_its_commitment_with_the_last_of_its_dates(
    plan: WordDocument, aim: str
) -> None:
    lines = table(plan, f"Contributions: Aim {aim}:")
    refs = [ref for ref in COMMITMENTS if ABOVE[ref] == aim]
    assert [(row["Ref"], row["Service"]) for row in lines] == [(ref, one) for ref in refs for one in serving(ref)]
    for row in lines:
        service, parts = row["Service"], {row["Ref"], *PARTS.get(row["Ref"], ())}
        mine = [one for one in actions(service) if parts & leads(service, one)]
        told = row["What it contributes"]
        for one in mine:
            if "Ref" in one:
                assert re.search(rf"(?<![\w.]){re.escape(one['Ref'])}(?![\w.])", told), (row, one)
        bare = sum("Ref" not in one for one in mine)
        named = int(bare and not re.match(r"[A-Z]{1,2}\d", told))
        assert f"other actions: {bare - named}" in told or bare - named == 0, (row, bare)
        ends = [last for one in mine if (last := last_day(one)) is not None]
        if ends:
            assert last_in(row["By when"]) == max(ends), row
        for one in own(service, "Objectives"):
            if parts & leads(service, one) and "Ref" in one:
                assert re.search(rf"objectives: .*(?<!\w){one['Ref']}(?!\w)", told), (row, one)


def test_headlines_money_and_leaders_are_those_of_the_workbooks(plan: WordDocument) -> None:
    said = texts(plan)
    seen: set[tuple[str, str]] = set()
    for aim in AIMS:
        mine = [(service, row) for service in SIZES for row in actions(service) if aim in aims_of(leads(service, row))]
        titles = {(row["Action"], service) for service, row in mine if row.get("Headline") == "Yes"} - seen
        printed = {(row["Headline action"], row["Service"]) for row in table(plan, f"Headline actions: Aim {aim}:")}
        assert printed == titles
        seen |= titles
        needs = [row.get("Extra resources", "") for _, row in mine]
        nothing = sum(one.lower().startswith(("none", "within existing")) for one in needs)
        unsaid = sum(one in ("", "Leave out") for one in needs)
        asking = len(mine) - nothing - unsaid
        told = (
            f"Of its {len(mine)} actions {nothing} need nothing beyond what there is, and {asking} say what they need"
        )
        assert (f"{told}; not said: {unsaid}." if unsaid else f"{told}.") in said
        assert any(f"Actions for it in all: {len(mine)}. They are in annex A" in one for one in said)
    (sentence,) = (one for one in said if one.startswith("Most actions are led by"))
    led = [(name, int(count)) for name, count in re.findall(r"(?:by|;) ([^(;]+) \((\d+)\)", sentence)]
    counts = leaders()
    assert led == sorted(counts.items(), key=lambda pair: (-pair[1], pair[0].casefold()))[:5]


Need = tuple[str, str]
WHEN, FIGURE = "when", "figure"


def needed(text: str) -> dict[Need, int] | str:
    """What words in small letters ask for, by kind and year; why it cannot be added, where it cannot."""
    text = text.partition(", of which")[0]
    parts = [(int(one.replace(",", "")), beside) for one, beside in re.findall(r"£([\d,]*\d)([^£]*)", text)]
    if not parts or re.search(r"£[\d,]+ [-–] £|about £|up to £", text):
        return FIGURE
    found: dict[Need, int] = {}
    for amount, beside in parts:
        year = re.search(r"20\d\d/\d\d", beside)
        if re.search("per annum|a year", beside):
            found["in each year", ""] = amount
        elif year:
            found["in", year[0]] = amount
        elif "capital" in beside:
            found["of capital", ""] = amount
        elif " once" in beside:
            found["once", ""] = amount
        else:
            return WHEN if len(parts) == 1 else FIGURE
    return found


def needed_by_bid(row: Row) -> dict[Need, int]:
    given = {year: row[f"Asked for {year}"] for year in ("2027/28", "2028/29") if f"Asked for {year}" in row}
    amounts = {year: int(amount.strip("£").replace(",", "")) for year, amount in given.items()}
    if row["How often"] == "Every year" and len(set(amounts.values())) == 1:
        return {("in each year", ""): next(iter(amounts.values()))}
    return {("in", year): amount for year, amount in amounts.items()}


@pytest.mark.parametrize("aim", ["A", "B", "C", "D"])
def test_what_the_actions_for_an_aim_need_is_added_kind_by_kind_and_what_is_in_no_sum_is_named(
    plan: WordDocument, aim: str
) -> None:
    bids = {row["Ref"]: row for row in own("Leisure and Culture", "Bids")}
    asked: dict[str, tuple[str, dict[Need, int] | str]] = {}
    for service in SIZES:
        for row in actions(service):
            text = row.get("Extra resources", "").lower()
            if aim not in aims_of(leads(service, row)) or not text:
                continue
            if text.startswith(("within existing", "from existing", "none", "leave out", "no ", "n/a")):
                continue
            bid = re.search(r"\bbid (lb\d)", text)
            name = row.get("Ref", "")
            key = f"{service}: {name or row['Action']}"
            if bid:
                name = key = bid[1].upper()
            said = needed_by_bid(bids[name]) if bid else needed(text)
            asked["shared" if key in SHARED else key] = (name, said)
    wanted: dict[Need, list[int]] = {}
    left: dict[str, list[str]] = {FIGURE: [], WHEN: []}
    for name, said in asked.values():
        if isinstance(said, str):
            left[said].append(name)
        else:
            for need, amount in said.items():
                wanted.setdefault(need, []).append(amount)
    order = ["in each year", "once", "in", "of capital"]
    sums = [
        f"{kind}{f' {year} alone' if year else ''} £{sum(amounts):,} ({len(amounts)})"
        for (kind, year), amounts in sorted(wanted.items(), key=lambda pair: (order.index(pair[0][0]), pair[0][1]))
    ]
    reasons = [
        f"{said} ({', '.join([*filter(None, left[why]), *([f'{bare} without a reference'] if bare else [])])})"
        for why, said in ((FIGURE, "no one clear figure"), (WHEN, WITHOUT_KIND))
        for bare in [left[why].count("")]
        if left[why]
    ]
    printed = texts(plan)
    told = [one.removeprefix(ADDED).split(f". {BOTH} In no sum: ") for one in printed if one.startswith(ADDED)]
    (unadded,) = (left for added, left in told if added == "; ".join(sums))
    assert sorted(re.split(r"[(), ]+", unadded)) == sorted(re.split(r"[(), ]+", f"{'; '.join(reasons)}."))


ADDED = "Added up, each pound once, with the number of requests: "
BOTH = "What serves two aims is in the sums of both."
WITHOUT_KIND = "not said when, or whether each year"


def test_the_milestones_are_the_dates_to_come_and_the_headlines_that_end_in_the_first_year(plan: WordDocument) -> None:
    printed = table(plan, "Milestones")
    dates = [row for row in rows(FRAMEWORK, "Calendar") if last_in(row["Date"]) >= dt.date(2027, 2, 15)]
    for row in dates:
        assert row in printed
    ended = {
        row["Action"].removesuffix(f" ({row.get('Ref')})")
        for service in SIZES
        for row in actions(service)
        if row.get("Headline") == "Yes"
        and (last := last_day(row)) is not None
        and dt.date(2027, 4, 1) <= last <= dt.date(2028, 3, 31)
    }
    ends = [row for row in printed if row["What happens"].startswith("Headline action ends: ")]
    assert {
        name for row in ends for name in row["What happens"].removeprefix("Headline action ends: ").split("; ")
    } == ended
    assert len(printed) == len(dates) + len(ends)
    left = len(rows(FRAMEWORK, "Calendar")) - len(dates)
    assert f"Dates of the planning round before 15 February 2027 are left out: {left}." in texts(plan)
