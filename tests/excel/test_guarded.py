"""One process reads all files; one that makes it die, hang or grow is refused, and the others are read."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterator

import pytest
import xlsxwriter

from svcdocs.errors import SvcdocsError, UnusableFile
from svcdocs.excel import guarded
from svcdocs.excel.cells import CellBook
from svcdocs.excel.package import Limits
from svcdocs.excel.process import Process
from svcdocs.excel.reading import read_book
from tests.conftest import CHECKOUT
from tests.excel import old_formats as old
from tests.excel.handmade import book_of

EXAMPLES = sorted((CHECKOUT / "examples").rglob("*.xlsx"))
GOOD = book_of('<row r="1"><c r="A1"><v>1</v></c></row>')
LIMITS = Limits()

SPITEFUL = """
import os, sys, json
sys.modules["resource"] = None  # as on Windows, where only the parent bounds memory
sys.path[:] = json.loads(sys.argv[1])
from svcdocs.excel import child
honest = child._read
seen = []
def read(said, content):
    if content == b"die": os._exit(9)
    if content == b"hang":
        while True: pass
    if content == b"grow":
        kept = []
        while True: kept.append(bytearray(b"x") * 10_000_000)
    if content == b"fail": return 1 / 0
    if content == b"lie": return child.BOOK + b'{"sheets": 7}'
    if content.endswith(b"after another"):
        if seen and content.startswith(b"die"): os._exit(9)
        if seen: raise MemoryError
        content = honest_bytes
    seen.append(content)
    if content == b"print": print("a library talks"); os.write(1, b"and talks"); content = honest_bytes
    return honest(said, content)
honest_bytes = bytes.fromhex(sys.argv[2])
child._read = read
child.main()
"""


@pytest.fixture
def spiteful(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Process]]:
    """A reader of our own whose process does harm for certain contents; the processes started so far."""
    started: list[Process] = []

    def start() -> Process:
        command = [sys.executable, "-c", SPITEFUL, json.dumps([p for p in sys.path if p]), GOOD.hex()]
        started.append(Process(command))
        return started[-1]

    reader = guarded._Reader()
    monkeypatch.setattr(guarded, "Process", start)
    monkeypatch.setattr(guarded, "_READER", reader)
    yield started
    reader.stop()


def outcomes(*contents: bytes, limits: Limits = LIMITS) -> list[str]:
    files = [(f"{number}.xlsx", content) for number, content in enumerate(contents)]
    return [one.code if isinstance(one, UnusableFile) else "read" for one in guarded.read_each(files, limits)]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: f"{path.parent.parent.stem}-{path.stem}")
def test_what_comes_from_the_process_is_what_is_read_here(path: object) -> None:
    content = next(each for each in EXAMPLES if each == path).read_bytes()
    try:
        expected: CellBook | UnusableFile = read_book(content, "f.xlsx")
    except UnusableFile as error:
        expected = error
    [found] = guarded.read_each([("f.xlsx", content)], LIMITS)
    if isinstance(expected, UnusableFile):
        assert isinstance(found, UnusableFile)
        assert (found.message, found.hint, found.code) == (expected.message, expected.hint, expected.code)
    else:
        assert found == expected


def test_all_files_are_read_by_one_process(spiteful: list[Process]) -> None:
    assert outcomes(*[GOOD] * 5) == ["read"] * 5
    assert len(spiteful) == 1


@pytest.mark.parametrize(
    ("content", "limits", "code", "tries"),
    [
        (b"die", Limits(), "file-unreadable", 2),
        (b"hang", Limits(seconds=0.2), "file-too-slow", 1),
        (b"grow", Limits(seconds=99, memory_mb=200), "file-too-much-memory", 2),
    ],
)
def test_a_file_the_process_cannot_bear_is_refused_and_the_others_are_read(
    content: bytes, limits: Limits, code: str, tries: int, spiteful: list[Process]
) -> None:
    assert outcomes(GOOD) == ["read"]
    assert outcomes(content, limits=limits) == [code]
    assert outcomes(GOOD) == ["read"]
    assert [process.runs for process in spiteful] == [*[False] * tries, True]


@pytest.mark.parametrize("content", [b"die after another", b"no memory after another"])
def test_what_other_files_have_left_in_the_process_does_not_refuse_a_file(
    content: bytes, spiteful: list[Process]
) -> None:
    assert outcomes(GOOD, content, GOOD) == ["read"] * 3
    assert len(spiteful) == 2


def test_an_error_nobody_foresaw_refuses_the_file_and_keeps_the_process(spiteful: list[Process]) -> None:
    assert outcomes(b"fail", GOOD) == ["file-unreadable", "read"]
    assert len(spiteful) == 1
    with pytest.raises(UnusableFile) as refused:
        guarded.read_guarded(b"fail", "a.xlsx", LIMITS)
    assert "ZeroDivisionError" in "".join(refused.value.__notes__)


@pytest.mark.usefixtures("spiteful")
def test_an_answer_that_is_no_workbook_refuses_the_file() -> None:
    assert outcomes(b"lie", GOOD) == ["file-unreadable", "read"]


@pytest.mark.usefixtures("spiteful")
def test_what_a_library_prints_does_not_disturb_the_answers() -> None:
    assert outcomes(b"print", GOOD) == ["read", "read"]


def test_a_file_that_was_refused_before_keeps_its_reason_and_its_place() -> None:
    gone = UnusableFile("2.xlsx cannot be opened.", "Close it.", "file-cannot-be-opened")
    first, second, third = guarded.read_each([("1", GOOD), ("2", gone), ("3", GOOD)], LIMITS)
    assert isinstance(first, CellBook)
    assert second is gone
    assert isinstance(third, CellBook)


def test_the_next_file_is_read_while_the_last_is_still_worked_on() -> None:
    taken: list[str] = []

    def files() -> Iterator[tuple[str, bytes]]:
        for name in "abcd":
            taken.append(name)
            yield name, GOOD

    books = guarded.read_each(files(), LIMITS)
    next(books)
    assert taken == ["a", "b"]
    books.close()  # type: ignore[attr-defined]


def register() -> bytes:
    """A workbook of 300,000 cells."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        sheet = book.add_worksheet()
        for row in range(30_000):
            sheet.write_row(row, 0, [f"{row} {column}" for column in range(10)])
    return out.getvalue()


