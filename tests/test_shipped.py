from __future__ import annotations

from pathlib import Path

import pytest

from svcdocs import shipped
from svcdocs.errors import SvcdocsError


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package folder in a tree with no templates at all."""
    place = tmp_path / "tree" / "svcdocs"
    place.mkdir(parents=True)
    monkeypatch.setattr(shipped, "_PACKAGE", place)
    return place


def put(folder: Path, *names: str) -> None:
    folder.mkdir(parents=True)
    for name in names:
        (folder / name).touch()


def test_templates_beside_the_package_are_found(package: Path) -> None:
    put(
        package.parent / "doc_templates", "service-plan.docx", "corporate-plan.docx", "README.md", "~$service-plan.docx"
    )
    assert list(shipped.doc_templates()) == ["corporate-plan", "service-plan"]
    assert shipped.doc_template("service-plan") == package.parent / "doc_templates" / "service-plan.docx"


def test_templates_in_an_installed_package_come_first(package: Path) -> None:
    put(package.parent / "doc_templates", "stranger.docx")
    put(package / "_shipped" / "doc_templates", "service-plan.docx")
    assert list(shipped.doc_templates()) == ["service-plan"]


def test_workbook_templates_are_found_by_name(package: Path) -> None:
    put(package.parent / "workbook_templates", "framework.xlsx")
    assert shipped.workbook_template("framework").name == "framework.xlsx"


def test_a_mistyped_template_is_answered_with_the_nearest(package: Path) -> None:
    put(package.parent / "doc_templates", "service-plan.docx")
    with pytest.raises(SvcdocsError, match="'servce-plan'") as raised:
        shipped.doc_template("servce-plan")
    assert raised.value.hint == "did you mean 'service-plan'?"


@pytest.mark.usefixtures("package")
def test_an_installation_without_templates_is_told() -> None:
    with pytest.raises(SvcdocsError, match="not completely installed"):
        shipped.doc_templates()
