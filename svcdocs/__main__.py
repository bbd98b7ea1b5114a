"""``py -m svcdocs``: the same as the command, for machines on which no command could be installed."""

from __future__ import annotations

import sys

from svcdocs.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
