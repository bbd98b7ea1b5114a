"""The checks by what they are about: each module is a family, called as the first words of its first line call it."""

from __future__ import annotations

import sys

from svcdocs.checks.every import ALL_CHECKS, ALL_RULES
from svcdocs.model.rules import Family


def families() -> tuple[Family, ...]:
    """Every rule once, under the family it belongs to, in reading order."""
    modules = [sys.modules[name] for name in dict.fromkeys(check.__module__ for check in ALL_CHECKS)]
    found = []
    for module in modules:
        title, _, about = (module.__doc__ or module.__name__).strip().split("\n")[0].partition(": ")
        own = [value for value in vars(module).values() if any(value is rule for rule in ALL_RULES)]
        found.append(Family(title.rstrip("."), f"{about[:1].upper()}{about[1:]}", tuple(own), is_set=True))
    return tuple(found)
