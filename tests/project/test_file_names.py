from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from svcdocs.project import file_name, spoken_name

RESERVED = {"con", "prn", "aux", "nul", "conin", "conout"} | {
    f"{p}{n}" for p in ("com", "lpt") for n in "0123456789¹²³"
}


@pytest.mark.parametrize(
    ("service", "expected"),
    [
        ("Housing & Homelessness", "housing-and-homelessness"),
        ("People’s Services", "peoples-services"),
        ("HR/Payroll", "hr-payroll"),
        (" Waste: collection. ", "waste-collection"),
        ("Cyngor Ynys Môn", "cyngor-ynys-môn"),
        ("Ynys Mo\u0302n", "ynys-môn"),
        ("Gàidhlig — planning", "gàidhlig-planning"),
        ("..\\..\\secrets", "secrets"),
        ("Transport…", "transport"),
    ],
)
def test_a_service_name_reads_on_as_a_file_name(service: str, expected: str) -> None:
    assert file_name(service) == expected


@pytest.mark.parametrize("service", ["CON", "nul.", "Com1", "LPT¹", "aux "])
def test_a_name_that_windows_keeps_for_a_device_is_not_used(service: str) -> None:
    assert file_name(service) not in RESERVED


def test_names_without_letters_are_told_apart() -> None:
    assert file_name("???") != file_name("!!!")


def test_long_names_that_differ_at_their_end_are_told_apart() -> None:
    assert file_name("a" * 200 + " north") != file_name("a" * 200 + " south")


@given(st.text(max_size=300))
@example("CON")
@example("\udcff")
@example("x" * 79 + " - y")
def test_any_name_becomes_one_that_every_file_system_takes(service: str) -> None:
    name = file_name(service)
    assert 0 < len(name) <= 80
    assert name not in RESERVED
    assert not set(name) & set('<>:"/\\|?*. \0\n')
    assert all(char.isprintable() for char in name)
    assert name == name.strip("-").lower() or any(char != char.lower() for char in name)
    name.encode()


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Housing & Homelessness", "Housing & Homelessness"),
        ("Service plan 2027/28", "Service plan 2027-28"),
        ("Annex A: Actions", "Annex A - Actions"),
        ("..\\..\\secrets", "secrets"),
        ('Version "2"?', "Version '2'"),
        ("Draft\n3.1 ", "Draft 3.1"),
        ("con.", "con"),
    ],
)
def test_a_name_that_people_read_stays_as_it_is_said(said: str, expected: str) -> None:
    name = spoken_name(said, 60)
    assert name == expected if expected != "con" else name != "con"
