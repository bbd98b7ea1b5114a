"""Floor 1: a planning cycle as a folder: its settings, its files as paths, and the archive of what came back."""

from svcdocs.project.file_names import file_name
from svcdocs.project.folder import SETTINGS_FILE, Project
from svcdocs.project.ledger import Event, What
from svcdocs.project.received import Archive, Filed, History
from svcdocs.project.refused import Refused, read_refused, write_refused
from svcdocs.project.register import read_register, write_register
from svcdocs.project.settings import Branding, Limits, Paths, Settings, read_settings, settings_text

__all__ = [
    "SETTINGS_FILE",
    "Archive",
    "Branding",
    "Event",
    "Filed",
    "History",
    "Limits",
    "Paths",
    "Project",
    "Refused",
    "Settings",
    "What",
    "file_name",
    "read_refused",
    "read_register",
    "read_settings",
    "settings_text",
    "write_refused",
    "write_register",
]
