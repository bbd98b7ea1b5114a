"""What stands beside the example's corporate plan, worked out a second way: by openpyxl alone, from the workbooks."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from pathlib import Path

import openpyxl
import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from svcdocs.commands.beside_names import BESIDE, BOOK
from svcdocs.commands.build import Built, build
from tests.cycles import no_progress
from tests.documents.corporate_outline import outline
from tests.test_example_figures import COLUMNS, FRAMEWORK, KINDS, OWED, indicators, own, scored, sums
from tests.test_examples import FENMOOR, SIZES, copied, rows

Row = dict[str, str]
HELP = "Services whose help we need"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Built, Path]:
    project = copied(FENMOOR, tmp_path_factory.mktemp("annexes") / "cycle")
    return build(project, no_progress), project.output_dir


@pytest.fixture(scope="module")
def made(built: tuple[Built, Path]) -> dict[str, WordDocument]:
    """Each Word document by the stem of its name."""
    return {Path(name).stem: Document(io.BytesIO((built[1] / name).read_bytes())) for name in BESIDE}


@pytest.fixture(scope="module")
def data(built: tuple[Built, Path]) -> dict[str, list[Row]]:
    """The rows of each sheet of the spreadsheet, by openpyxl alone."""
    book = openpyxl.load_workbook(built[1] / BOOK)
    found = {}
    for sheet in book.worksheets:
        heads, *lines = [[str(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
        found[sheet.title] = [dict(zip(heads, line, strict=True)) for line in lines]
    return found


def actions(service: str) -> list[Row]:
    """The actions of a service as its workbooks have them; a row without one goes on with the action above."""
    return [row for sheet in ("Commitments", "Actions") for row in own(service, sheet) if "Action" in row]


def title(row: Row) -> str:
    return row["Action"].removesuffix(f" ({row.get('Ref')})")


def tables(document: WordDocument, caption: str) -> list[list[list[str]]]:
    """The rows of each table whose title begins so, without its head."""
    return [
        [[cell.text for cell in row.cells] for row in one.rows[1:]]
        for one in document.tables
        for found in one._tbl.iter(qn("w:tblCaption"))
        if str(found.get(qn("w:val"))).startswith(caption)
    ]


@pytest.mark.parametrize("service", SIZES)
def test_annex_a_has_each_action_once_and_no_other(made: dict[str, WordDocument], service: str) -> None:
    (found,) = tables(made["annex-a-actions"], f"Actions of {service}")
    wanted = [(row.get("Ref", "–"), title(row)) for row in actions(service)]
    assert sorted((row[0], row[1]) for row in found) == sorted(wanted)
    one_day = [row for row in actions(service) if re.fullmatch(r"\d+ \w+ \d{4}", row.get("Finish by", ""))]
    told = {row[1]: row[4] for row in found}
    assert [told[title(row)] for row in one_day] == [row["Finish by"] for row in one_day]
    assert one_day or service == "Planning and Regeneration"


@pytest.mark.parametrize("service", SIZES)
def test_annex_b_has_each_indicator_once_and_no_other(made: dict[str, WordDocument], service: str) -> None:
    (found,) = tables(made["annex-b-indicators"], f"Indicators of {service}")
    wanted = Counter(
        f"{row['Ref']} – {row['Indicator']}" if "Ref" in row else row["Indicator"] for row in indicators(service)
    )
    assert Counter(row[0].split("\n")[0] for row in found) == wanted


def test_the_spreadsheet_has_each_action_and_each_indicator_once(data: dict[str, list[Row]]) -> None:
    for service in SIZES:
        mine = [(row["Ref"], row["Action"]) for row in data["Actions"] if row["Service"] == service]
        assert sorted(mine) == sorted((row.get("Ref", "–"), title(row)) for row in actions(service))
        told = [row for row in data["Indicators"] if row["Service"] == service]
        typed = {row["Indicator"]: row for row in indicators(service)}
        assert sorted(row["Indicator"] for row in told) == sorted(row["Indicator"] for row in indicators(service))
        for row in told:
            mine_typed = typed[row["Indicator"]]
            assert row["Ref"] == mine_typed.get("Ref", "–")
            for year in ("2027/28", "2028/29"):
                assert row[f"Target {year}"] == mine_typed.get(f"Target {year}", "Not given"), row
            for year in ("2024/25", "2025/26"):
                assert row[f"Result {year}"] == mine_typed.get(f"Result {year}", "–"), row
    assert {row["Service"] for row in (*data["Actions"], *data["Indicators"])} == set(SIZES)


def test_every_cell_that_asks_for_help_is_told_and_no_other(
    made: dict[str, WordDocument], data: dict[str, list[Row]]
) -> None:
    nothing = {"", "N/A", "None", "Leave out"}
    for service in SIZES:
        asking = {(row.get("Ref", "–"), title(row)) for row in actions(service) if row.get(HELP, "") not in nothing}
        told = {(row["Ref"], row["Action"]) for row in data["Dependencies"] if row["Service"] == service}
        assert told == asking, service
        (found,) = tables(made["annex-c-dependencies"], f"{service} needs")
        assert len(found) == len(asking)
    lines = {
        (service, line.split(": ")[0], line.split(": ")[1])
        for service in SIZES
        for row in actions(service)
        for line in row.get(HELP, "").split("\n")
        if line.count(": ") == 1 and line.split(": ")[0] in SIZES
    }
    told_lines = {(row["Service"], row["Needs the help of"], row["What is needed"]) for row in data["Dependencies"]}
    assert lines <= told_lines
    assert len(lines) > 80


def test_what_a_service_is_asked_for_is_what_others_ask_of_it(
    made: dict[str, WordDocument], data: dict[str, list[Row]]
) -> None:
    (glance,) = tables(made["annex-c-dependencies"], "Who needs whose help")
    counts = {row[0]: (row[1], row[2]) for row in glance}
    assert list(counts) == list(SIZES)
    for service in SIZES:
        needs = Counter(row["Needs the help of"] for row in data["Dependencies"] if row["Service"] == service)
        assert dict(_counted(counts[service][0])) == needs
        of = (service, "All services")
        asked = Counter(row["Service"] for row in data["Dependencies"] if row["Needs the help of"] in of)
        asked.pop(service, None)
        assert dict(_counted(counts[service][1])) == asked


def _counted(told: str) -> list[tuple[str, int]]:
    found = re.findall(r"(?:^|, )(.+?) \((\d+)\)(?=,|$)", told)
    return [(name, int(count)) for name, count in found]


def test_the_index_has_each_action_under_its_leads_and_its_priorities(
    made: dict[str, WordDocument], data: dict[str, list[Row]]
) -> None:
    every = {(service, row.get("Ref", "–"), title(row)) for service in SIZES for row in actions(service)}
    for sheet in ("Index by lead", "Index by priority"):
        assert {(row["Service"], row["Ref"], row["Action"]) for row in data[sheet]} == every, sheet
    text = outline_of(made["annex-d-index"])
    for _, ref, name in every:
        assert f"• {ref} {name} (" in text or f"• {name} (" in text, (ref, name)


def outline_of(document: WordDocument) -> str:
    out = io.BytesIO()
    document.save(out)
    return outline(out.getvalue())


def test_the_glossary_has_the_entries_of_the_framework_that_are_used(
    made: dict[str, WordDocument], data: dict[str, list[Row]]
) -> None:
    (found,) = tables(made["annex-e-glossary"], "Short forms")
    glossary = {row["Abbreviation"]: row["Meaning"] for row in rows(FRAMEWORK, "Glossary")}
    assert {row[0]: row[1] for row in found}.items() <= glossary.items()
    assert {"ICT", "HR", "FTE"} <= {row[0] for row in found}
    assert [row["Short form"] for row in data["Glossary"]] == [row[0] for row in found]


def test_the_summary_has_three_marked_actions_of_each_aim_and_three_measures(made: dict[str, WordDocument]) -> None:
    text = outline_of(made["corporate-summary"])
    marked = {title(row) for service in SIZES for row in actions(service) if row.get("Headline") == "Yes"}
    aims = [row for row in rows(FRAMEWORK, "Priorities") if row["Level"] == "Aim"]
    for row in aims:
        part = text.split(f"## Aim {row['Ref']}: ")[1].split("\n#")[0]
        first = part.split("Some of what we will do:\n")[1].split("\nHow we will know:")[0].split("\n")
        assert len(first) == 3
        for line in first:
            said = line.removeprefix("• ")
            assert any(said.startswith(name.split(" (")[0]) for name in marked), line
        table = [line for line in part.split("\n") if line.startswith("| ")][1:]
        names = {one.get("Indicator", "") for service in SIZES for one in scored(service)}
        assert len(table) == 3
        assert {line.split(" | ")[0][2:] for line in table} <= names


def test_the_money_of_the_summary_is_that_of_finance(made: dict[str, WordDocument]) -> None:
    (found,) = tables(made["corporate-summary"], "The money of the council")
    for kind, *amounts in found:
        for column, amount in zip(COLUMNS, amounts, strict=True):
            given = [sums(service, column)[kind] for service in SIZES if service != OWED]
            assert amount == f"{sum(one for one in given if one is not None):,}", (kind, column)
    assert {row[0] for row in found} <= set(KINDS)


def test_the_summary_is_short_enough_and_the_money_is_drawn_as_well(built: tuple[Built, Path]) -> None:
    line = next(one for one in built[0].lines if one.document == "corporate-summary.docx")
    assert 4 <= line.pages <= 6
    assert line.why == ""
    with zipfile.ZipFile(built[1] / "corporate-summary.docx") as archive:
        assert [name for name in archive.namelist() if re.fullmatch(r"word/charts/\w+\.xml", name)]


def test_the_report_counts_as_the_workbooks_do(made: dict[str, WordDocument]) -> None:
    text = outline_of(made["council-report"])
    priorities = rows(FRAMEWORK, "Priorities")
    aims = sum(row["Level"] == "Aim" for row in priorities)
    in_force = sum(row["Level"] == "Council action" and "Withdrawn on" not in row for row in priorities)
    everything = sum(len(actions(service)) for service in SIZES)
    measured = sum(len(indicators(service)) for service in SIZES)
    told = f"the plans of {len(SIZES)} services. It holds {aims} aims, {in_force} commitments, {everything} actions"
    assert f"{told} and {measured} indicators." in text
    bids = [row for service in SIZES for row in own(service, "Bids")]
    asked = 16_500 + sum(int(row.get("Asked for 2027/28", "0").strip("£").replace(",", "")) for row in bids)
    shared = 1  # a post that two services ask for in their actions, told once by the framework
    told = f"Bids for more: {len(bids) + shared}, which come to 2027/28: £{asked:,}"
    assert told in text


def test_what_people_must_write_stands_in_a_style_of_its_own(made: dict[str, WordDocument]) -> None:
    paragraphs = made["council-report"].paragraphs
    marked = [one.text for one in paragraphs if one.style is not None and one.style.name == "To Be Written"]
    bracketed = [one.text for one in paragraphs if one.text.startswith("[To be written by ")]
    assert marked == bracketed
    assert len(marked) == 9


def test_the_report_names_every_document_that_goes_with_it(
    built: tuple[Built, Path], made: dict[str, WordDocument]
) -> None:
    papers = [one.text for one in made["council-report"].paragraphs if re.search(r"\(\S+\.(docx|xlsx)\)$", one.text)]
    files = {re.sub(r".*\((\S+)\)$", r"\1", one) for one in papers}
    lying = {path.name for path in built[1].rglob("*.docx")} | {Path(BOOK).name}
    assert files == lying - {"council-report.docx"}
