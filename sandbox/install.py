"""`make install`: a virtual environment in .venv with the pinned packages. Standard library only: it comes first.

Does nothing if requirements*.txt and Python are those of the last complete installation. Safe to interrupt, and for
two at once.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036  # the message is for those who have an older one
    sys.exit(
        "stripe-svc needs Python 3.11 or newer, and {} is {}.{}. Name one: make PYTHON=python3.12 ...".format(
            sys.executable, *sys.version_info[:2]
        )
    )

import fcntl
import hashlib
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "installed"
# gunicorn's C parser of HTTP, its extra [fast]. It is published as source only, so it is not in requirements.txt:
# a machine without a compiler must be able to install everything.
FAST_PARSER = "gunicorn_h1c==0.6.9"


def main() -> None:
    (ROOT / ".data").mkdir(exist_ok=True)
    with (ROOT / ".data" / "install.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not STAMP.exists() or STAMP.read_text() != wanted():
            install()


def wanted() -> str:
    """What an installation is made of."""
    files = b"".join(path.read_bytes() for path in sorted(ROOT.glob("requirements*.txt")))
    return f"{sys.version} {VENV} {FAST_PARSER} {hashlib.sha256(files).hexdigest()}\n"


def install() -> None:
    print("Installing the pinned packages into .venv (half a minute) ...", flush=True)
    STAMP.unlink(missing_ok=True)
    run(sys.executable, "-m", "venv", "--clear", VENV)
    pip = (VENV / "bin" / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input")
    run(*pip, "-r", ROOT / "requirements-dev.txt")
    has_compiler = any(shutil.which(name) for name in ("cc", "gcc", "clang"))
    if not has_compiler or subprocess.run([*pip, FAST_PARSER], capture_output=True, check=False).returncode:
        print("No C compiler: gunicorn uses its parser in Python, which is slower. Everything works.")
    STAMP.write_text(wanted())


def run(*command: "str | Path") -> None:
    """Runs a command; shows what it said only if it fails, and ends with it."""
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    if done.returncode:
        sys.exit(
            f"{done.stdout}\nThe installation failed; the lines above say why. On Debian: apt install python3-venv"
        )


if __name__ == "__main__":
    main()
