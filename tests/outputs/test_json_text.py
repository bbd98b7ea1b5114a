from __future__ import annotations

import pytest

from svcdocs.outputs import json_bytes


def test_json_is_sorted_indented_and_ends_with_a_newline() -> None:
    assert json_bytes({"b": ["ŵ", 1], "a": None}) == '{\n  "a": null,\n  "b": [\n    "ŵ",\n    1\n  ]\n}\n'.encode()


def test_the_order_in_which_names_were_given_does_not_show() -> None:
    assert json_bytes({"a": {"x": 1, "y": 2}, "b": 3}) == json_bytes({"b": 3, "a": {"y": 2, "x": 1}})


def test_what_json_cannot_say_is_refused() -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        json_bytes({"share": float("nan")})
