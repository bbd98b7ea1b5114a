"""The page in headless Chromium, as people use it; what a browser sees is told by browse.mjs."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from svcdocs.report.page import page_html
from tests.conftest import browser_modules, extra
from tests.report.situations import HOMES, excerpt, finding, situation
from tests.report.test_page import HOSTILE, hostile_situation


def browse(page: str, folder: Path) -> dict[str, Any]:
    """What a browser sees of a page."""
    chromium, node = extra("browser"), extra("node")
    file = folder / "report.html"
    file.write_text(page, encoding="utf-8")
    script = Path(__file__).with_name("browse.mjs")
    done = subprocess.run(
        [node, str(script), chromium, str(browser_modules()), str(file)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    seen: dict[str, Any] = json.loads(done.stdout)
    return seen


def many_findings() -> str:
    """The page of a council in which two thousand things are wrong, most of them alike."""
    cells = [finding(f"F{row}", f"Row {row} has no such date.", hint=f"Mend it: {row % 40}.") for row in range(6, 2006)]
    around = {
        one.where: excerpt(one.where.cell, ("A", "Ref", "P1"), ("F", "Finish by", "x")) for one in cells if one.where
    }
    others = [finding(f"C{row}", "Odd.", file=HOMES, service="Homes") for row in range(6, 46)]
    return page_html(situation(findings=(*cells, *others), excerpts=around))


PAGES: dict[str, Callable[[], str]] = {
    "usual": lambda: page_html(situation()),
    "hostile": lambda: hostile_situation(HOSTILE),
    "many": many_findings,
}


@pytest.fixture(scope="module", params=PAGES)
def seen(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    return browse(PAGES[request.param](), tmp_path_factory.mktemp(request.param))


def test_axe_finds_no_violation_wide_narrow_or_unfolded(seen: dict[str, Any]) -> None:
    assert (seen["violations"], seen["narrowViolations"], seen["unfoldedViolations"]) == ([], [], [])


def test_the_page_asks_for_nothing_but_itself_and_breaks_no_rule_of_its_own(seen: dict[str, Any]) -> None:
    assert {url.rsplit("/", 1)[-1] for url in seen["requests"]} == {"report.html"}
    assert (seen["complaints"], seen["scripts"]) == ([], 0)


def test_nothing_sticks_out_on_a_desk_a_telephone_or_paper(seen: dict[str, Any]) -> None:
    assert seen["overflow"] == {"1280": 0, "375": 0, "320": 0, "print": 0}


def test_everything_is_reached_with_the_keyboard_alone_and_the_skip_link_comes_first(seen: dict[str, Any]) -> None:
    assert seen["stops"][0]["href"] == "#main"
    assert len(seen["stops"]) == seen["canBeFocused"]
    assert seen["afterSkip"]["tag"] == "main"


def test_folded_parts_open_and_close_with_the_keyboard_and_by_a_click(seen: dict[str, Any]) -> None:
    assert seen["folding"] == [False, True, False]


def test_every_link_within_the_page_leads_to_something_that_is_seen(seen: dict[str, Any]) -> None:
    assert seen["deadLinks"] == []
    assert 0 <= seen["atFindings"] < 100


def test_what_is_folded_on_the_screen_is_printed(seen: dict[str, Any]) -> None:
    assert seen["hiddenOnScreen"] > 0
    assert seen["hiddenInPrint"] == 0
