"""Floor 1: a planning cycle as a folder: its settings, its files as paths, what came back, and what went out."""

from svcdocs.project.circulated import Circulated, Circulation, Kept
from svcdocs.project.file_names import file_name, spoken_name
from svcdocs.project.folder import SETTINGS_FILE, Project
from svcdocs.project.ledger import Event, What
from svcdocs.project.received import Archive, Filed, History
from svcdocs.project.refused import Refused, read_refused, write_refused
from svcdocs.project.register import read_register, write_register
from svcdocs.project.settings import Branding, Limits, Paths, Programs, Settings, read_settings, settings_text

__all__ = [
    "SETTINGS_FILE",
    "Archive",
    "Branding",
    "Circulated",
    "Circulation",
    "Event",
    "Filed",
    "History",
    "Kept",
    "Limits",
    "Paths",
    "Programs",
    "Project",
    "Refused",
    "Settings",
    "What",
    "file_name",
    "read_refused",
    "read_register",
    "read_settings",
    "settings_text",
    "spoken_name",
    "write_refused",
    "write_register",
]
