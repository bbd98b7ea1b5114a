from __future__ import annotations

from typing import Any

import pytest

from svcdocs.documents.posts import post_list
from svcdocs.model.service_plan import Post
from tests.documents import samples


def _line(post: dict[str, str], **framework: Any) -> str:
    (block,) = post_list([Post.model_validate(post)], samples.setting({}, **framework).words)
    return block.plain


def test_how_many_there_are_of_a_post_stands_before_it_with_an_x_as_people_type_it() -> None:
    assert _line({"number": "3", "title": "Fitter"}) == "3 x Fitter"
    assert _line({"number": "0.6", "title": "Clerk", "state": "Vacant"}) == "0.6 x Clerk (Vacant)"
    assert _line({"number": "1x", "title": "Clerk"}) == "1x Clerk"
    assert (_line({"number": "3"}), _line({"title": "Fitter"})) == ("3", "Fitter")


def test_how_many_there_are_is_said_in_the_councils_words() -> None:
    words = [{"term": "number of post", "singular": "{post}: {number}"}]
    assert _line({"number": "3", "title": "Fitter"}, words=words) == "Fitter: 3"


@pytest.mark.parametrize(
    ("note", "said"),
    [
        ("one year contract", "1 x Clerk (Vacant; one year contract)"),
        ("(one year contract) (bid)", "1 x Clerk (Vacant) (one year contract) (bid)"),
    ],
)  # fmt: skip
def test_a_note_that_brings_its_own_brackets_keeps_them(note: str, said: str) -> None:
    assert _line({"number": "1", "title": "Clerk", "state": "Vacant", "note": note}) == said
    bare = {"number": "1", "title": "Clerk", "note": note}
    assert _line(bare) == said.replace(" (Vacant)", "").replace("Vacant; ", "")
