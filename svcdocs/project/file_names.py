"""File names from what people call things: any service name becomes a name that every file system takes."""

from __future__ import annotations

import hashlib
import re
import unicodedata

LONGEST = 80
"""Characters kept of a name: Windows allows 260 for the whole path, and cycle folders lie deep in shared drives."""

# Windows keeps these names for devices, with any extension behind them. learn.microsoft.com: "Naming Files, Paths,
# and Namespaces".
_RESERVED = frozenset(
    {"con", "prn", "aux", "nul", "conin", "conout"} | {f"{port}{n}" for port in ("com", "lpt") for n in "0123456789¹²³"}
)


_REFUSED = {ord(char): "-" for char in "<>:/\\|?*"} | {ord('"'): "'"}
"""Signs that Windows has in no name, and what stands for them."""
_BLANK = {True: " ", False: ""}


def file_name(name: str) -> str:
    """The name in lower case with hyphens: "Housing & Homelessness" gives "housing-and-homelessness".

    Letters and digits of every script stay; "&" reads "and", an apostrophe goes, all else parts words. A name that has
    none, that Windows keeps for itself or that is too long is told apart by the start of its hash. Two names that
    differ only in case, spaces or punctuation give the same file name.
    """
    text = unicodedata.normalize("NFC", name).lower()
    text = re.sub(r"['’ʼ]", "", text.replace("&", " and "))
    slug = "-".join("".join(char if _belongs(char) else " " for char in text).split())
    if not slug:
        return f"service-{_hash(name)}"
    if slug in _RESERVED:
        return f"{slug}-{_hash(name)}"
    if len(slug) > LONGEST:
        return f"{slug[: LONGEST - 9].rstrip('-')}-{_hash(name)}"
    return slug


def spoken_name(text: str, longest: int) -> str:
    """What people call something, as the name of a file or folder that reads the same: "2027/28" gives "2027-28".

    A colon is set apart, other signs that Windows refuses a hyphen; signs that nobody sees, such as those that turn
    the direction of writing, go. What is too long is cut and told apart by the start of its hash: the name has at most
    ``longest`` characters as Windows counts them, and half as many bytes more, since elsewhere bytes are counted.
    """
    text = unicodedata.normalize("NFC", text)
    text = "".join(char if unicodedata.category(char)[0] not in "CZ" else _BLANK[char.isspace()] for char in text)
    text = re.sub(r"\s*:\s+", " - ", text).translate(_REFUSED)
    name = " ".join(text.split()).strip("-–.~$ ")
    if not name:
        name = f"copy {_hash(text)}"
    if name.split(".")[0].strip(" $").lower() in _RESERVED:
        name = f"{name.replace('.', '-')} {_hash(text)}"
    return name if _fits(name, longest) else _cut(name, longest)


def _cut(name: str, longest: int) -> str:
    end = f"… {_hash(name)}"
    kept = name
    while kept and not _fits(kept + end, longest):
        kept = kept[:-1]
    return kept.rstrip("-–. ") + end


def _fits(name: str, longest: int) -> bool:
    return len(name.encode("utf-16-le")) <= 2 * longest and len(name.encode()) <= 3 * longest // 2


def _belongs(char: str) -> bool:
    return char.isalnum() or unicodedata.category(char) in {"Mn", "Mc"}


def _hash(name: str) -> str:
    return hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:8]
