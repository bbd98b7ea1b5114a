"""The cycle folder: every place in it as a path, and the returns that lie there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from svcdocs import __version__
from svcdocs.errors import SvcdocsError
from svcdocs.model.colours import digits_of
from svcdocs.project.file_names import file_name
from svcdocs.project.settings import Settings, pointers, read_settings

SETTINGS_FILE = "svcdocs.toml"

SPREADSHEETS = frozenset(
    {".xlsx", ".xlsm", ".xltx", ".xltm", ".xls", ".xlt", ".xlsb", ".ods", ".ots", ".fods", ".gsheet", ".numbers"}
)
"""How workbooks are called. Those that cannot be read are listed too: they are refused by name, not passed over."""


@dataclass(frozen=True, slots=True)
class Project:
    """One planning cycle. ``folder`` is absolute; every path given is absolute, and need not exist yet."""

    folder: Path
    settings: Settings

    @classmethod
    def open(cls, folder: Path | str) -> Project:
        """The cycle in a folder.

        Raises:
            SvcdocsError: there is no such folder, it is no cycle, its settings are wrong or point at what is not
                there, or it was made with a later version of svcdocs.
        """
        folder = Path(folder).absolute()
        _must_be_a_cycle(folder)
        project = cls(folder, read_settings(folder / SETTINGS_FILE))
        _must_fit_this_version(project.settings.program)
        project._must_point_at_something()
        project._must_not_write_over_originals()
        return project

    @property
    def framework(self) -> Path:
        """The framework workbook."""
        return self.folder / self.settings.paths.framework

    @property
    def workbooks_dir(self) -> Path:
        """The folder with the current return of each contributor."""
        return self.folder / self.settings.paths.workbooks

    def workbooks(self) -> list[Path]:
        """Every spreadsheet under the workbooks folder, in the order of their names whatever the platform."""
        return self._spreadsheets(self.workbooks_dir)

    @property
    def inbox_dir(self) -> Path:
        """The folder with what came back and was not taken in yet."""
        return self.folder / self.settings.paths.inbox

    def inbox(self) -> list[Path]:
        """Every spreadsheet in the inbox, in the order of their names."""
        return self._spreadsheets(self.inbox_dir)

    @property
    def received_dir(self) -> Path:
        """The folder with every original that was taken in."""
        return self.folder / self.settings.paths.received

    @property
    def register(self) -> Path:
        """The register of the references that were given."""
        return self.received_dir / "register.json"

    @property
    def issued_dir(self) -> Path:
        """The folder with what was sent out, one folder a date."""
        return self.folder / self.settings.paths.issued

    def issued_on(self, day: date) -> Path:
        """The folder of what was sent out on one day."""
        return self.issued_dir / day.isoformat()

    @property
    def circulation_dir(self) -> Path:
        """The folder with the frozen copies of what was circulated, one folder a version."""
        return self.folder / self.settings.paths.circulation

    @property
    def last_year(self) -> Path | None:
        """The plans.json of last year's cycle, where one is set."""
        return self.folder / self.settings.paths.last_year if self.settings.paths.last_year else None

    @property
    def logo(self) -> Path | None:
        """The council's logo, where one is set."""
        return self.folder / self.settings.branding.logo if self.settings.branding.logo else None

    @property
    def seen(self) -> Path | None:
        """The data of the version that those who sign have seen, where the settings name one."""
        return self.folder / self.settings.paths.seen if self.settings.paths.seen else None

    @property
    def accent(self) -> str:
        """The council's accent colour as six digits; empty where the templates keep theirs."""
        return digits_of(self.settings.branding.accent)

    @property
    def pictures_dir(self) -> Path:
        """The folder with the pictures that passages of text name."""
        return self.folder / "pictures"

    def own_doc_template(self, name: str) -> Path | None:
        """The council's own Word template of that name ("service-plan"), or None where the built-in one is used."""
        file = self.folder / self.settings.paths.doc_templates / f"{name}.docx"
        return file if file.is_file() else None

    @property
    def output_dir(self) -> Path:
        """The folder that svcdocs writes to."""
        return self.folder / self.settings.paths.output

    def service_plan(self, service: str, *, form: str = "", suffix: str = ".docx") -> Path:
        """The document of one service; ``form`` names a further one of the same service ("readable")."""
        return self.output_dir / "service-plans" / f"{file_name(service)}{form and f'-{form}'}{suffix}"

    def public_plan(self, service: str) -> Path:
        """The public edition of the document of one service."""
        return self.output_dir / "public" / f"{file_name(service)}.docx"

    @property
    def corporate_plan(self) -> Path:
        """The corporate plan."""
        return self.output_dir / "corporate-plan.docx"

    @property
    def corporate_summary(self) -> Path:
        """The summary of the corporate plan."""
        return self.output_dir / "corporate-summary.docx"

    @property
    def report(self) -> Path:
        """The policy officer's page."""
        return self.output_dir / "report.html"

    @property
    def findings_json(self) -> Path:
        """The findings of the latest check, for programs."""
        return self.output_dir / "findings.json"

    @property
    def manifest(self) -> Path:
        """What was built from what."""
        return self.output_dir / "manifest.json"

    @property
    def letters_dir(self) -> Path:
        """The folder with a letter to each team that has something to put right."""
        return self.output_dir / "letters"

    @property
    def data_dir(self) -> Path:
        """The folder with the plans as data."""
        return self.output_dir / "data"

    @property
    def plans_json(self) -> Path:
        """The whole typed model."""
        return self.data_dir / "plans.json"

    def name_of(self, path: Path) -> str:
        """A path as it is told and recorded: from the cycle folder, with "/"; whole where it lies elsewhere."""
        return path.relative_to(self.folder).as_posix() if path.is_relative_to(self.folder) else path.as_posix()

    def _spreadsheets(self, place: Path) -> list[Path]:
        """Spreadsheets at any depth; locks of office programs ("~$…") and hidden files and folders are passed over."""
        found = (
            path
            for path in place.rglob("*")
            if path.suffix.lower() in SPREADSHEETS
            and not any(part.startswith(("~$", ".")) for part in path.relative_to(place).parts)
            and path.is_file()
        )
        return sorted(found, key=lambda path: (path.as_posix().casefold(), path.as_posix()))

    def _must_point_at_something(self) -> None:
        missing = [f"{key} = '{said}'" for key, said in pointers(self.settings) if not (self.folder / said).exists()]
        if missing:
            raise SvcdocsError(
                f"{self.folder / SETTINGS_FILE}: there is nothing at {', '.join(missing)}",
                "correct the setting, or put the file or folder there",
            )

    def _must_not_write_over_originals(self) -> None:
        """Documents need a folder that neither holds returns nor lies among them."""
        output = self.output_dir.resolve()
        originals = [self.workbooks_dir, self.inbox_dir, self.received_dir, self.issued_dir, self.circulation_dir]
        originals.append(self.framework)
        clash = [place for place in originals if output.is_relative_to(place.resolve())]
        clash += [place for place in (self.folder, *originals) if place.resolve().is_relative_to(output)]
        if clash:
            other = "the cycle itself" if clash[0] == self.folder else self.name_of(clash[0])
            output_as_set = self.settings.paths.output
            raise SvcdocsError(
                f"{self.folder / SETTINGS_FILE}: output = '{output_as_set}' would mix documents with {other}",
                "give documents a folder of their own, such as output",
            )


