from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from svcdocs.cli.main import main
from svcdocs.commands.build import build
from svcdocs.project import Project
from tests.cycles import no_progress, plan, write_cycle

DAY, LATER = dt.date(2027, 1, 4), dt.date(2027, 1, 5)


def cycle(folder: Path, outcome: str) -> Project:
    """The small council, in which the one action of Parks has that outcome."""
    parks = plan("Parks")
    (action,) = parks.actions
    changed = plan("Parks", actions=[action.model_dump(mode="json") | {"outcome": outcome}])
    return write_cycle(folder, {"parks.xlsx": changed, "homes.xlsx": plan("Homes")})


def test_a_changed_workbook_changes_only_what_is_its_own_and_nobody_else_is_told(tmp_path: Path) -> None:
    assert build(cycle(tmp_path, "More come"), no_progress, today=DAY).reprints == ()
    built = build(cycle(tmp_path, "More stay"), no_progress, today=LATER)
    assert [one.service for one in built.reprints] == ["Parks"]  # the corporate plan does not print outcomes
    (parks,) = built.reprints
    assert parks.because == ("Parks",)
    assert all(part.lines and not part.figures for part in parks.parts)
    letters = {path.name for path in (tmp_path / "output" / "letters").glob("changed-*.txt")}
    assert letters == {"changed-parks.txt"}


def test_a_document_edited_by_hand_is_not_compared_since_it_is_left_alone(tmp_path: Path) -> None:
    project = cycle(tmp_path, "More come")
    build(project, no_progress, today=DAY)
    path = project.service_plan("Parks")
    path.write_bytes(path.read_bytes() + b" ")
    assert build(cycle(tmp_path, "More stay"), no_progress, today=LATER).reprints == ()


def test_build_prints_what_has_changed_and_status_why_a_document_is_out_of_date(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    build(cycle(tmp_path, "More come"), no_progress, today=DAY)
    cycle(tmp_path, "More stay")
    main(["status", str(tmp_path), "--today", "2027-01-05"])
    assert "built before the last change of workbooks/parks.xlsx" in " ".join(capsys.readouterr().out.split())
    main(["build", str(tmp_path), "--today", "2027-01-05"])
    assert "Printed otherwise than before, with what is new from Parks:" in capsys.readouterr().out


def test_a_notice_stays_on_its_day_and_goes_once_the_document_is_made_again_later_and_says_the_same(
    tmp_path: Path,
) -> None:
    build(cycle(tmp_path, "More come"), no_progress, today=DAY)
    project = cycle(tmp_path, "More stay")
    notice = project.letters_dir / "changed-parks.txt"
    for _ in range(2):
        build(project, no_progress, today=DAY)
        assert notice.is_file()
    build(project, no_progress, today=LATER, only="Homes")
    assert notice.is_file()
    build(project, no_progress, today=LATER)
    assert not notice.exists()


def test_a_notice_that_somebody_has_written_into_is_left(tmp_path: Path) -> None:
    build(cycle(tmp_path, "More come"), no_progress, today=DAY)
    project = cycle(tmp_path, "More stay")
    build(project, no_progress, today=DAY)
    notice = project.letters_dir / "changed-parks.txt"
    notice.write_text(f"{notice.read_text(encoding='utf-8')}PS: see you on Friday", encoding="utf-8")
    build(project, no_progress, today=LATER)
    assert notice.is_file()
