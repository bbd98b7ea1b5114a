from __future__ import annotations

from svcdocs.model.receipts import FigureChange, FiguresReceived, Receipt, SheetCount
from svcdocs.model.resources import MoneyLine
from svcdocs.model.tallies import tallies_of
from svcdocs.report.receipts import receipt_lines, receipt_text

SHORT = Receipt("Parks", "v2.xlsx", 2, "2026-12-01")


def test_a_receipt_with_nothing_to_say_says_that() -> None:
    assert receipt_text(SHORT).splitlines() == [
        "Parks: version 2, received 2026-12-01, from v2.xlsx",
        "  What arrived:",
        "    nothing",
        "  Ready to send: not said yet",
        "  What the checks found: nothing to put right",
    ]


def test_a_receipt_says_everything_in_the_order_in_which_it_matters() -> None:
    receipt = Receipt(
        "Parks",
        "v2.xlsx",
        2,
        "2026-12-01",
        notes=("Merged.",),
        clashes=("Finish by: 'May' – 'June'",),
        sheets=(SheetCount("Actions", ("14 actions", "31 steps")),),
        empty=("Risks", "Text for Customers"),
        ignored=("# mine",),
        as_written=("F6: 'soon'",),
        declared="Yes, checked by Tom Fell",
        since="version 1 of 2026-11-30",
        changes=(),
        given=("PA-x1: Mow",),
        findings={"error": 2, "warning": 0, "note": 1},
    )
    lines = [line.strip() for line in receipt_text(receipt).splitlines()]
    assert lines[1:] == [
        "Merged.",
        "Two copies differ; the first of each stands until somebody decides:",
        "Finish by: 'May' – 'June'",
        "What arrived:",
        "Actions: 14 actions, 31 steps",
        "Still blank: Risks; Text for Customers",
        "Not read:",
        "# mine",
        "Kept and printed as written, though it says no date, figure or sum:",
        "F6: 'soon'",
        "Given a reference for life, as they had none:",
        "PA-x1: Mow",
        "Ready to send: Yes, checked by Tom Fell",
        "Changed since version 1 of 2026-11-30:",
        "nothing",
        "What the checks found: 2 to put right, 1 for information",
    ]


def test_long_lists_are_cut_on_a_screen_and_whole_in_the_file() -> None:
    receipt = Receipt("Parks", "a", 1, "2026-12-01", as_written=tuple(map(str, range(40))))
    shown = "\n".join(receipt_lines(receipt))
    assert "    11\n    and 28 more\n" in shown
    assert "    12\n" not in shown
    assert "    39\n" in receipt_text(receipt)


def test_what_people_want_to_tell_stands_on_one_line() -> None:
    receipt = Receipt("Parks", "a", 1, "2026-12-01", message="Please ring.\n\nThe date may move.")
    assert "  They say: Please ring. The date may move." in receipt_text(receipt)


def test_what_the_policy_officer_may_type_stands_on_the_screen_and_is_sent_to_nobody() -> None:
    receipt = Receipt("Parks", "a", 1, "2026-12-01", notes=("Merged.",), for_officer=("To undo it, type: this",))
    assert "  To undo it, type: this" in list(receipt_lines(receipt))
    assert "type" not in receipt_text(receipt)
    assert receipt.as_json()["notes"] == ["Merged.", "To undo it, type: this"]


def test_figures_have_their_control_totals_and_what_has_changed_of_them() -> None:
    lines = [
        {"heading": "Staff", "kind": "Spend", "figures": {"2027/28": "90"}},
        {"heading": "Vans", "kind": "Spend", "figures": {"2027/28": "see note"}},
        {"heading": "Total", "kind": "Total", "figures": {"2027/28": "90"}},
    ]
    after = {"Homes": tuple(map(MoneyLine.model_validate, lines))}
    now = tallies_of(after, ["2027/28"], "£", "Third revision")
    changes = (FigureChange("Homes", "Staff", "2027/28", "100", "90"),)
    moved = (FigureChange("Homes", "no fund named, Spend", "2027/28", "100", ""),)
    figures = FiguresReceived(now, changes, moved, ("Homes, Text D4: It says £100.",))
    receipt = Receipt("Finance", "f.xlsx", 2, "2027-03-08", since="version 1", figures=figures)
    told = [line.strip() for line in receipt_text(receipt).splitlines()]
    assert told[3:15] == [
        "Control totals, to be ticked off (Third revision; in £; 3 lines, of which 1 is a total that is in no sum):",
        "All services, no fund named, Spend, 2 lines: 2027/28 90",
        "Homes, no fund named, Spend, 2 lines: 2027/28 90",
        "In no control total:",
        "Homes, Vans, 2027/28: 'see note'",
        "Control totals that have changed since version 1:",
        "Homes: no fund named, Spend, 2027/28: 100 → none",
        "Figures that have changed since version 1:",
        "Homes: Staff, 2027/28: 100 → 90",
        "Sentences that these figures contradict, and those before did not:",
        "Homes, Text D4: It says £100.",
        "Ready to send: not said yet",
    ]
    published = receipt.as_json()["figures"]
    assert published["totals"][0] == {
        "service": None,
        "fund": None,
        "type": "Spend",
        "lines": 2,
        "sums": {"2027/28": "90"},
    }
    assert published["changes"] == [
        {"service": "Homes", "line": "Staff", "column": "2027/28", "before": "100", "after": "90"}
    ]
    assert published["moved"][0]["after"] is None
