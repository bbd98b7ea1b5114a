"""Rules of the architecture that an import contract cannot say, as functions from a source tree to the breaches in it.

The floors themselves stand in pyproject.toml, under tool.importlinter.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PACKAGE = "svcdocs"
LONGEST_FUNCTION = 60
LONGEST_FILE = 300

OUTSIDE_THE_MODEL = frozenset(
    {"asyncio", "ctypes", "fileinput", "glob", "io", "multiprocessing", "os", "pathlib", "shutil", "socket", "sqlite3"}
    | {"subprocess", "sys", "tempfile", "threading", "time", "zipfile"}
)
"""Parts of the standard library that reach files, processes or the clock."""

CLOCKS = frozenset(
    {"date.today", "datetime.now", "datetime.today", "datetime.utcnow", "time.time", "time.time_ns", "time.localtime"}
    | {"time.gmtime", "time.strftime", "time.ctime"}
)


@dataclass(frozen=True)
class Module:
    """One source file: its dotted name, and its room (the first part below the package)."""

    name: str
    path: Path
    text: str
    tree: ast.Module

    @property
    def room(self) -> str:
        return self.name.split(".")[1] if "." in self.name else "__init__"


def modules(root: Path) -> list[Module]:
    """Every module of the package under a folder, in the order of their names."""
    found = []
    for path in sorted((root / PACKAGE).rglob("*.py")):
        parts = path.relative_to(root).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        text = path.read_text(encoding="utf-8")
        found.append(Module(name, path, text, ast.parse(text)))
    return found


def only_cli_imports_click(root: Path) -> list[str]:
    return [
        f"{module.name} imports click"
        for module in modules(root)
        if module.room != "cli" and "click" in {name.split(".")[0] for name in _imports(module)}
    ]


def the_model_needs_only_pydantic(root: Path) -> list[str]:
    return [
        f"{module.name} imports {name}"
        for module in modules(root)
        if module.room == "model"
        for name in sorted(_imports(module))
        if not _is_for_the_model(name)
    ]


def only_cli_reads_the_clock(root: Path) -> list[str]:
    return [
        f"{module.name}:{line} calls {name}"
        for module in modules(root)
        if module.room != "cli"
        for name, line in _named_attributes(module)
        if name in CLOCKS
    ]


def functions_are_seen_at_once(root: Path) -> list[str]:
    return [
        f"{module.name}.{node.name}"
        for module in modules(root)
        for node in ast.walk(module.tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and _lines(node) > LONGEST_FUNCTION
    ]


def files_stay_readable(root: Path) -> list[str]:
    return [module.name for module in modules(root) if module.text.count("\n") > LONGEST_FILE]


def _is_for_the_model(name: str) -> bool:
    top = name.split(".", maxsplit=1)[0]
    if top == PACKAGE:
        return name == PACKAGE or name.split(".")[1] in {"model", "errors"}
    return top == "pydantic" or (top in sys.stdlib_module_names and top not in OUTSIDE_THE_MODEL)


def _imports(module: Module) -> set[str]:
    """Dotted names of everything a module imports, wherever in it; "from a import b" gives a.b."""
    found = set()
    package = module.name if module.path.stem == "__init__" else module.name.rpartition(".")[0]
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
            found |= {".".join([*above, *filter(None, [node.module]), alias.name]) for alias in node.names}
    return found


def _named_attributes(module: Module) -> Iterator[tuple[str, int]]:
    """Each "x.y" with its line, by the name x was imported under: dt.date.today and d.today give date.today."""
    renamed = {
        alias.asname: alias.name
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
        if alias.asname
    }
    from_time = {
        alias.asname or alias.name: f"time.{alias.name}"
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ImportFrom) and node.module == "time"
        for alias in node.names
    }
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Attribute):
            owner = node.value
            last = owner.attr if isinstance(owner, ast.Attribute) else owner.id if isinstance(owner, ast.Name) else ""
            yield f"{renamed.get(last, last)}.{node.attr}", node.lineno
        elif isinstance(node, ast.Name) and node.id in from_time:
            yield from_time[node.id], node.lineno


def _lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1
