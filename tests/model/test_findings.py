from __future__ import annotations

from svcdocs.model.findings import CellRef, Finding, Severity, in_short


def test_a_place_is_written_as_a_person_looks_it_up() -> None:
    assert str(CellRef("a.xlsx", "Text", "B7")) == "a.xlsx 'Text' B7"
    assert str(CellRef("a.xlsx")) == "a.xlsx"


def test_only_an_error_blocks() -> None:
    assert [severity for severity in Severity if Finding("c", severity, "m", "h").blocks] == [Severity.ERROR]


def test_json_has_the_published_names_and_null_for_what_is_not_known() -> None:
    assert Finding("c", Severity.NOTE, "m", "h").as_json() == {
        "code": "c", "severity": "note", "for": "team", "service": None, "file": None, "sheet": None, "cell": None,
        "field": None, "message": "m", "hint": "h",
    }  # fmt: skip
    found = Finding(
        "c", Severity.ERROR, "m", "h", "officer", "Housing", CellRef("a.xlsx", "Text", "B7"), "Text"
    ).as_json()
    assert (found["for"], found["service"], found["file"], found["cell"]) == ("officer", "Housing", "a.xlsx", "B7")


def test_words_are_quoted_by_their_first_line_cut_where_they_are_long() -> None:
    assert in_short(" • Open\nnow") == "Open"
    assert in_short("x" * 60) == "x" * 60
    assert in_short("word " * 40) == "word word word word word word word word word word word wo…"
    assert in_short("") == ""
