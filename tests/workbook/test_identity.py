from __future__ import annotations

import pytest
from hypothesis import given

from svcdocs.model.as_written import Ref
from svcdocs.model.base import Origin, Record
from svcdocs.model.framework import About, Framework
from svcdocs.model.service_plan import Risk, ServicePlan
from svcdocs.model.text import paragraph
from svcdocs.workbook.identity import Identity, cycle_name, fingerprint, identity_of, is_of_cycle, typed
from tests.plans import frameworks, plans

RISK = Risk(ref=Ref(text="R1"), cause=paragraph("Flood"))


def test_an_identity_survives_its_properties() -> None:
    whose = Identity("service", "Fenmoor 2027/28", "Finance", "Housing", "Repairs", "1", "abc")
    assert identity_of(whose.properties()) == whose


def test_lost_or_foreign_properties_give_a_blank_identity() -> None:
    assert identity_of({"Company": "x"}) == Identity()


def test_a_cycle_is_named_by_council_and_year() -> None:
    about = About(council="Fenmoor", first_year="2027/28")
    assert cycle_name(Framework(about=about)) == "Fenmoor 2027/28"


def test_a_fingerprint_ignores_origins_and_the_order_of_sheets() -> None:
    read = RISK.model_copy().at(Origin("a.xlsx", "Risks", 6, {"ref": "A"}))
    assert fingerprint({"risks": [read], "posts": []}) == fingerprint({"posts": [], "risks": [RISK]})


@pytest.mark.parametrize(
    "other",
    [Risk(ref=Ref(text="R2"), cause=paragraph("Flood")), Risk(ref=Ref(text="R1"), cause=paragraph("Flood", bold=True))],
)
def test_a_fingerprint_shows_every_change(other: Risk) -> None:
    assert fingerprint({"risks": [RISK]}) != fingerprint({"risks": [other]})
    assert fingerprint({"risks": [RISK, RISK]}) != fingerprint({"risks": [RISK]})


def test_a_fingerprint_counts_what_was_typed_and_not_how_this_version_understands_it() -> None:
    # The bytes of one fingerprint: were it to move, every workbook that is out would look as if somebody had begun it.
    assert fingerprint({"risks": [RISK]}) == "5925ad9f465d9816d9f286a21d421b5431157eb0d9dfcbd8025d3535484e05f5"


def test_a_cycle_is_the_same_in_whatever_manner_its_first_year_is_written() -> None:
    def council(first: str, starts: str = "", name: str = "Fenmoor") -> Framework:
        return Framework.model_validate({"about": {"council": name, "first_year": first, "year_starts": starts}})

    assert is_of_cycle("Fenmoor 2027/28", council("FY28"))
    assert is_of_cycle("Fenmoor 2025/26", council("FY26", "July"))
    assert is_of_cycle("Fenmoor soon", council("soon"))
    assert not is_of_cycle("Fenmoor 2026/27", council("FY28"))
    assert not is_of_cycle("Other 2027/28", council("FY28"))
    assert not is_of_cycle("Fenmoor", council("FY28"))
    assert not is_of_cycle("Fenmoor Town 2027/28", council("FY28"))


@given(plans(), frameworks())
def test_what_was_typed_is_what_the_models_say_without_what_is_by_default(
    plan: ServicePlan, framework: Framework
) -> None:
    for whole in (plan, framework):
        for held in type(whole).model_fields:
            value = getattr(whole, held)
            for record in value if isinstance(value, tuple) else [value]:
                if isinstance(record, Record):
                    given = record.model_fields_set
                    said = record.model_dump(mode="json", round_trip=True, exclude_defaults=True, include=given)
                    assert typed(record) == said
