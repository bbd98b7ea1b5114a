from __future__ import annotations

import os
from pathlib import Path

import pytest

from svcdocs.excel.reading import read_book
from svcdocs.workbook.reader import read_framework
from svcdocs.workbook.standard import standard_files
from svcdocs.workbook.starter import starter_framework

REWRITE = "SVCDOCS_REWRITE_GOLDEN"
"""Set to 1, this writes the files of workbook_templates anew; without it they are compared."""


def test_the_files_of_workbook_templates_are_what_the_declarations_make(checkout: Path) -> None:
    made = standard_files()
    if os.environ.get(REWRITE) == "1":
        for name, content in made.items():
            (checkout / "workbook_templates" / name).write_bytes(content)
    for name, content in made.items():
        lying = (checkout / "workbook_templates" / name).read_bytes()
        assert lying == content, f"{name} differs from what is made now; look at it, then set {REWRITE}=1 to accept it"


def test_nothing_else_lies_there(checkout: Path) -> None:
    lying = {path.name for path in (checkout / "workbook_templates").iterdir() if not path.name.startswith((".", "~"))}
    assert lying == {*standard_files(), "README.md", "rules.md"}


@pytest.mark.parametrize("name", ["framework.xlsx", "service-workbook.xlsx"])
def test_the_workbooks_can_be_read(name: str) -> None:
    assert read_book(standard_files()[name], name).remarks == ()


def test_the_framework_that_lies_ready_is_the_one_a_new_cycle_starts_with() -> None:
    framework, findings = read_framework(read_book(standard_files()["framework.xlsx"]), "framework.xlsx")
    assert framework == starter_framework()
    assert findings == ()