@pytest.mark.parametrize(
    ("limits", "code", "says"),
    [
        (Limits(seconds=0.05), "file-too-slow", "0.05 seconds"),
        (Limits(seconds=99, memory_mb=90), "file-too-much-memory", "memory"),
    ],
)
def test_a_large_workbook_that_takes_more_than_its_limit_is_refused(limits: Limits, code: str, says: str) -> None:
    with pytest.raises(UnusableFile) as refused:
        guarded.read_guarded(register(), "register.xlsx", limits)
    assert (refused.value.code, says in refused.value.message) == (code, True)
    assert outcomes(GOOD) == ["read"]


def test_other_formats_are_read_in_the_process() -> None:
    book = guarded.read_guarded(old.xls(("A", [old.label(0, 0, "x")])), "a.xls", LIMITS)
    assert book.sheets[0].rows[1][1].text == "x"


def test_another_reader_looks_at_a_workbook_in_the_process() -> None:
    assert guarded.seen_by_another(GOOD, "a.xlsx", LIMITS) == []
    with pytest.raises(UnusableFile):
        guarded.seen_by_another(b"none", "a.xlsx", LIMITS)


def test_a_process_that_cannot_be_started_is_told_in_a_sentence() -> None:
    process = Process([sys.executable, "-c", "pass"])
    with pytest.raises(SvcdocsError, match="cannot be started"):
        process.ask(b"{}", b"", LIMITS)


def test_the_process_finds_the_program_whatever_lies_in_the_current_folder(
    tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(str(tmp_path))
    for name in ("json.py", "struct.py", "svcdocs.py"):
        (CHECKOUT.__class__(str(tmp_path)) / name).write_text("raise SystemExit('hijacked')")
    reader = guarded._Reader()
    try:
        request = guarded._Request("a.xlsx", GOOD, LIMITS)
        assert reader.ask(request)[:1] == b"B"
    finally:
        reader.stop()
