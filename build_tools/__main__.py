"""``python -m build_tools``: the same program as ``kanbao``."""

import sys

from build_tools.cli import main

if __name__ == "__main__":
    sys.exit(main())
