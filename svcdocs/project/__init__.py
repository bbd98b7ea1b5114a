"""Floor 1: a planning cycle as a folder: its settings (svcdocs.toml), and its files as paths. It writes nothing."""

from svcdocs.project.file_names import file_name
from svcdocs.project.folder import SETTINGS_FILE, Project
from svcdocs.project.settings import Branding, Limits, Paths, Settings, read_settings, settings_text

__all__ = [
    "SETTINGS_FILE",
    "Branding",
    "Limits",
    "Paths",
    "Project",
    "Settings",
    "file_name",
    "read_settings",
    "settings_text",
]
