#!/usr/bin/env python3
"""python launch.py: see launcher.py, which does the work. This file only makes sure of the Python.

It is written so that every Python since 2.7 can read it, and say that it is too old.
"""

import glob
import os
import subprocess
import sys

OLDEST, NEWEST = (3, 11), (3, 13)
NONE_FOUND = """\
Semblance: this is Python %d.%d; 3.11, 3.12 or 3.13 is needed, and none was found here.
Get one from https://www.python.org/downloads/ and start again.
"""


def fits(command):
    """Whether the command starts a Python of a version that we know and that can make environments."""
    probe = "import sys, venv; sys.exit(not %r <= sys.version_info[:2] <= %r)" % (OLDEST, NEWEST)  # noqa: UP031
    try:
        with open(os.devnull, "w") as nowhere:
            return subprocess.call(command + ["-c", probe], stdout=nowhere, stderr=nowhere) == 0
    except OSError:
        return False


def other_pythons():
    """Commands that may start a Python that fits, newest first."""
    home = os.path.expanduser("~")
    folders = os.environ.get("PATH", "").split(os.pathsep)
    folders += ["/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"]
    found = []
    for minor in range(NEWEST[1], OLDEST[1] - 1, -1):
        name = "python3.%d" % minor  # noqa: UP031
        if os.name == "nt":
            found.append(["py", "-3.%d" % minor])  # noqa: UP031
        found += [[os.path.join(folder, name)] for folder in folders]
        inside = "python.exe" if os.name == "nt" else os.path.join("bin", name)
        for tree in (".pyenv/versions", ".local/share/uv/python"):
            pattern = os.path.join(home, tree, "*3.%d.*" % minor, inside)  # noqa: UP031
            found += [[path] for path in sorted(glob.glob(pattern), reverse=True)]
    return [command for command in found if os.name == "nt" or os.path.exists(command[0])]


def main():
    if OLDEST <= sys.version_info[:2] <= NEWEST:
        import launcher

        return launcher.main(sys.argv[1:])
    for command in other_pythons():
        if fits(command):
            return subprocess.call(command + [os.path.abspath(__file__)] + sys.argv[1:])
    sys.stderr.write(NONE_FOUND % sys.version_info[:2])
    return 1


if __name__ == "__main__":
    sys.exit(main())
