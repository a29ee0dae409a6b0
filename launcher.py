"""Start Semblance, or one of its commands, and set up whatever is missing first.

    python launch.py [PHOTO]                     open the editor
    python launch.py edit PHOTO -o OUT ...       edit one photo without a window
    python launch.py batch RECIPE IN_DIR OUT_DIR the same edits on many photos
    python launch.py prepare --data KIND:FOLDER  pictures into a training cache
    python launch.py train | evaluate | bench    models: train, judge, time
    python launch.py directions --pack FOLDER    what a pack's sliders change, from annotated portraits
    python launch.py swap PHOTO OTHER -o OUT    the head of one photo in another
    python launch.py reenact PHOTO VIDEO -o OUT a still moved by a video
    python launch.py import FILE...              a model pack from released weights (SMILE, BiSeNet)
    python launch.py models [verify | remove]    the model packs on this computer
    python launch.py build                       a folder that runs without Python, and the installer
    python launch.py test [PYTEST OPTIONS]       run the tests
    python launch.py setup [EXTRA ...]           only set up; extras are test, train, build,
                                                 credentials

It makes `.venv` beside this file and installs what pyproject.toml pins. Standard library only. PyTorch comes
for the CPU unless an NVIDIA card is seen; the environment variable SEMBLANCE_TORCH decides otherwise
(cpu, cu126, cu130, rocm7.2 ...: a folder of https://download.pytorch.org/whl).
"""

from __future__ import annotations

import contextlib
import ctypes
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import launch

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "semblance.json"
UNFINISHED = VENV / "unfinished"
LOG = ROOT / ".venv-install.log"
LOCK = ROOT / ".venv.lock"
TORCH_INDEX = "https://download.pytorch.org/whl"
WINDOWS = sys.platform == "win32"

# What Qt and OpenCV load from the system, and the Debian package that has it.
LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}


@dataclass(frozen=True)
class Command:
    """What stands behind a word: arguments for the environment's Python, and the extras that it needs."""

    arguments: tuple[str, ...]
    extras: tuple[str, ...] = ()
    in_root: bool = False
    variables: tuple[tuple[str, str], ...] = ()


# glibc gives large blocks back and fetches them again at every training step; see docs/decisions/0003.
_KEEP_MEMORY = (
    ("GLIBC_TUNABLES", "glibc.malloc.hugetlb=1"),
    ("MALLOC_MMAP_MAX_", "0"),
    ("MALLOC_TOP_PAD_", str(256 << 20)),
    ("MALLOC_TRIM_THRESHOLD_", str(16 << 30)),
)

COMMANDS = {
    "run": Command(("-m", "app")),
    "edit": Command(("-m", "core.cli", "edit")),
    "batch": Command(("-m", "core.cli", "batch")),
    "swap": Command(("-m", "core.cli", "swap")),
    "reenact": Command(("-m", "core.video.cli", "reenact")),
    "import": Command(("-m", "core.models_cli", "import")),
    "models": Command(("-m", "core.models_cli", "models")),
    "train": Command(("-m", "training.cli", "train"), ("train",), variables=_KEEP_MEMORY),
    "prepare": Command(("-m", "training.cli", "prepare"), ("train",)),
    "evaluate": Command(("-m", "training.cli", "evaluate"), ("train",)),
    "directions": Command(("-m", "training.cli", "directions"), ("train",)),
    "bench": Command(("-m", "benchmarks"), ("test",)),
    "build": Command(("packaging/make.py",), ("build",), in_root=True),
    "test": Command(("-m", "pytest"), ("test", "train"), in_root=True),
}
SETUP_EXTRAS = ("test", "train", "build", "credentials")

NO_DISPLAY = """\
There is no display here, so the editor's window cannot open. Without a window:

    python launch.py edit PHOTO.jpg -o OUT.jpg --set eyeglasses=on
    python launch.py edit --help

(Over ssh, `ssh -X` brings the window to your own screen.)"""


class Trouble(Exception):
    """Something that stops the start; its text is for the person."""


def main(argv: list[str]) -> int:
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError):
            stream.reconfigure(errors="replace")  # type: ignore[union-attr]  # a console that cannot show “ü”
    try:
        return start(argv)
    except Trouble as trouble:
        print(f"Semblance: {trouble}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Interrupted; the next start goes on from here.", file=sys.stderr)
        return 130


