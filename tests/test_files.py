"""Several files are put in place whole, all of them or none."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from svcdocs.errors import SvcdocsError
from svcdocs.files import make_read_only, put_in_place, remove

real_replace = os.replace


def everything(folder: Path) -> dict[str, bytes | None]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else None for path in folder.rglob("*")
    }


def test_files_are_written_into_folders_that_are_made_for_them(tmp_path: Path) -> None:
    put_in_place({tmp_path / "a" / "b.txt": b"1", tmp_path / "c.txt": b"2"})
    assert everything(tmp_path) == {"a": None, "a/b.txt": b"1", "c.txt": b"2"}


@pytest.mark.parametrize("held", ["new/a.txt", "b.txt", "c.txt"])
def test_where_one_is_refused_everything_is_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, held: str
) -> None:
    (tmp_path / "b.txt").write_bytes(b"old")
    before = everything(tmp_path)

    def replace(source: Path, target: Path) -> None:
        if Path(target) == tmp_path / held and Path(source).read_bytes() == b"new":
            raise PermissionError(errno.EACCES, "Access is denied", str(target))
        real_replace(source, target)

    monkeypatch.setattr(os, "replace", replace)
    monkeypatch.setattr("svcdocs.files._PAUSE", 0)
    with pytest.raises(SvcdocsError, match="cannot be written: Access is denied"):
        put_in_place({tmp_path / name: b"new" for name in ("new/a.txt", "b.txt", "c.txt")})
    assert everything(tmp_path) == before


def test_a_full_disk_leaves_everything_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "b.txt").write_bytes(b"old")
    before = everything(tmp_path)

    def full(_stream: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(SvcdocsError, match="No space left"):
        put_in_place({tmp_path / "new" / "a.txt": b"new", tmp_path / "b.txt": b"new"})
    assert everything(tmp_path) == before


def test_a_read_only_file_of_our_own_can_be_removed(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"1")
    make_read_only(file)
    assert file.stat().st_mode & 0o222 == 0
    assert remove(file)
    assert not file.exists()
