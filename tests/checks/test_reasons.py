from __future__ import annotations

import pytest

from svcdocs.checks.reasons import said_about, says_why
from svcdocs.checks.run import checked
from svcdocs.model.service_plan import Action
from tests.checks.councils import changed, cycle, found

LATE = "'March 2035' lies after the plan ends; it runs from 1 April 2027 to 31 March 2029."
USELESS = (
    *("because", "Just because.", "as discussed", "See email", "see e-mail", "ok thanks", "OK, thank you!", "will do"),
    *("Yes - fine", "noted, thanks", "As agreed", "leave as is", "please leave it", "No change", "not applicable"),
    *("to follow", "to be confirmed", "Don't know", "12", "12/3", "HC", "all fine", "Everything is correct", "TBC"),
    *("lies after the plan ends", "It runs from 1 April 2027 to 31 March 2029", "right as it stands", "see comments"),
)
HONEST = (
    *("Statutory date", "Lease runs until then", "Statutory", "Agreed by Cabinet", "See email from Finance of 3 May"),
    *("As agreed with the Environment Agency", "No: the lease ends then", "Because the grant ends in 2035", "Funded"),
    *("None of our buildings has gas", "It is right for Parks since the survey", "After the plan ends, by law"),
)


@pytest.mark.parametrize("reply", USELESS)
def test_a_reply_that_does_not_say_why_is_no_reason(reply: str) -> None:
    assert not says_why(reply, LATE)


@pytest.mark.parametrize("reply", HONEST)
def test_a_short_reason_that_says_why_is_one(reply: str) -> None:
    assert says_why(reply, LATE)


def test_a_reason_that_names_a_column_answers_for_that_column_alone() -> None:
    both = {"finish": "March 2035", "lead": "Zadie Quill"}
    answered = checked(cycle(**changed("actions", **both, reason="Finish by: the lease runs until then")))
    assert [finding.code for finding in answered.findings] == ["person-unknown"]
    assert [(one.finding.code, one.reason) for one in answered.cleared] == [
        ("date-outside-plan", "the lease runs until then")
    ]
    lines = "Finish by: the lease runs until then\nLead: she starts in May"
    assert found(**changed("actions", **both, reason=lines)) == []
    assert found(**changed("actions", **both, reason="The lease names her, until 2035")) == []


def test_a_reason_may_name_the_check_or_a_step_or_a_year() -> None:
    late = [{"text": "Build", "by": "March 2035"}]
    one = found(**changed("actions", steps=late, reason="date-outside-plan: agreed by Cabinet"))
    assert [finding.code for finding in one] == ["step-after-finish"]
    assert found(**changed("actions", steps=late, reason="Step by: agreed by Cabinet")) == []
    odd = {"targets": {"2027/28": "March 2035", "2028/29": "4"}}
    assert found(**changed("indicators", **odd, reason="Target 2027/28: the survey comes then")) == []
    assert len(found(**changed("indicators", **odd, reason="Target 2028/29: the survey comes then"))) == 1


def test_a_useless_reply_about_one_column_is_quoted_there() -> None:
    (finding,) = found(**changed("actions", finish="March 2035", reason="Finish by: ok"))
    assert "'ok' does not say why" in finding.hint


def test_a_colon_behind_other_words_names_no_column() -> None:
    assert said_about("Note: the lease\nends then", Action(), "Finish by", "date-outside-plan") == (
        "Note: the lease\nends then"
    )
