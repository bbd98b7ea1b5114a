"""Floor 1: writing what was built: nothing is half written, nobody's edits are lost, and what is out of date shows.

``publish`` writes a set of outputs and records in manifest.json what each was built from; ``survey`` says later which
of them are stale or were edited. What to do with each output is decided in ``decide`` without touching a file.
"""

from svcdocs.files import sha256_of, sha256_of_file
from svcdocs.outputs.decide import Output
from svcdocs.outputs.json_text import json_bytes
from svcdocs.outputs.manifest import MANIFEST, Entry, Manifest, OutputState, read_manifest
from svcdocs.outputs.publishing import Outcome, Published, Result, publish, survey

__all__ = [
    "MANIFEST",
    "Entry",
    "Manifest",
    "Outcome",
    "Output",
    "OutputState",
    "Published",
    "Result",
    "json_bytes",
    "publish",
    "read_manifest",
    "sha256_of",
    "sha256_of_file",
    "survey",
]
