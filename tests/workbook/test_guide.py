from __future__ import annotations

from svcdocs.excel.spec import GuideSheet
from svcdocs.model.assignments import Assignment, assignments_of
from svcdocs.model.framework import Framework
from svcdocs.workbook.guide import contributor_guide, framework_guide
from svcdocs.workbook.layout import layout_of
from tests.cycles import whole_service
from tests.plans import COUNCIL, MANY_HANDS, in_own_words


def guide(framework: Framework, whose: Assignment | None = None) -> GuideSheet:
    return contributor_guide(layout_of(framework, whose or whole_service(framework, "Housing")), (), ())


def sections(framework: Framework, whose: Assignment | None = None) -> dict[str, str]:
    return dict(guide(framework, whose).sections)


def called(name: str, framework: Framework = MANY_HANDS) -> Assignment:
    return next(one for one in assignments_of(framework) if one.contributor == name)


def test_it_says_for_which_years_by_when_and_whom_to_ask() -> None:
    about = COUNCIL.about.model_copy(update={"officer": "Asha Verrall", "email": "asha@fenmoor.example"})
    said = sections(COUNCIL.model_copy(update={"about": about}))
    assert said["What this is"].startswith("The workbook from which the service plan 2027/28 to 2028/29 is made.")
    assert said["Send it back by"] == "8 January 2027"
    assert said["Ask"] == "Asha Verrall, asha@fenmoor.example"
    assert said["Money is given in"] == "£"


def test_what_the_framework_does_not_say_is_left_out() -> None:
    said = sections(Framework())
    assert said["What this is"].startswith("The workbook from which the service plan is made.")
    assert not {"Send it back by", "Ask", "Money is given in"} & said.keys()


def test_its_title_names_council_and_contributor() -> None:
    assert guide(COUNCIL).title == "Fenmoor District Council: Housing"
    assert guide(MANY_HANDS, called("Housing – Repairs")).title == "Fenmoor District Council: Housing – Repairs"
    colon = Framework.model_validate({"about": {"council": "FENMOOR DISTRICT COUNCIL: "}})
    assert guide(colon).title == "FENMOOR DISTRICT COUNCIL: Housing"
    assert guide(Framework()).title == "Housing"
    assert guide(Framework(), Assignment("", ("",), ())).title == "Guide"


def test_a_team_reads_that_its_rows_are_its_own_and_a_central_contributor_how_to_name_services() -> None:
    team = sections(MANY_HANDS, called("Housing – Repairs"))["What this is"]
    assert team.startswith("Your part of the service plan 2027/28 to 2028/29 of Housing. Everything on these sheets")
    finance = sections(MANY_HANDS, called("Finance"))
    assert finance["What this is"].startswith("Your part of each service plan, for these services: ")
    assert "Which service" in finance
    assert "Which service" not in sections(MANY_HANDS, called("Housing"))


def test_a_central_contributor_reads_which_plans_are_of_which_years() -> None:
    said = sections(MANY_HANDS, called("Finance"))["What this is"]
    assert "Housing, Parks (2027/28 to 2028/29); Streets (2027/28 to 2029/30)." in said
    same = MANY_HANDS.model_copy(
        update={"services": tuple(row.model_copy(update={"years": ""}) for row in MANY_HANDS.services)}
    )
    said = sections(same, called("Finance"))["What this is"]
    assert "each service plan 2027/28 to 2028/29, for these services: Housing, Streets, Parks." in said


def test_it_speaks_in_the_councils_words() -> None:
    said = sections(in_own_words(MANY_HANDS), called("Finance"))
    assert said["Which department"].startswith("Each sheet begins with a column for the department a row is about.")


def test_a_workbook_without_money_does_not_speak_of_its_unit() -> None:
    assert "Money is given in" not in sections(MANY_HANDS, called("HR"))
    assert sections(MANY_HANDS, called("Finance"))["Money is given in"] == "£"


def test_the_frameworks_first_sheet_lists_every_other_once_the_first_five_first() -> None:
    names = [line.sheet for line in framework_guide().lines]
    assert names[:5] == ["About", "Priorities", "Services and teams", "Sign-off", "Sections"]
    assert len(names) == len(set(names)) == 20
