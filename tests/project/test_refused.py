from __future__ import annotations

from pathlib import Path

import pytest

from svcdocs.project import Project, Refused, read_refused, write_refused
from tests.cycles import write_cycle

ONE = Refused("Parks", "parks.xlsx", "file-password", "parks.xlsx has a password.", "Take it off.")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return write_cycle(tmp_path, {})


def test_what_is_kept_in_mind_is_read_as_it_was_written(project: Project) -> None:
    assert read_refused(project) == ()
    write_refused(project, (ONE,))
    assert read_refused(project) == (ONE,)
    write_refused(project, ())
    assert read_refused(project) == ()


@pytest.mark.parametrize("content", [b"", b"[]", b'{"refused": [1]}', b"\xff", b'{"refused": [{"name": "x"}]}'])
def test_a_file_that_cannot_be_understood_reminds_of_nothing(project: Project, content: bytes) -> None:
    write_refused(project, (ONE,))
    (project.received_dir / "refused.json").write_bytes(content)
    assert read_refused(project) == ()
