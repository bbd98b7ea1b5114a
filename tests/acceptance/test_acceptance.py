"""Two plans as they stood on paper, typed into workbooks by somebody who had only the field reference to go by.

Each folder is a planning cycle with one service, and ``plan.txt`` what its plan said, without heads of tables and the
numbers of lists: every odd cell that plans of this kind have stands in it.
"""

from __future__ import annotations

import re
import shutil

import pytest

from svcdocs.commands.build import build
from svcdocs.commands.intake import read_framework_of
from svcdocs.model.corporate_words import CORPORATE
from svcdocs.model.words import listed, words_of
from svcdocs.project import Project
from tests.acceptance.recall import Recall, recall, words
from tests.conftest import CHECKOUT
from tests.cycles import no_progress

FORMS = ("three-year", "current")
HERE = CHECKOUT / "tests" / "acceptance"
_NUMBER = re.compile(r"^\s*(?:\d{1,2}[.)]?|[a-z][.)]|\(?[ivx]+\))\s+(?=\S)", re.MULTILINE)

_IS_NUMBER = re.compile(r"\d+|[a-z]?[ivx]*")


def plan_of(form: str) -> str:
    """What the plan said, without the numbers in front of its items."""
    return _NUMBER.sub("", (HERE / form / "plan.txt").read_text(encoding="utf-8"))


@pytest.fixture(scope="module", params=FORMS)
def arrived(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Recall]:
    """What arrived of the plan of one form in the document made of its workbooks."""
    folder = tmp_path_factory.mktemp(request.param) / "cycle"
    shutil.copytree(HERE / request.param, folder)
    project = Project.open(folder)
    build(project, no_progress, draft=True)
    (document,) = (project.output_dir / "service-plans").iterdir()
    return request.param, recall(plan_of(request.param), document.read_bytes())


def test_every_word_of_a_plan_on_paper_arrives(arrived: tuple[str, Recall]) -> None:
    _, found = arrived
    assert found.words >= 0.999, found.missing
    assert found.lines >= 0.98


def test_the_words_arrive_in_their_order(arrived: tuple[str, Recall]) -> None:
    assert arrived[1].in_order >= 0.9


def test_nothing_is_printed_that_neither_the_plan_nor_a_word_of_ours_says(arrived: tuple[str, Recall]) -> None:
    form, found = arrived
    framework, _, _ = read_framework_of(Project.open(HERE / form))
    ours = {word for table in (CORPORATE, words_of(framework)) for _, said in listed(table) for word in words(said)}
    assert {word for word in found.new - ours if not _IS_NUMBER.fullmatch(word)} == set()
