"""Word as a converter, with an imitation of Word: whether Word itself does as it is documented cannot be seen here."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from svcdocs.errors import SvcdocsError
from svcdocs.pdf import word
from svcdocs.pdf.converter import Converted
from svcdocs.pdf.pages import count_of
from svcdocs.pdf.word import Word
from svcdocs.word.outline import contents_of
from tests.documents.samples import context, printed
from tests.pdf.word_stub import PROGRAM, Stub, imitate_word, needs_links

pytestmark = needs_links

Imitate = Callable[..., Stub]


@pytest.fixture(scope="module")
def plan() -> bytes:
    return printed(context())


@pytest.fixture
def imitate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Imitate]:
    stubs: list[Stub] = []

    def put(**amiss: object) -> Stub:
        stubs.append(imitate_word(tmp_path, monkeypatch, **amiss))
        return stubs[-1]

    yield put
    for stub in stubs:
        stub.end()


def refusal(tmp_path: Path, documents: dict[str, bytes], *, to_start: float = 60, each: float = 60) -> SvcdocsError:
    """What is told where these documents cannot be converted."""
    with Word(to_start=to_start, each=each, into=tmp_path) as converter, pytest.raises(SvcdocsError) as told:
        converter.convert(documents)
    return told.value


def converted(tmp_path: Path, *batches: dict[str, bytes]) -> list[dict[str, Converted]]:
    with Word(into=tmp_path) as converter:
        return [converter.convert(batch) for batch in batches]


def test_one_word_makes_all_pdfs_of_a_build_and_is_gone_afterwards(
    tmp_path: Path, imitate: Imitate, plan: bytes
) -> None:
    stub = imitate()
    first, second = converted(tmp_path, {"a/plan.docx": plan, "b/plan.docx": plan}, {"a/plan.docx": plan})
    assert list(first) == ["a/plan.docx", "b/plan.docx"]
    assert list(second) == ["a/plan.docx"]
    assert len(stub.asked("start")) == 1
    assert stub.asked("Quit") == [[0]]
    assert not stub.runs()


def test_word_says_on_which_page_each_heading_begins_and_the_pdf_how_many_there_are(
    tmp_path: Path, imitate: Imitate, plan: bytes
) -> None:
    imitate()
    [made] = converted(tmp_path, {"plan.docx": plan})
    pages = made["plan.docx"].pages
    assert pages.of_headings == {entry.bookmark: 3 + n // 2 for n, entry in enumerate(contents_of(plan))}
    assert pages.count == count_of(made["plan.docx"].pdf) == max(pages.of_headings.values())


def test_word_is_unseen_asks_nothing_runs_no_macro_and_saves_nothing(
    tmp_path: Path, imitate: Imitate, plan: bytes
) -> None:
    stub = imitate()
    converted(tmp_path, {"plan.docx": plan})
    before_open = stub.notes[: [note[0] for note in stub.notes].index("Open")]
    assert [note[1:] for note in before_open if note[0] == "set"] == [
        ["Visible", False],
        ["DisplayAlerts", 0],
        ["AutomationSecurity", 3],
    ]
    assert stub.asked("Open") == [["0.docx", False, False, False]]  # no question about formats, no trace in its list
    assert stub.asked("Export") == [[17, False, True, 1, True]]  # with title, list of headings and tags
    assert stub.asked("Close") == [[0]]


def test_what_documents_are_called_never_reaches_word(tmp_path: Path, imitate: Imitate, plan: bytes) -> None:
    stub = imitate()
    names = ["..\\..\\a.docx", f"{'long' * 80}.docx", "Gwasanaethau “Tŷ”: 50% & more?.docx"]
    [made] = converted(tmp_path, dict.fromkeys(names, plan))
    assert list(made) == names
    assert [note[0] for note in stub.asked("Open")] == ["0.docx", "1.docx", "2.docx"]


def test_word_works_in_a_folder_of_its_own_that_is_gone_afterwards(
    tmp_path: Path, imitate: Imitate, plan: bytes
) -> None:
    imitate()
    work = tmp_path / "work"
    work.mkdir()
    converted(work, {"plan.docx": plan})
    assert list(work.iterdir()) == []


def test_without_documents_no_word_is_started(tmp_path: Path, imitate: Imitate) -> None:
    stub = imitate()
    assert converted(tmp_path, {}) == [{}]
    assert stub.notes == []


def test_while_word_is_busy_with_itself_it_is_asked_again(tmp_path: Path, imitate: Imitate, plan: bytes) -> None:
    stub = imitate(start="busy", does={"1": "busy"})
    [made] = converted(tmp_path, {"plan.docx": plan})
    assert made["plan.docx"].pages.of_headings
    assert len(stub.asked("start")) == len(stub.asked("Open")) == 2


def test_a_word_that_is_busy_when_it_has_started_is_waited_for_and_no_second_is_started(
    tmp_path: Path, imitate: Imitate, plan: bytes
) -> None:
    stub = imitate(start="is-busy-at-first")
    converted(tmp_path, {"plan.docx": plan})
    assert len(stub.asked("start")) == 1
    assert not stub.runs()


@pytest.mark.parametrize(("start", "told"), [("fails", ": Server execution failed"), ("dies", "")])
def test_a_word_that_cannot_be_started_is_told_in_its_own_words(
    tmp_path: Path, imitate: Imitate, plan: bytes, start: str, told: str
) -> None:
    imitate(start=start)
    error = refusal(tmp_path, {"plan.docx": plan})
    assert error.message == f"Microsoft Word cannot be started{told}"
    assert "open Word by itself, answer whatever it asks" in error.hint


def test_a_word_that_never_becomes_ready_is_ended(tmp_path: Path, imitate: Imitate, plan: bytes) -> None:
    stub = imitate(start="hangs")
    error = refusal(tmp_path, {"plan.docx": plan}, to_start=6)
    assert error.message == "Microsoft Word was not ready after 6 seconds, and was ended"
    assert stub.asked("start")
    assert not stub.runs()


def test_a_word_that_asks_something_nobody_sees_is_ended(tmp_path: Path, imitate: Imitate, plan: bytes) -> None:
    stub = imitate(does={"2": "hangs"})
    error = refusal(tmp_path, {"parks.docx": plan, "homes.docx": plan}, each=3)
    assert error.message == "Microsoft Word has not finished homes.docx in 3 seconds, and was ended"
    assert not stub.runs()


def test_a_document_that_word_refuses_is_named_with_what_word_says(
    tmp_path: Path, imitate: Imitate, plan: bytes
) -> None:
    stub = imitate(does={"2": "refuses"})
    error = refusal(tmp_path, {"parks.docx": plan, "homes.docx": plan})
    assert error.message == "Microsoft Word made no PDF of homes.docx: Die Datei ist beschädigt"
    assert "open the document in Word" in error.hint
    assert stub.asked("Quit") == [[0]]
    assert not stub.runs()


def test_a_document_of_which_word_writes_nothing_is_named(tmp_path: Path, imitate: Imitate, plan: bytes) -> None:
    imitate(does={"1": "writes-nothing"})
    error = refusal(tmp_path, {"parks.docx": plan})
    assert error.message == "Microsoft Word made no PDF of parks.docx"


@pytest.mark.parametrize("does", ["ends", "ends-its-driver"])
def test_a_word_that_ends_in_the_middle_is_told_and_nothing_is_left(
    tmp_path: Path, imitate: Imitate, plan: bytes, does: str
) -> None:
    stub = imitate(does={"2": does})
    error = refusal(tmp_path, {"parks.docx": plan, "homes.docx": plan})
    assert error.message == "Microsoft Word ended while it was at work on homes.docx"
    assert not stub.runs()


def test_a_word_that_does_not_end_when_asked_to_is_ended(
    tmp_path: Path, imitate: Imitate, plan: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    stub = imitate(lingers=True)
    monkeypatch.setattr(word, "SECONDS_TO_END", 0.2)
    converted(tmp_path, {"plan.docx": plan})
    assert not stub.runs()


def test_a_word_in_which_somebody_works_is_left_alone(tmp_path: Path, imitate: Imitate, plan: bytes) -> None:
    stub = imitate(start="is-somebodys", lingers=True, shown=["OpusApp"])
    error = refusal(tmp_path, {"plan.docx": plan})
    assert error.message == "Microsoft Word cannot be started: it gave the one that is open, with documents in it"
    assert stub.asked("set") == stub.asked("Quit") == []
    assert stub.is_there()


def test_a_word_in_which_somebody_has_opened_a_document_meanwhile_is_shown_and_left_to_them(
    tmp_path: Path, imitate: Imitate, plan: bytes
) -> None:
    stub = imitate(does={"1": "somebody-opens-one"})
    converted(tmp_path, {"plan.docx": plan})
    assert stub.asked("Quit") == []
    assert stub.asked("set")[-3:] == [["DisplayAlerts", -1], ["AutomationSecurity", 2], ["Visible", True]]
    assert stub.runs()


@pytest.mark.parametrize(("shown", "is_ended"), [(["OpusApp"], False), (["hidden OpusApp", "#32770"], True)])
def test_a_word_that_hangs_is_left_where_somebody_sees_a_document_in_it(
    tmp_path: Path, imitate: Imitate, plan: bytes, *, shown: list[str], is_ended: bool
) -> None:
    stub = imitate(does={"1": "hangs"}, shown=shown)
    error = refusal(tmp_path, {"plan.docx": plan}, each=3)
    assert error.message.endswith("and was ended" if is_ended else "and was left open, since it shows a document")
    assert stub.runs() != is_ended


def test_a_word_that_stays_busy_with_somebody_is_told_and_left_to_them(
    tmp_path: Path, imitate: Imitate, plan: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    stub = imitate(does={"1": "is-busy-for-good"}, shown=["OpusApp"])
    monkeypatch.setattr(word, "SECONDS_TO_END", 0.2)
    error = refusal(tmp_path, {"plan.docx": plan})
    assert error.message == "Microsoft Word is busy with something else, and made no PDF of plan.docx"
    assert stub.asked("Quit") == []
    assert stub.is_there()


def test_a_document_that_word_shows_for_reading_is_laid_out_all_the_same(
    tmp_path: Path, imitate: Imitate, plan: bytes
) -> None:
    imitate(**{"opens-for-reading": True})
    [made] = converted(tmp_path, {"plan.docx": plan})
    assert min(made["plan.docx"].pages.of_headings.values()) == 3


@pytest.mark.parametrize("line", [["/n", "letter.docx"], ["/Automation", "-Embedding"]])
def test_a_word_that_ran_before_is_never_ended(tmp_path: Path, imitate: Imitate, plan: bytes, line: list[str]) -> None:
    stub = imitate(start="hangs")
    other = subprocess.Popen([tmp_path / PROGRAM, "-c", "import time; time.sleep(600)", *line])
    try:
        refusal(tmp_path, {"plan.docx": plan}, to_start=6)
        assert other.poll() is None
        assert not stub.runs()
    finally:
        other.kill()
        other.wait()


@pytest.mark.parametrize(("line", "is_ours_ended"), [("-Embedding", False), ("letter.docx", True)])
def test_of_two_words_that_were_started_at_once_only_one_that_is_surely_ours_is_ended(
    tmp_path: Path, imitate: Imitate, plan: bytes, monkeypatch: pytest.MonkeyPatch, *, line: str, is_ours_ended: bool
) -> None:
    stub = imitate(lingers=True)
    monkeypatch.setattr(word, "SECONDS_TO_END", 0.2)
    note_word = word._Driver.note_word
    others: list[subprocess.Popen[bytes]] = []

    def another_starts(driver: word._Driver) -> None:
        others.append(subprocess.Popen([tmp_path / PROGRAM, "-c", "import time; time.sleep(600)", line]))
        while psutil.Process(others[0].pid).name() != PROGRAM:
            pass
        note_word(driver)

    monkeypatch.setattr(word._Driver, "note_word", another_starts)
    try:
        converted(tmp_path, {"plan.docx": plan})
        assert others[0].poll() is None
    finally:
        others[0].kill()
        others[0].wait()
    assert stub.runs() != is_ours_ended


def test_word_ends_with_a_build_that_was_broken_off(tmp_path: Path, imitate: Imitate, plan: bytes) -> None:
    stub = imitate()

    def broken_off() -> None:
        with Word(into=tmp_path) as converter:
            converter.convert({"plan.docx": plan})
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        broken_off()
    assert stub.asked("Quit") == [[0]]
    assert not stub.runs()


def test_word_ends_with_the_program_itself(tmp_path: Path, imitate: Imitate, plan: bytes) -> None:
    stub = imitate()
    (tmp_path / "plan.docx").write_bytes(plan)
    code = "import sys, os, pathlib; sys.path[:] = sys.argv[2:]; from svcdocs.pdf.word import Word; "
    code += "Word().convert({'a': pathlib.Path(sys.argv[1]).read_bytes()}); os._exit(9)"
    line = [sys.executable, "-c", code, str(tmp_path / "plan.docx"), *sys.path]
    assert subprocess.run(line, check=False).returncode == 9
    assert not stub.runs()