def start(argv: list[str]) -> int:
    """Set up what the command line needs, then become that program."""
    if argv[:1] in (["-h"], ["--help"], ["help"]):
        print(__doc__)
        return 0
    if argv[:1] == ["setup"]:
        unknown = set(argv[1:]) - set(SETUP_EXTRAS)
        if unknown:
            raise Trouble(f"there is no extra “{unknown.pop()}”; there are {', '.join(SETUP_EXTRAS)}.")
        set_up(tuple(argv[1:]))
        return 0
    name, rest = split_command(argv)
    set_up(COMMANDS[name].extras)
    if name == "run" and not has_display():
        print(NO_DISPLAY)
        return 1
    return hand_over(COMMANDS[name], rest)


def split_command(argv: list[str]) -> tuple[str, list[str]]:
    """The command's name and the rest; without a command word everything belongs to `run`.

    A word that is neither a command nor an option nor a file is a slip of the pen, not a photo.
    """
    if not argv:
        return "run", []
    if argv[0] in COMMANDS:
        return argv[0], argv[1:]
    if argv[0].startswith("-") or Path(argv[0]).suffix or Path(argv[0]).exists():
        return "run", argv
    raise Trouble(f"there is no command “{argv[0]}”. There are: {', '.join(COMMANDS)}, setup.")


