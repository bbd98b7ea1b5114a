"""The exact lines that people are told to type: quoted for their shell, and taken apart again as it would be.

A Windows shell knows double quotes only. Elsewhere they serve as well, for they are easier to type and to read; single
ones stand where something in the text means more to the shell.
"""

from __future__ import annotations

import re
import shlex

PROGRAM = "svcdocs"
_PLAIN = re.compile(r"[\w@%+=:,./-]+")
_PLAIN_ON_WINDOWS = re.compile(r"[\w@+:./\\~-]+")
_MEANS_MORE = re.compile(r'["$`\\!]')
_PART = re.compile(r'"([^"]*)"|(\S+)')


def typed_line(*words: str, windows: bool = False) -> str:
    """The line that gives the program some words, each as one: ``svcdocs check "our plans 2027"``."""
    return " ".join((PROGRAM, *(quoted(word, windows=windows) for word in words)))


def words_of(line: str, *, windows: bool = False) -> list[str]:
    """The words that a line of ``typed_line`` gives the program."""
    if windows:
        return [part[1] if part[1] is not None else part[2] for part in _PART.finditer(line)][1:]
    return shlex.split(line)[1:]


def quoted(word: str, *, windows: bool = False) -> str:
    """A word as it is typed: as it is, or in quotation marks where the shell would take it apart."""
    if (_PLAIN_ON_WINDOWS if windows else _PLAIN).fullmatch(word):
        return word
    if windows or not _MEANS_MORE.search(word):
        return f'"{word}"'
    return shlex.quote(word)
