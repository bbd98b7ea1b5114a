"""The catalogue holds every code that anything may tell, and is printed as the council has it."""

from __future__ import annotations

import ast
import json
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from svcdocs.checks.every import ALL_RULES
from svcdocs.cli.main import main
from svcdocs.commands.rules import catalogue, rules_as_json, rules_as_text
from svcdocs.model.findings import Severity
from svcdocs.model.framework import Framework
from tests.conftest import CHECKOUT
from tests.cycles import write_cycle
from tests.workbook.test_standard import REWRITE

PACKAGE = CHECKOUT / "svcdocs"
CODES = {rule.code: rule for family in catalogue() for rule in family.rules}
ELSEWHERE = {code: rule for code, rule in CODES.items() if rule not in ALL_RULES}
_CODE = re.compile(r"[a-z]+(-[a-z]+)+|comment")
_TELLS = ("Finding", "UnusableFile", "_told", "_Other")
"""What makes a finding or a refusal, or the declaration of one."""
_WEIGHT = list(Severity)


def _calls() -> Iterator[ast.Call]:
    for file in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in _TELLS:
                yield node


def _constants(node: ast.AST) -> list[str]:
    return [each.value for each in ast.walk(node) if isinstance(each, ast.Constant) and isinstance(each.value, str)]


def _told_codes() -> set[str]:
    """Every code given where something is told; and every constant that looks like the code of a refusal."""
    given = {word for call in _calls() for word in _constants(call) if _CODE.fullmatch(word)}
    texts = (file.read_text(encoding="utf-8") for file in PACKAGE.rglob("*.py"))
    return given | {word for text in texts for word in re.findall(r'"(file-[a-z-]+)"', text)}


def test_no_code_is_told_that_the_catalogue_does_not_hold() -> None:
    told = _told_codes()
    assert len(told) > 60
    assert sorted(told - CODES.keys()) == []


def test_the_catalogue_holds_no_code_that_nothing_tells() -> None:
    declared = {PACKAGE / "excel" / "refusals.py", PACKAGE / "workbook" / "catalogue.py"}
    declared |= {PACKAGE / "commands" / "told_of_returns.py", PACKAGE / "workbook" / "damage_catalogue.py"}
    texts = "".join(file.read_text(encoding="utf-8") for file in PACKAGE.rglob("*.py") if file not in declared)
    assert [code for code in ELSEWHERE if f'"{code}"' not in texts] == []


def test_what_is_told_weighs_no_more_than_the_catalogue_says_and_goes_to_whom_it_says() -> None:
    for call in _calls():
        code = call.args[0].value if call.args and isinstance(call.args[0], ast.Constant) else None
        if getattr(call.func, "id", "") != "Finding" or not isinstance(code, str):
            continue
        rule = CODES[code]
        heaviest = min(_WEIGHT.index(each) for each in (rule.draft, rule.final) if each)
        told = re.findall(r"Severity\.([A-Z]+)", ast.unparse(call))
        assert all(_WEIGHT.index(Severity[name]) >= heaviest for name in told), code
        said = [_constants(keyword.value) for keyword in call.keywords if keyword.arg == "audience"]
        assert said == ([] if rule.audience == "team" else [[rule.audience]]), code


def test_every_code_of_the_example_with_defects_is_in_the_catalogue() -> None:
    expected = json.loads((CHECKOUT / "examples/defects-2027/expected-findings.json").read_text(encoding="utf-8"))
    assert {finding["code"] for finding in expected} <= CODES.keys()


def test_every_code_stands_in_the_catalogue_once_with_its_words() -> None:
    codes = [rule.code for family in catalogue() for rule in family.rules]
    assert len(codes) == len(set(codes))
    assert {rule.code for rule in ALL_RULES} <= set(codes)
    for rule in ELSEWHERE.values():
        assert rule.title, rule.code
        assert rule.message.endswith("."), rule.code
        assert rule.remedy.endswith("."), rule.code
    for family in catalogue():
        assert family.title, family
        assert family.about.endswith("."), family
        assert family.rules, family


def test_the_program_is_named_nowhere_in_the_catalogue() -> None:
    assert "svcdocs" not in rules_as_text(Framework()) + json.dumps(rules_as_json(Framework()))


def test_json_says_of_each_rule_what_is_promised(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "--format", "json"]) == 0
    told = {each["code"]: each for each in json.loads(capsys.readouterr().out)}
    assert told.keys() == CODES.keys()
    late = told["date-outside-plan"]
    assert late["severity"] == late["draft"] == late["final"] == "warning"
    assert (late["for"], late["judged"], late["limit"], late["counts"]) == ("team", True, None, None)
    assert late["title"] == "A date lies outside the years of the plan"
    assert late["remedy"] == "Check the year, and correct it."
    assert late["example"]["wrong"].startswith("Actions | Ref: HC1.1 | Finish by: March 2082")
    assert told["owed-unclear"]["final"] is None


def test_with_a_folder_the_rules_are_as_that_council_has_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    about = {"council": "Saltmarsh Borough Council", "first_year": "2027/28", "years": "2", "stage": "Final"}
    rules = [{"rule": "date-outside-plan", "draft": "Error", "final": "Off"}, {"rule": "file-empty", "final": "Note"}]
    words = [{"term": "action", "singular": "task", "plural": "tasks"}]
    write_cycle(tmp_path, {}, about=about, rules=rules, words=words)
    assert main(["rules", str(tmp_path), "--format", "json"]) == 0
    told = {each["code"]: each for each in json.loads(capsys.readouterr().out)}
    late = told["date-outside-plan"]
    assert (late["draft"], late["final"], late["severity"]) == ("error", None, None)
    assert told["not-ready"]["severity"] == "warning"  # the stage is final
    assert told["file-empty"]["final"] == "error"  # no council sets what a file is refused for
    assert told["action-incomplete"]["title"] == "A task lacks something a reader looks for"


def test_the_page_groups_the_checks_and_says_of_each_what_to_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["rules"]) == 0
    printed = capsys.readouterr().out
    page = tmp_path / "checks.md"
    assert main(["rules", "--write", str(page)]) == 0
    assert page.read_text(encoding="utf-8") == printed
    for words in (
        "## Dates\n",
        "### `step-after-finish`: A step is dated after the end of its action\n",
        "- How much it matters: in draft please check; in the final plans to put right",
        "- Who must act: the policy officer.\n",
        "- What to do: Bring the step forward under 'Step by'; or move the end of the action under 'Finish by'.\n",
        "- Or, if it is right as it stands: say why in 'Why this is right' on its row.\n",
        "      Actions | Step: Let the contract | Step by: June 2028\n",
    ):
        assert words in printed


def test_the_catalogue_that_lies_ready_is_what_the_checks_are() -> None:
    made = rules_as_text(Framework())
    lying = CHECKOUT / "workbook_templates" / "rules.md"
    if os.environ.get(REWRITE) == "1":
        lying.write_bytes(made.encode())
    assert lying.read_bytes() == made.encode(), f"rules.md differs; look at it, then set {REWRITE}=1 to accept it"


def test_every_link_of_the_catalogue_leads_to_a_heading_and_counts_what_stands_there() -> None:
    page = rules_as_text(Framework())
    links = re.findall(r"^- \[(.+)\]\(#(.+)\): (\d+)$", page, re.MULTILINE)
    assert [title for title, _, _ in links] == re.findall(r"^## (.+)$", page, re.MULTILINE)
    assert [int(count) for _, _, count in links] == [part.count("\n### ") for part in page.split("\n## ")[1:]]
    assert ("Council actions", "council-actions") in {link[:2] for link in links}
