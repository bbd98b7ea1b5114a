from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from svcdocs.cli.main import main
from svcdocs.commands import converting
from svcdocs.commands import doctor as examined
from svcdocs.commands.doctor import Examined, doctor
from svcdocs.commands.programs import Found
from tests.cycles import write_cycle

NOW = datetime(2099, 1, 1, 12, tzinfo=UTC)
HERE, GONE = Found(Path("/opt/soffice"), ()), Found(None, ("the folders of PATH", "/opt/office"))


def put(monkeypatch: pytest.MonkeyPatch, **programs: Found) -> None:
    """Let these programs be found so, by all who look for them."""
    for name, found in programs.items():
        for room in (examined, converting):
            monkeypatch.setattr(room, name, lambda found=found: found)


@pytest.fixture(autouse=True)
def office(monkeypatch: pytest.MonkeyPatch) -> None:
    put(monkeypatch, libreoffice=HERE, word=GONE)


def looked_at(folder: Path, encoding: str = "utf-8", now: datetime = NOW) -> dict[str, Examined]:
    return {one.what: one for one in doctor(folder, now, encoding)}


def test_a_sound_cycle_has_nothing_that_needs_attention_and_is_left_as_it_was(tmp_path: Path) -> None:
    write_cycle(tmp_path)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    found = looked_at(tmp_path)
    assert [one.what for one in found.values() if not one.is_well] == []
    assert "Saltmarsh Borough Council, 2 services" in found["Framework"].found
    assert "is made when it is needed" in found["Writing to output"].found
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before
    assert not (tmp_path / "output").exists()


def test_one_office_program_is_enough_and_where_the_other_was_looked_for_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    word = looked_at(tmp_path)["Microsoft Word"]
    assert word.is_well
    assert word.found == "not found; looked in the folders of PATH; /opt/office"
    put(monkeypatch, libreoffice=GONE)
    assert not looked_at(tmp_path)["LibreOffice"].is_well


def test_it_is_told_what_makes_pdfs_and_that_nothing_does_needs_attention_only_where_the_settings_ask_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert looked_at(tmp_path)["PDFs"] == Examined("PDFs", "made with LibreOffice (build --pdf)")
    put(monkeypatch, libreoffice=GONE)
    none = looked_at(write_cycle(tmp_path).folder)["PDFs"]
    assert none.is_well
    assert none.found.startswith("no PDFs can be made: LibreOffice was not found")
    (tmp_path / "svcdocs.toml").write_text('[programs]\npdf = "libreoffice"\n', encoding="utf-8")
    asked = looked_at(tmp_path)["PDFs"]
    assert "svcdocs.toml asks for libreoffice, and LibreOffice was not found" in asked.found
    assert asked.remedy.startswith('Take the line pdf = "libreoffice" out of svcdocs.toml')


def test_a_folder_that_cannot_be_written_to_is_told_and_nothing_is_left_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = write_cycle(tmp_path)

    def refuse(self: Path, _target: Path) -> Path:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "replace", refuse)
    found = looked_at(tmp_path)["Writing to workbooks"]
    assert not found.is_well
    assert "Permission denied" in found.found
    assert [path.name for path in project.workbooks_dir.iterdir() if path.suffix != ".xlsx"] == []


def test_a_console_that_lacks_signs_a_clock_that_is_behind_and_a_broken_framework_need_attention(
    tmp_path: Path,
) -> None:
    write_cycle(tmp_path).framework.write_bytes(b"no workbook")
    found = looked_at(tmp_path, "ascii", datetime(2001, 1, 1, tzinfo=UTC))
    assert {what for what, one in found.items() if not one.is_well} == {"Console", "Clock", "Framework"}
    assert looked_at(tmp_path, "cp1252")["Console"].is_well


def test_a_path_too_long_for_windows_and_a_synchronised_folder_are_told(tmp_path: Path) -> None:
    deep = write_cycle(tmp_path / ("d" * 120) / ("e" * 60))
    assert not examined._place(deep, windows=True).is_well
    assert examined._place(deep, windows=False).is_well
    synced = examined._place(write_cycle(tmp_path / "OneDrive - Saltmarsh"), windows=False)
    assert "OneDrive - Saltmarsh" in synced.found


def test_too_little_room_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Full:
        free = 5_000_000

    monkeypatch.setattr("shutil.disk_usage", lambda _place: Full)
    assert "200 MB" in looked_at_room(tmp_path).remedy


def looked_at_room(folder: Path) -> Examined:
    return examined._room(write_cycle(folder))


def test_it_ends_with_one_where_something_needs_attention(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", str(tmp_path)]) == 1
    printed = capsys.readouterr().out
    assert "ATTENTION  Cycle: " in printed
    assert "`svcdocs new FOLDER` starts one." in printed
    assert main(["doctor", str(write_cycle(tmp_path / "c").folder), "--today", "2099-01-01", "--format", "json"]) in (
        0,
        1,
    )
    told = json.loads(capsys.readouterr().out)
    assert told["ok"] == all(one["ok"] for one in told["examined"])
