"""Templates at work: in the council's accent, which its settings give."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from svcdocs.commands.printing import ready
from svcdocs.project import Project
from tests.documents import samples


def _theme(project: Project | None) -> bytes:
    document = ready(project, "service-plan").print(samples.context())
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        return archive.read("word/theme/theme1.xml")


def test_documents_are_printed_in_the_accent_of_the_settings(tmp_path: Path) -> None:
    (tmp_path / "svcdocs.toml").write_text('[branding]\naccent = "#5c2d91"\n', encoding="utf-8")
    assert b'<a:accent1><a:srgbClr val="5C2D91"/>' in _theme(Project.open(tmp_path))


def test_without_an_accent_documents_keep_that_of_their_template() -> None:
    assert b'<a:accent1><a:srgbClr val="12436D"/>' in _theme(None)
