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


def _belongs(char: str) -> bool:
    return char.isalnum() or unicodedata.category(char) in {"Mn", "Mc"}


def _hash(name: str) -> str:
    return hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:8]
