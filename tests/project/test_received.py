from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from svcdocs import __version__
from svcdocs.errors import SvcdocsError
from svcdocs.files import sha256_of
from svcdocs.project import Archive, Filed, Project, What, settings_text

DAY = dt.date(2026, 12, 1)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "svcdocs.toml").write_text(settings_text(program=__version__), encoding="utf-8")
    return Project.open(tmp_path)


def received(content: bytes, name: str = "a.xlsx") -> Filed:
    return Filed(What.RECEIVED, content, name)


def names(project: Project) -> list[str]:
    return sorted(path.name for path in (project.received_dir / "parks").iterdir())


def test_what_is_recorded_is_kept_placed_and_written_down(project: Project) -> None:
    place = project.workbooks_dir / "parks.xlsx"
    Archive.open(project).record("Parks", [received(b"one")], DAY, workbook=(place, b"one"))
    (event,) = Archive.open(project).events
    assert (event.version, event.lies, event.place) == (1, sha256_of(b"one"), "workbooks/parks.xlsx")
    assert (project.folder / event.file).read_bytes() == place.read_bytes() == b"one"
    assert names(project) == ["001 2026-12-01 a.xlsx"]


def test_bytes_that_are_kept_already_are_not_kept_twice(project: Project) -> None:
    archive = Archive.open(project).record("Parks", [received(b"one"), received(b"two")], DAY)
    archive = archive.record("Parks", [Filed(What.PUT_BACK, b"one", "a.xlsx")], DAY)
    assert [event.version for event in archive.events] == [1, 2, 1]
    assert len(names(project)) == 2


def test_an_event_that_places_nothing_leaves_what_lies_there(project: Project) -> None:
    place = project.workbooks_dir / "parks.xlsx"
    archive = Archive.open(project).record("Parks", [received(b"one")], DAY, workbook=(place, b"one"))
    archive = archive.record("Parks", [received(b"two")], DAY)
    history = archive.history("parks")
    assert history.last is not None
    assert history.current is not None
    assert (history.last.version, history.current.version) == (2, 1)


def test_a_file_that_was_kept_before_the_ledger_could_be_written_is_found_again(project: Project) -> None:
    folder = project.received_dir / "parks"
    folder.mkdir(parents=True)
    (folder / "004 2026-11-30 a.xlsx").write_bytes(b"one")
    archive = Archive.open(project)
    assert archive.history("Parks").keeps(sha256_of(b"one"))
    archive = archive.record("Parks", [received(b"one"), received(b"two")], DAY)
    assert [event.version for event in archive.events] == [4, 5]
    assert names(project) == ["004 2026-11-30 a.xlsx", "005 2026-12-01 a.xlsx"]


def test_a_ledger_that_was_torn_is_gone_on_with_on_a_new_line(project: Project) -> None:
    archive = Archive.open(project).record("Parks", [received(b"one")], DAY)
    ledger = project.received_dir / "ledger.jsonl"
    ledger.write_bytes(archive.ledger + b'{"number": 2, "contri')
    archive = Archive.open(project)
    assert [finding.code for finding in archive.findings] == ["ledger-line"]
    archive.record("Parks", [received(b"two")], DAY)
    assert [event.version for event in Archive.open(project).events] == [1, 2]
    assert ledger.read_bytes().startswith(archive.ledger)


def test_a_ledger_somebody_else_has_written_to_meanwhile_is_not_written_over(project: Project) -> None:
    archive = Archive.open(project)
    archive.record("Parks", [received(b"one")], DAY)
    with pytest.raises(SvcdocsError, match="written to by somebody else"):
        archive.record("Parks", [received(b"two")], DAY)
    assert len(names(project)) == 1


def test_a_kept_file_that_was_changed_is_told(project: Project) -> None:
    archive = Archive.open(project).record("Parks", [received(b"one")], DAY)
    file = project.folder / archive.events[0].file
    file.chmod(0o644)
    file.write_bytes(b"other")
    with pytest.raises(SvcdocsError, match="not what was received any more"):
        archive.content(archive.events[0])


NAMES = {
    'a<b>:"c|?*.xlsx': "001 2026-12-01 a_b___c___.xlsx",
    "a\\b/c.xlsx": "001 2026-12-01 a_b_c.xlsx",
    "tab\there.xlsx": "001 2026-12-01 tab_here.xlsx",
    f"{'long ' * 60}.xlsx": f"001 2026-12-01 {('long ' * 12).strip()}.xlsx",
    "con.xlsx": "001 2026-12-01 con.xlsx",
    "half \udcff.xlsx": "001 2026-12-01 half _.xlsx",
    "Plan für Grünflächen.XLSX": "001 2026-12-01 Plan für Grünflächen.XLSX",
    "trailing. .xlsx": "001 2026-12-01 trailing.xlsx",
    ".xlsx": "001 2026-12-01 xlsx",
    "no ending.": "001 2026-12-01 no ending",
}


@pytest.mark.parametrize(("name", "kept"), NAMES.items())
def test_any_name_becomes_one_that_windows_takes_and_the_ledger_has_the_whole(
    project: Project, name: str, kept: str
) -> None:
    archive = Archive.open(project).record("Parks", [received(b"one", name)], DAY)
    assert names(project) == [kept]
    assert archive.events[0].name == Archive.open(project).events[0].name == name


def test_those_of_whom_something_was_received_are_named_in_the_order_of_their_first_return(project: Project) -> None:
    archive = Archive.open(project)
    for name in ("Parks", "Homes", "Parks"):
        archive = archive.record(name, [received(name.encode())], DAY)
    assert archive.contributors == ("Parks", "Homes")
