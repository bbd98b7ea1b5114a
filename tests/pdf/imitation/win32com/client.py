"""An imitation of Word as strict as its documentation: members, arguments and their order as learn.microsoft.com has
them ("Word VBA reference"; Documents.Open and ExportAsFixedFormat as in the type library of Word 2010 and later).

What is not here raises, as it does there. Pages are known only after Repaginate in print view, hidden bookmarks only
where they are shown. ``WORD_IMITATION`` says what this Word does amiss and where it notes what it was asked for.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Any, ClassVar

from tests.pdf.word_pdf import laid_out, word_pdf

_PLAN: dict[str, Any] = json.loads(os.environ.get("WORD_IMITATION", "{}"))
_UNAVAILABLE = -2147023174


class com_error(Exception):
    def __init__(self, hresult: int, strerror: str, said: str = "") -> None:
        super().__init__(hresult, strerror, said)
        self.hresult, self.strerror, self.argerror = hresult, strerror, None
        self.excepinfo = (0, "Microsoft Word", said, "wdmain11.chm", 25272, -2146822496) if said else None


def note(*what: object) -> None:
    if "log" in _PLAN:
        with Path(_PLAN["log"]).open("a", encoding="utf-8") as log:
            log.write(json.dumps(what) + "\n")


def DispatchEx(clsid: str) -> Application:
    print("a library that prints")
    if clsid != "Word.Application":
        raise com_error(-2147221005, "Invalid class string")
    return Application(_PLAN.get("start", ""))


class Strict:
    """An object of which nothing else can be set than what the documentation lets one set, to values of that type."""

    _settable: ClassVar[dict[str, type]] = {}

    def __setattr__(self, name: str, value: object) -> None:
        if name.startswith("_"):
            object.__setattr__(self, name, value)
        elif name not in self._settable:
            raise AttributeError(f"Property 'Word.{type(self).__name__}.{name}' can not be set.")
        elif type(value) is not self._settable[name]:
            raise com_error(-2147352571, "Type mismatch")
        else:
            note("set", name, value)
            object.__setattr__(self, f"_{name}", value)


class Application(Strict):
    _settable: ClassVar[dict[str, type]] = {"Visible": bool, "DisplayAlerts": int, "AutomationSecurity": int}

    def __init__(self, start: str) -> None:
        self._DisplayAlerts, self._AutomationSecurity, self._Visible = -1, 1, False
        if start == "fails":
            raise com_error(-2146959355, "Server execution failed")
        if start == "dies":
            os._exit(3)
        self._pid = _winword(_PLAN["winword"]) if "winword" in _PLAN else 0
        note("start", self._pid)
        if start == "hangs":
            time.sleep(600)
        if start == "busy":
            _PLAN["start"] = ""
            with suppress(ProcessLookupError):
                os.kill(self._pid, signal.SIGKILL)
            raise com_error(-2147418111, "Call was rejected by callee.")
        _PLAN["is-busy"] = start == "is-busy-at-first"
        self._documents = Documents(self, others=int(start == "is-somebodys"))

    @property
    def Documents(self) -> Documents:
        return self._documents

    @property
    def AutomationSecurity(self) -> int:
        return self._AutomationSecurity

    def Quit(self, SaveChanges: int = -1, OriginalFormat: int = 1, RouteDocument: bool = False) -> None:
        note("Quit", SaveChanges)
        if self._documents.Count:
            raise AssertionError("somebody's documents would be lost")
        if self._pid and not _PLAN.get("lingers"):
            with suppress(ProcessLookupError):
                os.kill(self._pid, signal.SIGKILL)


class Documents(Strict):
    def __init__(self, word: Application, others: int) -> None:
        self._word, self._count, self._opened = word, others, 0

    @property
    def Count(self) -> int:
        if _PLAN.get("is-busy"):
            _PLAN["is-busy"] = _PLAN.get("start") != "is-busy-at-first"
            raise com_error(-2147418111, "Call was rejected by callee.")
        return self._count

    def Open(
        self,
        FileName: str,
        ConfirmConversions: bool = True,
        ReadOnly: bool = False,
        AddToRecentFiles: bool = True,
        PasswordDocument: str = "",
        PasswordTemplate: str = "",
        Revert: bool = False,
        WritePasswordDocument: str = "",
        WritePasswordTemplate: str = "",
        Format: int = 0,
        Encoding: int = 0,
        Visible: bool = True,
        OpenAndRepair: bool = False,
        DocumentDirection: int = 0,
        NoEncodingDialog: bool = False,
        XMLTransform: str = "",
    ) -> Document:
        if self._word.AutomationSecurity != 3:
            raise AssertionError("opened before macros were disabled")
        self._opened += 1
        note("Open", Path(FileName).name, ConfirmConversions, AddToRecentFiles, ReadOnly)
        does = _PLAN.get("does", {}).get(str(self._opened), "")
        if does in ("is-busy-for-good", "somebody-opens-one"):
            self._count += 1
        _PLAN["is-busy"] = does == "is-busy-for-good"
        if does == "hangs":
            time.sleep(600)
        if does in ("busy", "is-busy-for-good"):
            self._opened -= does == "is-busy-for-good"
            raise com_error(-2147417846, "The message filter indicated that the application is busy.")
        if does == "refuses":
            raise com_error(-2147352567, "Ausnahmefehler aufgetreten.", "Die Datei\r ist beschädigt.")
        if does == "ends":
            os.kill(self._word._pid, signal.SIGKILL)
            raise com_error(_UNAVAILABLE, "The RPC server is unavailable.")
        if does == "ends-its-driver":
            os._exit(3)
        return Document(Path(FileName), writes=does != "writes-nothing", is_reading=ReadOnly)


class Document(Strict):
    def __init__(self, file: Path, *, writes: bool, is_reading: bool) -> None:
        self._file, self._writes, self._paginated = file, writes, False
        self._layout = laid_out(file.read_bytes())
        self._window = Window(7 if is_reading or _PLAN.get("opens-for-reading") else 6)
        self._bookmarks = Bookmarks(self)

    @property
    def ActiveWindow(self) -> Window:
        return self._window

    @property
    def Bookmarks(self) -> Bookmarks:
        return self._bookmarks

    def Repaginate(self) -> None:
        self._paginated = self._window.View.Type == 3

    def ExportAsFixedFormat(
        self,
        OutputFileName: str,
        ExportFormat: int,
        OpenAfterExport: bool = False,
        OptimizeFor: int = 0,
        Range: int = 0,
        From: int = 1,
        To: int = 1,
        Item: int = 0,
        IncludeDocProps: bool = False,
        KeepIRM: bool = True,
        CreateBookmarks: int = 0,
        DocStructureTags: bool = True,
        BitmapMissingFonts: bool = True,
        UseISO19005_1: bool = False,
        FixedFormatExtClassPtr: None = None,
    ) -> None:
        note("Export", ExportFormat, OpenAfterExport, IncludeDocProps, CreateBookmarks, DocStructureTags)
        if self._writes:
            made = word_pdf(self._layout, is_tagged=DocStructureTags, lists_headings=CreateBookmarks == 1)
            Path(OutputFileName).write_bytes(made)

    def Close(self, SaveChanges: int = -1, OriginalFormat: int = 1, RouteDocument: bool = False) -> None:
        note("Close", SaveChanges)


class Window(Strict):
    def __init__(self, view: int) -> None:
        self._view = View(view)

    @property
    def View(self) -> View:
        return self._view


class View(Strict):
    _settable: ClassVar[dict[str, type]] = {"Type": int, "ReadingLayout": bool}

    def __init__(self, kind: int) -> None:
        self._Type, self._ReadingLayout = kind, kind == 7

    def __setattr__(self, name: str, value: object) -> None:
        if name == "Type" and self._ReadingLayout:
            raise com_error(-2147352567, "Exception occurred.", "This method or property is not available for reading.")
        super().__setattr__(name, value)

    @property
    def Type(self) -> int:
        return self._Type


class Bookmarks(Strict):
    _settable: ClassVar[dict[str, type]] = {"ShowHidden": bool}

    def __init__(self, document: Document) -> None:
        self._document, self._ShowHidden = document, False

    @property
    def _shown(self) -> list[str]:
        return sorted(name for name in self._document._layout.pages if self._ShowHidden or not name.startswith("_"))

    @property
    def Count(self) -> int:
        return len(self._shown)

    def Item(self, Index: int | str) -> Bookmark:
        name = self._shown[Index - 1] if isinstance(Index, int) else Index
        if name not in self._shown:
            raise com_error(
                -2147352567, "Exception occurred.", "The requested member of the collection does not exist."
            )
        return Bookmark(self._document, name)


class Bookmark(Strict):
    def __init__(self, document: Document, name: str) -> None:
        self._document, self._name = document, name

    @property
    def Name(self) -> str:
        return self._name

    @property
    def Range(self) -> Range:
        return Range(self._document, self._document._layout.pages[self._name])


class Range(Strict):
    """A heading in it goes over to another page before its end."""

    def __init__(self, document: Document, page: int) -> None:
        self._document, self._page, self._collapsed = document, page, False

    def Collapse(self, Direction: int = 1) -> None:
        self._collapsed = Direction == 1

    def Information(self, Type: int) -> int:
        if Type != 3:
            raise com_error(-2147352571, "Type mismatch")
        return (self._page if self._collapsed else self._page + 1) if self._document._paginated else 1


def _winword(program: str) -> int:
    """The process of Word, which Windows starts, so that it is nobody's child: its number."""
    line = [program, "-c", "import time; time.sleep(600)", "/Automation", "-Embedding"]
    quiet = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.DEVNULL)
    code = f"import subprocess; print(subprocess.Popen({line!r}, start_new_session=True, **{quiet!r}).pid)"
    return int(subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout)
