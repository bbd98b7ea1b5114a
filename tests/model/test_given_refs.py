from __future__ import annotations

from itertools import islice

import pytest

from svcdocs.model.as_written import canonical_ref
from svcdocs.model.cycle import link
from svcdocs.model.given_refs import new_refs, refs_in
from tests.cycles import framework, plan


@pytest.mark.parametrize(
    ("service", "first"),
    [
        ("Housing and Communities", "HC-x1"),
        ("Parks", "PA-x1"),
        ("Health & Safety of the Public 2", "HSP-x1"),
        ("Environment, Streets, Waste, Parks, Play", "ESWP-x1"),
        ("…", "X-x1"),
        ("øre og sø", "ØOS-x1"),
    ],
)
def test_a_reference_has_the_letters_of_its_service(service: str, first: str) -> None:
    assert next(new_refs(service, ())) == first


def test_a_reference_that_somebody_uses_is_never_given() -> None:
    assert list(islice(new_refs("Parks", {canonical_ref("pa x01"), "PAX3"}), 2)) == ["PA-x2", "PA-x4"]


def test_the_references_of_plans_and_of_the_framework_are_known() -> None:
    cycle = link(framework(), [plan("Parks")])
    assert {"A", "A1", "P1", "P1.1"} <= refs_in(cycle)
