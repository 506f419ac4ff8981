"""``python -m signing``: sign, validate, and the development PKI."""

import sys

from signing.cli import main

if __name__ == "__main__":
    sys.exit(main())
