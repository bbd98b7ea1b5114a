from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from svcdocs.commands.build import build
from svcdocs.commands.circulate import circulate
from svcdocs.commands.export import export
from svcdocs.errors import SvcdocsError
from svcdocs.outputs import read_manifest, sha256_of
from svcdocs.project import Project
from svcdocs.word.outline import text_of
from svcdocs.workbook.identity import Identity
from svcdocs.workbook.writer import write_framework
from tests.cycles import framework, no_progress, plan, workbook, write_cycle

PARKS, HOMES, SHOWN = "service-plans/parks.docx", "service-plans/homes.docx", "public/parks.docx"
DAY = date(2027, 2, 14)
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


def circulated(folder: Path, *only: str) -> Project:
    """A cycle of which Draft 1 was circulated, in whose Parks something has changed for Draft 2."""
    project = write_cycle(folder)
    build(project, no_progress)
    circulate(project, DAY, no_progress, only=only)
    (project.workbooks_dir / "parks.xlsx").write_bytes(
        workbook(plan("Parks", actions=[with_finish("June 2028")]), framework())
    )
    name(project, "Draft 2")
    return project


def name(project: Project, version: str) -> None:
    about = framework().about.model_dump(mode="json") | {"version": version}
    project.framework.write_bytes(write_framework(framework(about=about), Identity(kind="framework")))


def test_what_was_circulated_before_is_what_has_been_seen_and_no_setting_is_needed(tmp_path: Path) -> None:
    project = circulated(tmp_path)
    build(project, no_progress)
    assert told(project, PARKS) == ["P1.1 Improve the parks: Finish by was ‘March 2028’ and is now ‘June 2028’"]
    assert told(project, HOMES) == ["Nothing."]
    data = "circulation/Draft 1/plans.json"
    entry = read_manifest(project.output_dir).outputs[PARKS]
    assert entry.inputs[data] == sha256_of((tmp_path / data).read_bytes())


def test_each_plan_tells_what_has_changed_since_it_was_itself_circulated(tmp_path: Path) -> None:
    project = circulated(tmp_path, "Parks")
    build(project, no_progress)
    assert told(project, PARKS) == ["P1.1 Improve the parks: Finish by was ‘March 2028’ and is now ‘June 2028’"]
    assert "which you have seen" not in text_of((project.output_dir / HOMES).read_bytes())
    assert "circulation/Draft 1/plans.json" not in read_manifest(project.output_dir).outputs[HOMES].inputs


def test_circulating_the_version_that_is_built_changes_nothing_of_what_was_seen(tmp_path: Path) -> None:
    project = circulated(tmp_path)
    build(project, no_progress)
    before = (project.output_dir / PARKS).read_bytes()
    circulate(project, DAY, no_progress)
    build(project, no_progress)
    assert (project.output_dir / PARKS).read_bytes() == before
    name(project, "Draft 3")
    build(project, no_progress)
    assert "since Draft 2, which you have seen" in text_of((project.output_dir / PARKS).read_bytes())


def test_a_version_that_the_settings_name_goes_before_what_was_circulated(tmp_path: Path) -> None:
    project = circulated(tmp_path)
    (tmp_path / "circulated").mkdir()
    shutil.copy(tmp_path / "circulation" / "Draft 1" / "plans.json", tmp_path / "circulated" / "plans.json")
    settings = tmp_path / "svcdocs.toml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("# seen =", "seen ="), encoding="utf-8")
    build(Project.open(tmp_path), no_progress)
    inputs = read_manifest(project.output_dir).outputs[PARKS].inputs
    assert [name for name in inputs if name.endswith("plans.json")] == ["circulated/plans.json"]


def test_data_of_a_version_that_is_not_what_it_was_any_more_is_not_compared_with(tmp_path: Path) -> None:
    project = circulated(tmp_path)
    data = tmp_path / "circulation" / "Draft 1" / "plans.json"
    data.chmod(0o666)
    data.write_bytes(data.read_bytes() + b" ")
    build(project, no_progress)
    assert "which you have seen" not in text_of((project.output_dir / PARKS).read_bytes())


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
