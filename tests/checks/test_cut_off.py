from __future__ import annotations

import pytest

from tests.checks.councils import PLAN, changed, found, place


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("Agreed with Finance, the police and", "ends with 'and'"),
        ("As agreed with Service First; and", "ends with 'and'"),
        ("Fewer calls,", "ends with a comma"),
        ("Ten homes (eight of them for rent", "opens a bracket and does not close it"),
        ("A report called “Homes for all", "opens a quotation and does not close it"),
        ("Spending falls in each depart-", "ends with a hyphen"),
        ("Ten new homes, such as", "ends with 'such as'"),
        ("They will help us and we want to", "ends with 'we want to'"),
        ("z" * 200 + " ten homes " + "y" * 44, "is where the cell ends, after exactly 255 characters"),
    ],
)
def test_a_text_that_breaks_off_is_told_at_its_cell(text: str, how: str) -> None:
    (finding,) = found(**changed("actions", outcome=text))
    assert (finding.code, finding.field) == ("text-cut-off", "How we will know")
    assert place(finding).startswith("Actions")
    assert finding.message.endswith(f" {how}, as if the rest were missing.")


@pytest.mark.parametrize(
    "text",
    [
        "Ten homes without a full stop",
        "Somebody to turn to",
        "They come if they want to.",
        "An offer to be proud of",
        "Plan A",
        "Ten homes (eight for rent)",
        "a) ten homes",
        "We know where we are",
        "Ten homes, “all” let:",
        "y" * 255 + ".",
    ],
)
def test_a_text_that_ends_as_titles_and_bullets_do_is_left_alone(text: str) -> None:
    assert found(**changed("actions", outcome=text)) == []


def test_what_goes_on_in_the_next_cell_is_not_cut_off() -> None:
    steps = [{"text": "Plan the work; and", "by": "May 2027"}, {"text": "Do it", "by": "June 2027"}]
    assert found(**changed("actions", steps=steps)) == []
    assert found(**changed("risks", cause="Rents rise,", leading_to="more debt,", resulting_in="loss of homes")) == []
    (last,) = found(**changed("actions", steps=[steps[1], steps[0]]))
    assert (last.code, place(last)) == ("text-cut-off", "Actions D7")


def test_a_step_that_has_only_a_date_is_not_cut_off() -> None:
    assert found(**changed("actions", steps=[{"text": "Build", "by": "May 2027"}, {"by": "June 2027"}])) == []


def test_a_text_of_sentences_that_breaks_off_is_told_though_another_of_its_section_follows() -> None:
    def told(first: str, second: str) -> list[str]:
        passages = [*PLAN["passages"], {"section": "Risks", "text": first}, {"text": second}]
        return [place(finding) for finding in found(passages=passages) if finding.code == "text-cut-off"]

    assert told("Each saves its cost. But every", "The board meets monthly.") == ["Passages B8"]
    assert told("Each saves its cost. But every", "one of them must be sold.") == []
    assert told("We will sell the depot and", "Let the offices.") == []
    assert told("• We will sell it. We let the depot and", "• Offices.") == []
