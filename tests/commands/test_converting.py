from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from svcdocs.commands import converting
from svcdocs.commands.converting import pdf_program
from svcdocs.commands.programs import Found
from svcdocs.errors import SvcdocsError
from svcdocs.pdf.office import Office
from svcdocs.pdf.word import Word
from svcdocs.word.links import without_tips
from tests.documents.samples import context, printed

HERE = Found(Path("/opt/program"), ())
GONE = {"libreoffice": Found(None, ("the folders of PATH", "D:\\Free")), "word": Found(None, ("D:\\Office16",))}


def machine(monkeypatch: pytest.MonkeyPatch, *there: str, windows: bool = True, pywin32: bool = True) -> None:
    """A machine with these programs."""
    for name, gone in GONE.items():
        monkeypatch.setattr(converting, name, lambda found=HERE if name in there else gone: found)
    monkeypatch.setattr(converting, "ON_WINDOWS", windows)
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: object() if pywin32 else None)


@pytest.mark.parametrize(
    ("there", "asked", "named"),
    [
        (("libreoffice", "word"), "", "LibreOffice"),
        (("libreoffice", "word"), "word", "Microsoft Word"),
        (("libreoffice", "word"), "libreoffice", "LibreOffice"),
        (("libreoffice",), "", "LibreOffice"),
        (("word",), "", "Microsoft Word"),
    ],
)
def test_libreoffice_comes_first_then_word_unless_the_settings_name_one(
    monkeypatch: pytest.MonkeyPatch, there: tuple[str, ...], asked: str, named: str
) -> None:
    machine(monkeypatch, *there)
    assert pdf_program(asked).name == named


def test_each_program_is_given_documents_as_it_takes_them(monkeypatch: pytest.MonkeyPatch) -> None:
    machine(monkeypatch, "libreoffice", "word")
    document = printed(context())
    for asked, kind, ready in (("libreoffice", Office, without_tips(document)), ("word", Word, document)):
        program = pdf_program(asked)
        assert program.ready(document) == ready
        with program.start() as converter:
            assert isinstance(converter, kind)


def refusal(asked: str = "") -> SvcdocsError:
    with pytest.raises(SvcdocsError) as told:
        pdf_program(asked)
    return told.value


def test_where_there_is_neither_it_is_said_where_both_were_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    machine(monkeypatch)
    assert refusal().message == (
        "no PDFs can be made: LibreOffice was not found (looked in the folders of PATH; D:\\Free), and Microsoft Word "
        "was not found (looked in D:\\Office16)"
    )
    assert refusal().hint == "install LibreOffice, which is free, or build without --pdf and save as PDF in Word"


@pytest.mark.parametrize("asked", ["", "word"])
def test_word_is_used_on_windows_only(monkeypatch: pytest.MonkeyPatch, asked: str) -> None:
    machine(monkeypatch, "word", windows=False)
    assert ("Microsoft Word makes them on Windows only" in refusal(asked).message) == (asked == "word")


def test_word_without_what_asks_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    machine(monkeypatch, "word", pywin32=False)
    assert "what asks Microsoft Word for them, the package pywin32, is not installed" in refusal().message


@pytest.mark.parametrize(("asked", "other"), [("word", "libreoffice"), ("libreoffice", "word")])
def test_a_program_that_the_settings_name_and_that_is_not_there_is_not_replaced_by_the_other(
    monkeypatch: pytest.MonkeyPatch, asked: str, other: str
) -> None:
    machine(monkeypatch, other)
    error = refusal(asked)
    assert error.message.startswith(f"no PDFs can be made: svcdocs.toml asks for {asked}, and ")
    assert "was not found (looked in " in error.message
    assert error.hint == f'take the line pdf = "{asked}" out of svcdocs.toml, or write "{other}" there'
