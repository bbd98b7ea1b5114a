"""The council's accent: in the theme, and wherever a part repeats the colour of the theme for other programs."""

from __future__ import annotations

import io
import zipfile

import pytest

from svcdocs.documents.catalogue import DOCUMENTS
from svcdocs.errors import UnusableFile
from svcdocs.shipped import doc_template
from svcdocs.word import check
from svcdocs.word.accent import with_accent


def _parts(document: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("name", sorted(DOCUMENTS))
def test_no_trace_of_the_old_accent_is_left_and_nothing_else_changes(name: str) -> None:
    template = doc_template(name).read_bytes()
    made = with_accent(template, "5C2D91", name)
    assert not any(b"12436D" in content for content in _parts(made).values())
    before, after = _parts(template), _parts(made)
    assert {part: content.replace(b"5C2D91", b"12436D") for part, content in after.items()} == before
    assert check(made, DOCUMENTS[name].context, name) == []


def test_without_an_accent_the_template_stays_as_it_is() -> None:
    template = doc_template("service-plan").read_bytes()
    assert with_accent(template, "", "service-plan") is template


def test_a_template_that_is_no_document_is_refused() -> None:
    with pytest.raises(UnusableFile):
        with_accent(b"no zip", "5C2D91", "own.docx")
