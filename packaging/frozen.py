"""Runs first in the program that PyInstaller makes.

Its starter points LD_LIBRARY_PATH at our libraries, and the programs that we start (a browser, a file
manager) would load them instead of their system's. Our own process has read the variable already.
"""

import os

_before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)  # PyInstaller's name for what the person had set
if _before is not None:
    os.environ["LD_LIBRARY_PATH"] = _before
else:
    os.environ.pop("LD_LIBRARY_PATH", None)
