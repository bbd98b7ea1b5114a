"""The imitation of Word is as strict as Word: what it lets pass has a meaning."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.documents.samples import context, printed
from tests.pdf.imitation.win32com import client


@pytest.fixture(scope="module")
def plan() -> bytes:
    return printed(context())


@pytest.fixture
def opened(tmp_path: Path, plan: bytes) -> Any:
    (tmp_path / "0.docx").write_bytes(plan)
    word: Any = client.DispatchEx("Word.Application")
    word.AutomationSecurity = 3
    return word.Documents.Open(FileName=str(tmp_path / "0.docx"))


@pytest.mark.parametrize(
    "does",
    [
        lambda document: document.Repaginat(),
        lambda document: setattr(document, "Saved2", True),
        lambda document: setattr(document.Bookmarks, "Count", 3),
        lambda document: document.Close(Save=0),
        lambda document: document.ExportAsFixedFormat(OutputFile="a.pdf", ExportFormat=17),
        lambda document: document.ExportAsFixedFormat("a.pdf"),
        lambda document: setattr(document.Bookmarks, "ShowHidden", 1),
        lambda document: document.Bookmarks.Item("_Toc000000001"),
    ],
)
def test_what_is_not_documented_is_refused(opened: Any, does: Callable[[Any], object]) -> None:
    with pytest.raises((AttributeError, TypeError, client.com_error)):
        does(opened)


def test_pages_are_known_only_in_print_view_and_once_they_have_been_laid_out(opened: Any) -> None:
    opened.Bookmarks.ShowHidden = True
    first = opened.Bookmarks.Item(1).Range
    first.Collapse(Direction=1)
    opened.Repaginate()
    assert first.Information(3) == 1
    opened.ActiveWindow.View.Type = 3
    assert first.Information(3) == 1
    opened.Repaginate()
    assert first.Information(3) == 3
