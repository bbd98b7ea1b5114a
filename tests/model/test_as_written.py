from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from svcdocs.model.as_written import (
    Amount,
    Dates,
    Number,
    Owners,
    Ref,
    Refs,
    Target,
    Written,
    WrittenDate,
    canonical_ref,
    ref_order,
)
from svcdocs.model.dates import DateKind


@pytest.mark.parametrize(
    "spellings",
    [
        ("SX52", "SX052", "sx 52", "SX-052"),
        ("NI 14", "NI14", "NI.14"),
        ("(Aiv)", "A iv", "A) iv", "A(iv)", "a.iv"),
        ("1.2.10", "1.2.10.", "01.02.10", "1-2-10", "1 2 10"),
        ("001", "1", "(1)"),
        ("-", "", "()", "–"),
        ("000", "0"),
    ],
)
def test_spellings_of_one_reference_have_one_form(spellings: tuple[str, ...]) -> None:
    assert len({canonical_ref(spelling) for spelling in spellings}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("A1", "A11"), ("1.21", "12.1"), ("A1", "B1"), ("1.2.1", "1.21"), ("SX5", "SX50"), ("1-2", "12")]
)
def test_other_references_have_other_forms(one: str, other: str) -> None:
    assert canonical_ref(one) != canonical_ref(other)


def test_references_sort_as_numbers_and_numbers_before_letters() -> None:
    refs = ["1.2.10", "A10", "1.2.9", "A2", "1.10", "B1", "2", "1.2"]
    assert sorted(refs, key=ref_order) == ["1.2", "1.2.9", "1.2.10", "1.10", "2", "A2", "A10", "B1"]


@settings(max_examples=200)
@given(st.text())
def test_any_characters_have_a_form_that_is_its_own_form_and_an_order(text: str) -> None:
    assert canonical_ref(canonical_ref(text)) == canonical_ref(text)
    assert sorted([text, "A1"], key=ref_order)


def test_a_number_of_any_length_has_an_order() -> None:
    assert ref_order("9" * 6_000) > ref_order("8" * 6_000)


@pytest.mark.parametrize(
    ("typed", "refs"),
    [
        ("A1", ["A1"]),
        ("A, A1; B2", ["A", "A1", "B2"]),
        ("A1 and B2\nC3", ["A1", "B2", "C3"]),
        ("A1 AND B2 & C3", ["A1", "B2", "C3"]),
        ("A) i)", ["A) i)"]),
        ("N/A", []),
        ("None", []),
        ("-", []),
        ("", []),
    ],
)
def test_several_references_in_a_cell_are_told_apart(typed: str, refs: list[str]) -> None:
    assert [str(ref) for ref in Refs(text=typed).items] == refs


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("Tom Fell", ("Tom Fell",)),
        ("Tom Fell/ Housing Options Manager", ("Tom Fell", "Housing Options Manager")),
        ("Asha Verrall / CSPO", ("Asha Verrall", "CSPO")),
        ("A. Reed/B. Shaw/C. Dunn/E&DO", ("A. Reed", "B. Shaw", "C. Dunn", "E&DO")),
        ("Tom Fell\nAsha Verrall; Joan", ("Tom Fell", "Asha Verrall", "Joan")),
        ("Policy Officer Customer Services Manager", ("Policy Officer Customer Services Manager",)),
        ("N/A", ()),
        ("Tom Fell\nn/a", ("Tom Fell",)),
        ("Manager TBC", ("Manager TBC",)),
        ("Equality and Diversity Officer.", ("Equality and Diversity Officer",)),
        ("-", ()),
        ("–\n", ()),
        ("", ()),
    ],
)
def test_the_owners_in_a_cell_are_told_apart(typed: str, names: tuple[str, ...]) -> None:
    assert Owners(text=typed).names == names


def test_dates_are_read_line_by_line_without_the_number_before_them() -> None:
    dates = Dates(text="1. April 2027\n\na) Ongoing\n(ii) From Jan 2028\n31 March 2028")
    assert [str(item) for item in dates.items] == ["April 2027", "Ongoing", "From Jan 2028", "31 March 2028"]
    assert [item.meaning.kind for item in dates.items] == [
        DateKind.MONTH,
        DateKind.ONGOING,
        DateKind.FROM,
        DateKind.DAY,
    ]


def test_what_was_written_is_the_value_and_the_meaning_follows_from_it() -> None:
    assert Target(text="80%") != Target(text="80 %")
    assert Target(text="80%").meaning == Target(text="80 %").meaning
    assert str(Amount(text="£5k")) == "£5k"
    assert not Number()
    assert Number(text="1x").value == 1


@pytest.mark.parametrize("kind", [Ref, Refs, WrittenDate, Dates, Target, Amount, Number, Owners])
def test_json_shows_the_meaning_and_reading_it_back_goes_by_what_was_written(kind: type[Written]) -> None:
    value = kind(text="1 May 2027")
    dumped = value.model_dump(mode="json")
    assert dumped["text"] == "1 May 2027"
    assert kind.model_validate(dumped) == value
    assert kind.model_validate("1 May 2027") == value


@settings(max_examples=200)
@given(st.text())
def test_no_characters_are_refused_and_none_changed(text: str) -> None:
    for kind in (Ref, Refs, WrittenDate, Dates, Target, Amount, Number, Owners):
        value = kind(text=text)
        assert value.text == text
        assert value.model_dump(mode="json")["text"] == text


def test_the_month_in_which_years_begin_moves_the_meaning_and_is_no_part_of_the_value() -> None:
    usual, fiscal = WrittenDate(text="Q1 FY28"), WrittenDate(text="Q1 FY28").in_years_from(7)
    assert (usual, hash(usual), usual.text) == (fiscal, hash(fiscal), fiscal.text)
    assert usual != Dates(text="Q1 FY28")
    assert (usual.meaning.first, fiscal.meaning.first) == (date(2027, 4, 1), date(2027, 7, 1))
    several = Dates(text="(i) Q1 FY28\n(ii) Q2 FY28").in_years_from(7)
    assert [item.meaning.first for item in several.items] == [date(2027, 7, 1), date(2027, 10, 1)]
    target = Target(text="By Q1 FY28").in_years_from(7)
    assert target.meaning.when == fiscal.meaning