def has_display(environment: dict[str, str] | None = None, system: str = sys.platform) -> bool:
    """Whether a window can open. Only X11 and Wayland systems may have none."""
    variables = dict(os.environ) if environment is None else environment
    if not system.startswith(("linux", "freebsd")):
        return True
    return any(variables.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def hand_over(command: Command, rest: list[str]) -> int:
    """Replace this process by the command (Windows: wait for it)."""
    arguments = [str(venv_python()), "-P", *command.arguments, *rest]
    environment = child_environment(dict(os.environ))
    for variable, value in command.variables:
        environment.setdefault(variable, value)
    if command.in_root:
        os.chdir(ROOT)
    if not WINDOWS:
        sys.stdout.flush()
        os.execve(arguments[0], arguments, environment)
    process = subprocess.Popen(arguments, env=environment)
    while True:
        try:
            return process.wait()
        except KeyboardInterrupt:  # the child got it too, and decides
            continue


def child_environment(environment: dict[str, str]) -> dict[str, str]:
    """Our packages on the path wherever the person stands; nothing of another Python's."""
    for name in ("PYTHONHOME", "VIRTUAL_ENV", "__PYVENV_LAUNCHER__"):
        environment.pop(name, None)
    paths = [str(ROOT), environment.get("PYTHONPATH", "")]
    environment["PYTHONPATH"] = os.pathsep.join(p for p in paths if p)
    environment.setdefault("PYTHONUTF8", "1")
    environment.setdefault("QT_API", "pyside6")
    return environment


# --- setting up -------------------------------------------------------------------------------------------


def set_up(extras: tuple[str, ...]) -> None:
    """Bring `.venv` to what pyproject.toml says. Quick when it is there already."""
    wanted = set(extras)
    if is_ready(read_stamp(), wanted):
        return
    with only_one():
        stamp = read_stamp()
        if is_ready(stamp, wanted):  # another start did it meanwhile
            return
        wanted |= set(stamp.get("extras", []))
        if not is_current(stamp, wanted):
            make_environment()
            install(requirements(tuple(sorted(wanted))))
            install(alone(), "--no-deps")
            print("  done", flush=True)
        libraries = not sys.platform.startswith("linux") or provide_libraries()
        write_stamp(wanted, libraries)


def fingerprint() -> str:
    """Changes when the pins do, or the PyTorch that the person asked for."""
    wanted = (ROOT / "pyproject.toml").read_bytes() + os.environ.get("SEMBLANCE_TORCH", "").encode()
    return hashlib.sha256(wanted).hexdigest()


def read_stamp() -> dict[str, Any]:
    """What the last finished setup did; empty when there was none or the environment is broken."""
    try:
        stamp = json.loads(STAMP.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) and venv_python().exists() else {}


def is_current(stamp: dict[str, Any], extras: set[str]) -> bool:
    return stamp.get("fingerprint") == fingerprint() and extras <= set(stamp.get("extras", []))


def is_ready(stamp: dict[str, Any], extras: set[str]) -> bool:
    return is_current(stamp, extras) and stamp.get("libraries") is True


def write_stamp(extras: set[str], libraries: bool) -> None:
    stamp = {"fingerprint": fingerprint(), "extras": sorted(extras), "libraries": libraries}
    draft = STAMP.with_suffix(".part")
    draft.write_text(json.dumps(stamp), "utf-8")
    draft.replace(STAMP)


@contextlib.contextmanager
def only_one() -> Generator[None]:
    """Hold a lock on the setup, so that two starts at once do not install into each other."""
    try:
        file = LOCK.open("a+b")
    except OSError as error:
        raise Trouble(f"the folder {ROOT} cannot be written to ({error.strerror}).") from error
    with file:
        lock(file.fileno())
        yield


def lock(handle: int) -> None:
    """Wait for the lock; the system lets go of it when this process ends, however it ends."""
    if WINDOWS:
        import msvcrt

        while True:
            with contextlib.suppress(OSError):  # tries for ten seconds each time
                msvcrt.locking(handle, msvcrt.LK_LOCK, 1)  # type: ignore[attr-defined]  # Windows only
                return
    import fcntl

    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        print("Another start is setting up Semblance; waiting for it ...", flush=True)
        fcntl.flock(handle, fcntl.LOCK_EX)


def venv_python() -> Path:
    return VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")


def make_environment() -> None:
    """A working `.venv`; one that was left half made, or whose Python is gone, is made anew."""
    if VENV.exists() and (UNFINISHED.exists() or not works(venv_python())):
        print("The environment in .venv is damaged or unfinished; making it anew.", flush=True)
        shutil.rmtree(VENV, ignore_errors=True)
    if not VENV.exists():
        print(f"Setting up Semblance in {VENV} (once; about two minutes) ...", flush=True)
        create_venv()
    UNFINISHED.touch()


def works(python: Path) -> bool:
    """Whether this Python starts, is of a version we know, and has pip."""
    probe = f"import sys, pip; sys.exit(not {launch.OLDEST} <= sys.version_info[:2] <= {launch.NEWEST})"
    return run_quietly([str(python), "-c", probe]).returncode == 0


def run_quietly(arguments: list[str]) -> subprocess.CompletedProcess[str]:
    environment = child_environment(dict(os.environ))
    try:
        return subprocess.run(
            arguments, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, text=True, errors="replace", check=False,
        )  # fmt: skip
    except OSError as error:
        return subprocess.CompletedProcess(arguments, 127, str(error))


def create_venv() -> None:
    order = [sys.executable, "-m", "venv", str(VENV)]
    made = run_quietly(order)
    if made.returncode and "ensurepip" in made.stdout:  # Debian splits it off
        package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
        if not apt_install([package]):
            raise Trouble(f"Python's venv is missing. Run this, then start again:\n    {apt_line([package])}")
        shutil.rmtree(VENV, ignore_errors=True)
        made = run_quietly(order)
    if made.returncode:
        reason = last_line(made.stdout) or "python -m venv failed without a word"
        shutil.rmtree(VENV, ignore_errors=True)
        raise Trouble(f"the environment {VENV} could not be made: {reason}")


# --- packages ---------------------------------------------------------------------------------------------


def requirements(extras: tuple[str, ...]) -> list[str]:
    """The pins of pyproject.toml with these extras, PyTorch in the build that was asked for."""
    project = pins()["project"]
    wanted = list(project["dependencies"])
    for extra in extras:
        wanted += project["optional-dependencies"][extra]
    asked = os.environ.get("SEMBLANCE_TORCH", "")
    if asked:
        wanted = [f"{w}+{asked}" if w.startswith("torch==") else w for w in wanted]
    return list(dict.fromkeys(wanted))


def alone() -> list[str]:
    """The pins of wheels that come without what they name as their dependencies."""
    return list(pins()["tool"]["semblance"]["alone"])


def pins() -> dict[str, Any]:
    with (ROOT / "pyproject.toml").open("rb") as file:
        return tomllib.load(file)


def torch_variant(system: str, nvidia: bool) -> str | None:
    """Which of PyTorch's own indexes to look into besides PyPI; None where PyPI has the right build.

    PyPI's build is with CUDA on Linux (some gigabytes), for the CPU on Windows, with Metal on macOS.
    """
    if system == "linux":
        return None if nvidia else "cpu"
    return "cu126" if system == "win32" and nvidia else None


def torch_index() -> list[str]:
    """pip options for PyTorch's index, when it is wanted and can be reached."""
    asked = os.environ.get("SEMBLANCE_TORCH", "")
    variant = asked or torch_variant(sys.platform, has_nvidia())
    if variant is None:
        return []
    url = f"{TORCH_INDEX}/{variant}"
    return ["--extra-index-url", url] if asked or reachable(f"{url}/torch/") else []


def has_nvidia() -> bool:
    return shutil.which("nvidia-smi") is not None or Path("/proc/driver/nvidia/version").exists()


def reachable(url: str, timeout_s: float = 5.0) -> bool:
    import urllib.request  # slow to import, and needed by the first start alone

    try:
        with urllib.request.urlopen(urllib.request.Request(url, method="HEAD"), timeout=timeout_s):
            return True
    except (OSError, ValueError):
        return False


def install(wanted: list[str], *options: str) -> None:
    """pip install, telling what it is at; the whole output goes to a log."""
    arguments = [
        str(venv_python()), "-m", "pip", "install", "--no-input", "--disable-pip-version-check",
        "--progress-bar", "off", *torch_index(), *options, *wanted,
    ]  # fmt: skip
    environment = child_environment(dict(os.environ))
    lines: list[str] = []
    with (
        LOG.open("w", encoding="utf-8") as log,
        subprocess.Popen(
            arguments, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, text=True, encoding="utf-8", errors="replace",
        ) as process,
    ):  # fmt: skip
        assert process.stdout is not None
        for line in process.stdout:
            log.write(line)
            lines.append(line.rstrip())
            if news := progress(line):
                print(f"  {news}", flush=True)
    failed = process.returncode != 0
    if not failed or not any(line.startswith("Installing collected") for line in lines):
        UNFINISHED.unlink(missing_ok=True)  # failed before it touched anything: the environment is sound
    if failed:
        raise Trouble(f"{pip_reason(lines)} (All that pip said is in {LOG}.)")


def progress(line: str) -> str:
    """The few of pip's lines that tell a person something."""
    line = line.strip()
    if line.startswith("Processing ") and line.endswith(".whl"):
        return line.replace("\\", "/").rsplit("/", 1)[-1]
    if line.startswith("Collecting "):
        return line.removeprefix("Collecting ").split(" (from ")[0].split(" [")[0]
    return "installing ..." if line.startswith("Installing collected packages") else ""


def pip_reason(lines: list[str]) -> str:
    """One line on why pip failed."""
    text = "\n".join(lines)
    known = {
        "No space left on device": "the disk is full.",
        "Errno 28": "the disk is full.",
        "Name or service not known": "there is no way to the internet (or to the package index) from here.",
        "Temporary failure in name resolution": "there is no way to the internet from here.",
        "getaddrinfo failed": "there is no way to the internet from here.",
        "CERTIFICATE_VERIFY_FAILED": "the package index's certificate is not trusted here.",
        "Permission denied": "a file in .venv cannot be written; is it another person's?",
    }
    for sign, meaning in known.items():
        if sign in text:
            return f"the packages could not be installed: {meaning}"
    errors = [line for line in lines if line.startswith("ERROR")]
    reason = errors[-1].removeprefix("ERROR: ") if errors else last_line(text) or "pip gave no reason."
    return f"the packages could not be installed: {reason}"


def last_line(text: str) -> str:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return lines[-1] if lines else ""


# --- the system's libraries (Linux) -----------------------------------------------------------------------


def missing_libraries() -> list[str]:
    """Those of `LIBRARIES` that the system cannot load."""
    missing = []
    for name in LIBRARIES:
        try:
            ctypes.CDLL(name)
        except OSError:
            missing.append(name)
    return missing


def provide_libraries() -> bool:
    """Install what Qt needs where that is possible, else say how. True when nothing is missing."""
    missing = missing_libraries()
    if not missing:
        return True
    packages = [LIBRARIES[name] for name in missing]
    if apt_install(packages) and not missing_libraries():
        return True
    if shutil.which("apt-get"):
        print(f"The window needs libraries of your system. Run this once:\n    {apt_line(packages)}")
    else:
        print(f"The window needs libraries that your system's package manager has: {', '.join(missing)}")
    return False


def apt_line(packages: list[str]) -> str:
    return f"sudo apt-get install -y --no-install-recommends {' '.join(packages)}"


def apt_install(packages: list[str]) -> bool:
    """As root, or with a sudo that asks nothing. False when neither is there or apt fails."""
    if shutil.which("apt-get") is None:
        return False
    prefix = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if prefix and (shutil.which("sudo") is None or run_quietly([*prefix, "true"]).returncode):
        return False
    print(f"  installing {' '.join(packages)}", flush=True)
    apt = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
    order = [*apt, "install", "-y", "--no-install-recommends", *packages]
    if run_quietly(order).returncode == 0:
        return True
    run_quietly([*apt, "update"])  # fresh machines have no lists yet
    return run_quietly(order).returncode == 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
