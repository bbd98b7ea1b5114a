from __future__ import annotations

import time
from pathlib import Path

import psutil
import pytest

from svcdocs.errors import SvcdocsError
from svcdocs.pdf.office import Office, _for_consoles
from svcdocs.pdf.pages import pages_of
from tests.pdf.handmade import handmade
from tests.pdf.stubs import stub

COPIES = f"for file in files: file.with_suffix('.pdf').write_bytes({handmade()!r} + b'%' + file.read_bytes())"
"""Makes the same small PDF of every document, with that document at its end."""


def test_all_documents_go_through_one_start_of_the_program(tmp_path: Path) -> None:
    program = stub(tmp_path, f"pathlib.Path({str(tmp_path / 'starts')!r}).open('a').write('x')\n{COPIES}")
    with Office(program, into=tmp_path) as office:
        made = office.convert({"a/plan.docx": b"one", "b/plan.docx": b"two"})
    assert {name: one.pdf.rpartition(b"%")[2] for name, one in made.items()} == {
        "a/plan.docx": b"one",
        "b/plan.docx": b"two",
    }
    assert {name: one.pages for name, one in made.items()} == dict.fromkeys(made, pages_of(handmade()))
    assert (tmp_path / "starts").read_text() == "x"


def test_what_documents_are_called_never_reaches_the_command_line(tmp_path: Path) -> None:
    seen = tmp_path / "seen"
    program = stub(tmp_path, f"pathlib.Path({str(seen)!r}).write_text('|'.join(arguments), encoding='utf-8')\n{COPIES}")
    with Office(program, into=tmp_path) as office:
        office.convert({"--accept=socket.docx": b"x", f"{'long' * 60}.docx": b"y"})
    assert "accept" not in seen.read_text(encoding="utf-8")
    assert "long" not in seen.read_text(encoding="utf-8")


def test_it_works_in_a_folder_of_its_own_that_is_gone_afterwards(tmp_path: Path) -> None:
    work = tmp_path / "work"
    work.mkdir()
    with Office(stub(tmp_path, COPIES), into=work) as office:
        office.convert({"plan.docx": b"x"})
        [settings] = work.rglob("registrymodifications.xcu")
        assert '"OLE_Objects" oor:op="fuse"><value>1000<' in settings.read_text(encoding="utf-8")
        assert '"DisableMacrosExecution" oor:op="fuse"><value>true<' in settings.read_text(encoding="utf-8")
    assert list(work.iterdir()) == []


def test_a_program_that_hangs_is_stopped_with_all_it_has_started(tmp_path: Path) -> None:
    child = tmp_path / "child"
    program = stub(
        tmp_path,
        f"""
        started = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(300)"])
        pathlib.Path({str(child)!r}).write_text(str(started.pid))
        time.sleep(300)
        """,
    )
    with Office(program, to_start=5, each=0, into=tmp_path) as office, pytest.raises(SvcdocsError) as told:
        office.convert({"plan.docx": b"x"})
    assert told.value.message == "LibreOffice has not finished one document in 5 seconds, and was stopped"
    pid = int(child.read_text())
    for _ in range(50):
        if not psutil.pid_exists(pid) or psutil.Process(pid).status() == psutil.STATUS_ZOMBIE:
            return
        time.sleep(0.1)
    pytest.fail("what the program had started is still there")


@pytest.mark.parametrize(
    "does", ["", "for file in files[1:]: file.with_suffix('.pdf').write_bytes(b'%PDF')", "sys.exit(3)"]
)
def test_a_document_of_which_there_is_no_pdf_is_named(tmp_path: Path, does: str) -> None:
    with Office(stub(tmp_path, does), into=tmp_path) as office, pytest.raises(SvcdocsError) as told:
        office.convert({"parks.docx": b"x", "homes.docx": b"y"})
    assert told.value.message == "LibreOffice made no PDF of parks.docx"


def test_a_program_that_cannot_be_started_is_told(tmp_path: Path) -> None:
    with Office(tmp_path / "gone", into=tmp_path) as office, pytest.raises(SvcdocsError, match="cannot be started"):
        office.convert({"parks.docx": b"x"})


def test_without_documents_nothing_is_started(tmp_path: Path) -> None:
    with Office(tmp_path / "gone", into=tmp_path) as office:
        assert office.convert({}) == {}


def test_on_windows_the_form_that_a_console_waits_for_is_taken(tmp_path: Path) -> None:
    program = tmp_path / "soffice.exe"
    program.touch()
    assert _for_consoles(program) == program
    program.with_suffix(".com").touch()
    assert _for_consoles(program) == program.with_suffix(".com")
    assert _for_consoles(tmp_path / "soffice") == tmp_path / "soffice"
