from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from svcdocs.commands.build import build
from svcdocs.commands.export import export
from svcdocs.errors import SvcdocsError
from svcdocs.project import Project
from svcdocs.word.outline import text_of
from tests.cycles import framework, no_progress, plan, workbook, write_cycle

PARKS, HOMES, SHOWN = "service-plans/parks.docx", "service-plans/homes.docx", "public/parks.docx"
LEAD = "What has changed since Draft 1, which you have seen:"


def with_finish(day: str, **more: Any) -> dict[str, Any]:
    (action,) = plan("Parks").model_dump(mode="json")["actions"]
    return {**action, "finish": day, **more}


def seen(folder: Path) -> Project:
    """A cycle of which a version was exported and put aside, in whose Parks something has changed since."""
    project = write_cycle(folder)
    export(project, no_progress)
    (folder / "circulated").mkdir()
    shutil.copy(project.plans_json, folder / "circulated" / "plans.json")
    secret = with_finish("May 2028", ref="P9", title="Sell the depot", publish="No")
    changed = plan("Parks", actions=[with_finish("June 2028"), secret])
    (folder / "workbooks" / "parks.xlsx").write_bytes(workbook(changed, framework()))
    settings = folder / "svcdocs.toml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("# seen =", "seen ="), encoding="utf-8")
    return Project.open(folder)


def told(project: Project, name: str) -> list[str]:
    lines = text_of((project.output_dir / name).read_bytes()).splitlines()
    start = lines.index(LEAD) + 1
    return lines[start : next(place for place in range(start, len(lines)) if lines[place] == "Approval")]


def test_those_who_sign_read_what_has_changed_since_the_version_they_have_seen(tmp_path: Path) -> None:
    project = seen(tmp_path)
    build(project, no_progress, draft=True)
    assert told(project, PARKS) == [
        "P1.1 Improve the parks: Finish by was ‘March 2028’ and is now ‘June 2028’",
        "P9 Sell the depot: new",
    ]
    assert told(project, HOMES) == ["Nothing."]


def test_the_public_edition_tells_no_changes_for_what_stood_there_may_not_be_published_now(tmp_path: Path) -> None:
    project = seen(tmp_path)
    hidden = plan("Parks", actions=[with_finish("June 2028", publish="No")])
    (project.workbooks_dir / "parks.xlsx").write_bytes(workbook(hidden, framework()))
    build(project, no_progress, draft=True, public=True)
    shown = text_of((project.output_dir / SHOWN).read_bytes())
    assert "which you have seen" not in shown
    assert "Improve the parks" not in shown


def test_where_no_version_is_named_as_seen_nothing_is_said_of_changes(tmp_path: Path) -> None:
    project = write_cycle(tmp_path)
    build(project, no_progress)
    assert "which you have seen" not in text_of((project.output_dir / PARKS).read_bytes())


def test_a_version_named_as_seen_that_is_not_there_or_is_none_is_told(tmp_path: Path) -> None:
    project = seen(tmp_path)
    (tmp_path / "circulated" / "plans.json").write_text("{}", encoding="utf-8")
    with pytest.raises(SvcdocsError, match=r"plans\.json"):
        build(project, no_progress)
    (tmp_path / "circulated" / "plans.json").unlink()
    with pytest.raises(SvcdocsError, match=r"there is nothing at seen = 'circulated/plans\.json'"):
        Project.open(tmp_path)