def _must_be_a_cycle(folder: Path) -> None:
    if folder.is_file():
        raise SvcdocsError(f"{folder} is a file, not a folder", f"give the folder of the cycle: {folder.parent}")
    if not folder.is_dir():
        raise SvcdocsError(
            f"there is no folder {folder}", "check its spelling; `svcdocs new FOLDER` starts a new cycle"
        )
    if not (folder / SETTINGS_FILE).is_file():
        above = next((parent for parent in folder.parents if (parent / SETTINGS_FILE).is_file()), None)
        hint = f"the cycle it lies in is {above}" if above else "`svcdocs new FOLDER` starts one"
        raise SvcdocsError(f"{folder} is not a planning cycle: it has no {SETTINGS_FILE}", hint)


def _must_fit_this_version(program: str) -> None:
    """A cycle made with a later version may hold sheets that this one would misread; a later patch changes none."""
    if _release(program) > _release(__version__):
        raise SvcdocsError(
            f"this cycle is made with svcdocs {program}, and this is {__version__}",
            "install the later version, or ask whoever looks after svcdocs",
        )


def _release(version: str) -> tuple[int, ...]:
    """Major and minor number; what is no number ("1.0rc1") counts up to there."""
    numbers = [int("".join(c for c in part if c.isdecimal()) or 0) for part in version.split(".")[:2]]
    return tuple(numbers)
