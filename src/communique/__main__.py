"""`python -m communique`, and the `communique` command."""

import sys


def main() -> int:
    """Runs the command line; returns its exit code."""
    try:
        from communique.show.cli.app import run

        return run(sys.argv[1:])
    except KeyboardInterrupt:  # while Python was still importing
        return 130


if __name__ == "__main__":
    sys.exit(main())
