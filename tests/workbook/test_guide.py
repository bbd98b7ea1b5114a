from __future__ import annotations

from svcdocs.model.framework import Framework
from svcdocs.workbook.guide import framework_guide, service_guide
from svcdocs.workbook.identity import Identity
from tests.plans import COUNCIL

WHOSE = Identity(kind="service", service="Housing")


def sections(framework: Framework) -> dict[str, str]:
    return dict(service_guide(framework, WHOSE, (), ()).sections)


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


def test_its_title_names_council_and_service() -> None:
    assert service_guide(COUNCIL, WHOSE, (), ()).title == "Fenmoor District Council: Housing"
    assert service_guide(Framework(), WHOSE, (), ()).title == "Housing"
    assert service_guide(Framework(), Identity(), (), ()).title == "Guide"


def test_the_frameworks_first_sheet_lists_every_other_once_the_first_five_first() -> None:
    names = [line.sheet for line in framework_guide().lines]
    assert names[:5] == ["About", "Priorities", "Services and teams", "Sign-off", "Sections"]
    assert len(names) == len(set(names)) == 18
