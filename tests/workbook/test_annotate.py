"""The law of marked copies: what is read of one is what was read of the workbook itself."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from svcdocs.excel.package import Limits
from svcdocs.excel.reading import read_book
from svcdocs.model.findings import CellRef, Finding, Severity
from svcdocs.model.service_plan import ServicePlan
from svcdocs.workbook.annotate import annotated, as_list, marks_of
from svcdocs.workbook.layout import layout_of
from svcdocs.workbook.reader import read_workbook
from svcdocs.workbook.writer import write_workbook
from tests import plans
from tests.cycles import whole_service
from tests.plans import COUNCIL, HOSTILE

LAYOUT = layout_of(COUNCIL, whole_service(COUNCIL, "Housing"))
CELLS = st.builds(
    lambda sheet, column, row, weight, words: Finding(
        "any", weight, words, words, where=CellRef("x.xlsx", sheet, f"{column}{row}" if row else "")
    ),
    st.sampled_from(["Guide", "Actions", "Indicators", "Text", "SWOT", "Lists", "nowhere"]),
    st.sampled_from("ABFZ"),
    st.integers(0, 40),
    st.sampled_from(list(Severity)),
    st.sampled_from(list(HOSTILE.values())),
)


@settings(max_examples=15, deadline=None)
@given(plan=plans.plans(most=2), findings=st.lists(CELLS, max_size=12))
def test_a_marked_copy_says_what_the_workbook_says(plan: ServicePlan, findings: list[Finding]) -> None:
    content = write_workbook(LAYOUT, [plan], issued=())
    copy = annotated(content, findings, "Fenmoor", Limits())
    assert read_workbook(read_book(copy), "x", LAYOUT) == read_workbook(read_book(content), "x", LAYOUT)
    assert annotated(copy, findings, "Fenmoor", Limits()) == copy


def test_a_list_in_plain_text_says_the_same_as_the_marks() -> None:
    finding = Finding("any", Severity.ERROR, "No such date.", "Correct it.", where=CellRef("x.xls", "Actions", "F6"))
    assert as_list([finding], "x.xls") == (
        "What was found in x.xls\n\n1. To put right: Actions F6\n   No such date.\n   Correct it.\n"
    )
    assert marks_of([finding])[0].word == "To put right"
