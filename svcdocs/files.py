"""Files put in place whole: prepared beside their place, flushed to the disk, and moved there in one step each."""

from __future__ import annotations

import hashlib
import os
import secrets
import stat
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from svcdocs.errors import SvcdocsError

_PAUSE = 0.3
"""Seconds before the one retry: virus scanners and synchronisation hold a new file for about that long."""


def sha256_of(content: bytes) -> str:
    """The hash of content in memory, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def sha256_of_file(file: Path) -> str:
    """The hash of a file, in hexadecimal."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def put_in_place(contents: Mapping[Path, bytes]) -> None:
    """Put every file in its place, in the order given, or none: what had been replaced is put back as it was.

    Raises:
        SvcdocsError: one of them cannot be written; nothing has changed then.
    """
    before = {path: _content(path) for path in contents}
    made = [folder for path in contents for folder in _missing(path.parent)]
    done: list[Path] = []
    try:
        with prepared(contents) as ready:
            for path, source in ready.items():
                _must_replace(source, path)
                done.append(path)
    except BaseException:
        _put_back({path: before[path] for path in reversed(done)}, made)
        raise


@contextmanager
def prepared(contents: Mapping[Path, bytes]) -> Iterator[dict[Path, Path]]:
    """Each content in a new file beside its target, flushed to the disk; what is not moved away is removed again.

    Raises:
        SvcdocsError: one of them cannot be written.
    """
    ready: dict[Path, Path] = {}
    target = Path()
    try:
        for target, content in contents.items():
            # OneDrive and Office leave names of this form alone.
            ready[target] = target.with_name(f"~${secrets.token_hex(4)}-{target.name[-60:]}.tmp")
            target.parent.mkdir(parents=True, exist_ok=True)
            with ready[target].open("xb") as stream:
                stream.write(content)
                stream.flush()
                os.fsync(stream.fileno())
        yield ready
    except OSError as error:
        why = f"{error.filename or target} cannot be written: {error.strerror or error}"
        raise SvcdocsError(why, "see that there is room, and that you may write there") from error
    finally:
        for file in ready.values():
            remove(file)


def replace(source: Path, target: Path) -> OSError | None:
    """Moves a file over its target, trying twice; gives back why it was refused."""
    try:
        source.replace(target)
    except OSError:
        time.sleep(_PAUSE)
        try:
            source.replace(target)
        except OSError as error:
            return error
    return None


def remove(file: Path) -> bool:
    """Removes a file of our own, read-only or not; a file that is held is left. Whether it is gone."""
    with suppress(OSError):
        file.unlink(missing_ok=True)
        return True
    with suppress(OSError):  # Windows does not remove what may not be written to
        file.chmod(stat.S_IREAD | stat.S_IWRITE)
        file.unlink(missing_ok=True)
        return True
    return False


def make_read_only(file: Path) -> None:
    """Marks a file as one that is not to be changed, as far as the place it lies in knows of such a mark."""
    with suppress(OSError):
        file.chmod(stat.S_IREAD | stat.S_IRGRP | stat.S_IROTH)


def _content(path: Path) -> bytes | None:
    """What a file holds; None where there is none."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise _refused(path, error) from error


def _must_replace(source: Path, target: Path) -> None:
    error = replace(source, target)
    if error:
        raise _refused(target, error) from error


def _refused(path: Path, error: OSError) -> SvcdocsError:
    hint = "close it in the program that has it open, and run the same command again"
    return SvcdocsError(f"{path} cannot be written: {error.strerror or error}", hint)


def _missing(folder: Path) -> list[Path]:
    """The folders that would have to be made for one, the innermost first."""
    return [each for each in (folder, *folder.parents) if not each.exists()]


def _put_back(before: Mapping[Path, bytes | None], made: Sequence[Path]) -> None:
    """What was there before, as far as the disk lets us; folders that were made for nothing go again."""
    for path, content in before.items():
        if content is None:
            remove(path)
            continue
        with suppress(SvcdocsError), prepared({path: content}) as ready:
            replace(ready[path], path)
    for folder in made:
        with suppress(OSError):
            folder.rmdir()
