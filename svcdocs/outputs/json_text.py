"""JSON that is the same bytes for the same values on every machine."""

from __future__ import annotations

import json
from typing import Any


def json_bytes(value: Any) -> bytes:
    """UTF-8, names sorted, two blanks a level, a newline at the end. Lists keep their order.

    Raises:
        ValueError: a number is not a number or infinite, which JSON cannot say.
    """
    return (json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True, allow_nan=False) + "\n").encode()
