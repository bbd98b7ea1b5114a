"""What runs in the process of its own that drives Microsoft Word: documents asked for by lines of JSON, answers out.

Word is asked for nothing but documented members (learn.microsoft.com, "Word VBA reference"; each is named there as
here). Settings that Word keeps for its user (Options) are never touched: only those are set that end with this Word.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Final

_ALERTS_NONE: Final = 0  # WdAlertLevel.wdAlertsNone
_ALERTS_ALL: Final = -1  # WdAlertLevel.wdAlertsAll
_FORCE_DISABLE: Final = 3  # MsoAutomationSecurity.msoAutomationSecurityForceDisable: no macro runs
_BY_UI: Final = 2  # MsoAutomationSecurity.msoAutomationSecurityByUI: as its user has it
_DO_NOT_SAVE: Final = 0  # WdSaveOptions.wdDoNotSaveChanges
_PRINT_VIEW: Final = 3  # WdViewType.wdPrintView
_COLLAPSE_START: Final = 1  # WdCollapseDirection.wdCollapseStart
_PAGE_NUMBER: Final = 3  # WdInformation.wdActiveEndPageNumber: counted from the beginning of the document
_EXPORT: Final = {
    "ExportFormat": 17,  # WdExportFormat.wdExportFormatPDF
    "OpenAfterExport": False,
    "OptimizeFor": 0,  # WdExportOptimizeFor.wdExportOptimizeForPrint
    "Range": 0,  # WdExportRange.wdExportAllDocument
    "Item": 0,  # WdExportItem.wdExportDocumentContent: without comments and changes
    "IncludeDocProps": True,  # with the title
    "CreateBookmarks": 1,  # WdExportCreateBookmarks.wdExportCreateHeadingBookmarks
    "DocStructureTags": True,
    "BitmapMissingFonts": True,
    "UseISO19005_1": False,
}
_BUSY: Final = (-2147418111, -2147417846)  # RPC_E_CALL_REJECTED, RPC_E_SERVERCALL_RETRYLATER
_GONE: Final = (
    -2147023174,
    -2147023170,
    -2147417848,
)  # RPC_S_SERVER_UNAVAILABLE, RPC_S_CALL_FAILED, RPC_E_DISCONNECTED
_PAUSES: Final = (0.5, 1, 2, 4, 8)
"""Seconds between attempts while Word is busy with itself, as it is when it has just started and loads its add-ins."""


def main() -> None:
    """Start a Word, and let it make PDFs until standard input ends."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # a library that prints must not print into our answers
    try:
        word = _started()
    except Exception as error:  # noqa: BLE001 - whatever keeps Word back, it is told and not ours to foresee
        _say(answers, {"unusable": _words_of(error)})
        return
    try:
        _say(answers, {"ready": True})
        for line in sys.stdin.buffer:
            _say(answers, _answer(word, json.loads(line)))
    finally:
        with suppress(Exception):  # it may be gone
            if _patiently(lambda: _is_somebodys(word)):
                _say(answers, {"kept": True})
            else:
                word.Quit(SaveChanges=_DO_NOT_SAVE)


def _started() -> Any:
    """A Word of our own, unseen, that asks nothing and runs no macro. One that is open already is left alone."""
    import win32com.client  # noqa: PLC0415 - there is none but on Windows

    word = _patiently(lambda: win32com.client.DispatchEx("Word.Application"))
    if _patiently(lambda: word.Documents.Count):
        raise RuntimeError("it gave the one that is open, with documents in it")
    try:
        _patiently(lambda: _silence(word))
    except Exception:
        with suppress(Exception):
            word.Quit(SaveChanges=_DO_NOT_SAVE)
        raise
    return word


def _silence(word: Any) -> None:
    word.Visible = False
    word.DisplayAlerts = _ALERTS_NONE
    word.AutomationSecurity = _FORCE_DISABLE


def _is_somebodys(word: Any) -> bool:
    """Whether somebody has opened a document in it, since Windows may give it what is opened; it is theirs from now on.

    Source: "GetObject and CreateObject behavior of Office automation servers", learn.microsoft.com.
    """
    if not word.Documents.Count:
        return False
    word.DisplayAlerts = _ALERTS_ALL
    word.AutomationSecurity = _BY_UI
    word.Visible = True
    return True


def _answer(word: Any, asked: dict[str, str]) -> dict[str, Any]:
    try:
        return {"pages": _patiently(lambda: _made(word, asked["document"], asked["pdf"]))}
    except Exception as error:  # noqa: BLE001 - as in main
        kind = getattr(error, "hresult", 0)
        return {"gone": True} if kind in _GONE else {"busy": True} if kind in _BUSY else {"refused": _words_of(error)}


def _made(word: Any, document: str, pdf: str) -> dict[str, int]:
    """Let Word lay out a document and write its PDF.

    The document is a copy of our own: it is not opened for reading only, since Word may show such a one in its reading
    view, which has other pages.

    Returns:
        The page of each heading by its bookmark.
    """
    opened = word.Documents.Open(FileName=document, ConfirmConversions=False, ReadOnly=False, AddToRecentFiles=False)
    try:
        view = opened.ActiveWindow.View
        view.ReadingLayout = False  # in which the next line is refused
        view.Type = _PRINT_VIEW  # a template may be saved in another view, without pages
        opened.Repaginate()
        pages = _pages(opened)
        opened.ExportAsFixedFormat(OutputFileName=pdf, **_EXPORT)
    finally:
        with suppress(Exception):  # what went wrong before is what is to be told
            opened.Close(SaveChanges=_DO_NOT_SAVE)
    return pages


def _pages(opened: Any) -> dict[str, int]:
    marks = opened.Bookmarks
    marks.ShowHidden = True  # as those of headings are
    found = {}
    for number in range(1, marks.Count + 1):
        mark = marks.Item(number)
        name = str(mark.Name)
        if name.startswith("_Toc"):
            place = mark.Range
            place.Collapse(Direction=_COLLAPSE_START)  # a heading stands where it begins
            found[name] = int(place.Information(_PAGE_NUMBER))
    return found


def _patiently(call: Callable[[], Any]) -> Any:
    """What a call gives, asked for again while Word says that it is busy."""
    for pause in _PAUSES:
        try:
            return call()
        except Exception as error:
            if getattr(error, "hresult", 0) not in _BUSY:
                raise
        time.sleep(pause)
    return call()


def _words_of(error: Exception) -> str:
    """What Word says, in the language it speaks; else what the error says."""
    told = getattr(error, "excepinfo", None)
    said = (told[2] if told else "") or getattr(error, "strerror", "") or str(error) or type(error).__name__
    return " ".join(str(said).split()).rstrip(".")


def _say(answers: Any, answer: dict[str, Any]) -> None:
    answers.write(json.dumps(answer).encode() + b"\n")
    answers.flush()
