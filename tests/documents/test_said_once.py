"""What all rows of a table say alike stands once above it, and its column is gone."""

from __future__ import annotations

from typing import Any

from svcdocs.documents.said_once import alike, said_once
from svcdocs.model.words import DEFAULT
from svcdocs.word.outline import text_of
from tests.documents import samples


def _actions(*resources: str, **more: Any) -> list[dict[str, Any]]:
    return [{"ref": f"H{n}", "title": "Dig", "resources": said, **more} for n, said in enumerate(resources)]


def _heads(document: bytes, first: str) -> list[str]:
    return [cell.text for cell in samples.tables(document, first)[0].rows[0].cells]


def test_a_column_is_alike_only_where_something_is_said_three_times_or_more() -> None:
    columns = {"a": ["x", "x", "x"], "b": ["x", "x", "y"], "c": ["", "", ""]}
    assert alike(columns) == {"a": "x"}
    assert alike({"a": ["x", "x"]}) == {}


def test_the_sentence_tells_labels_and_values_and_is_empty_where_there_are_none() -> None:
    labels = {"a": "Lead", "b": "Unit"}
    assert said_once({"a": "x\ny.", "b": "z"}, labels, "All: {facts}.", DEFAULT) == "All: Lead – x; y; Unit – z."
    assert said_once({"c": "x"}, labels, "All: {facts}.", DEFAULT) == ""


def test_resources_that_are_the_same_for_all_actions_are_said_once_above_the_tables() -> None:
    plan = {"actions": _actions("None", "None", "None")}
    document = samples.printed(samples.context(plan))
    assert "Additional resources – None" in text_of(document)
    assert "Additional resources" not in _heads(document, "Ref")
    assert len({len(row.cells) for row in samples.tables(document, "Ref")[0].rows}) == 1


def test_resources_that_differ_keep_their_column_in_every_table() -> None:
    document = samples.printed(samples.context({"actions": _actions("None", "£5", "None")}))
    assert "Additional resources" in _heads(document, "Ref")
    assert "For every action of this plan: Additional" not in text_of(document)


def test_the_columns_left_out_leave_their_room_to_the_others() -> None:
    for said in ("None", "£5"):
        document = samples.printed(samples.context({"actions": _actions("None", said, "None")}))
        widths = [cell.width.twips for cell in samples.tables(document, "Ref")[0].rows[0].cells if cell.width]
        assert abs(sum(widths) - 15138) <= 2


def test_an_owner_of_all_indicators_is_said_once_and_leads_stay_in_their_rows() -> None:
    rows = [
        {"ref": f"I{n}", "name": "Bins", "owner": "Jo Bell", "lead": "Al Day", "updater": f"U{n}"} for n in range(3)
    ]
    document = samples.printed(samples.context({"indicators": rows}))
    assert text_of(document).count("Jo Bell") == 1
    assert "For every indicator in the table: Measure owner – Jo Bell." in text_of(document)
    assert text_of(document).count("Al Day") == 3
