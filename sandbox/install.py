"""`make install`: a virtual environment in .venv with the pinned packages. Standard library only: it comes first.

Does nothing if requirements*.txt are those of the last complete installation. Safe to interrupt, and for two at once.
With --this-python it also sees to it that .venv is made of the Python that runs this; otherwise any will do.
"""

import fcntl
import hashlib
import platform
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "installed"
# gunicorn's HTTP parser in C. PyPI has its source only, so it is not in requirements.txt: a machine without a
# compiler must be able to install everything. gunicorn[fast] asks for 0.6.14, and PyPI has nothing after 0.6.10.
FAST_PARSER = "gunicorn_h1c==0.6.10"


def main() -> None:
    (ROOT / ".data").mkdir(exist_ok=True)
    with (ROOT / ".data" / "install.lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not is_installed():
            install()


def is_installed() -> bool:
    # The link to a Python that was since removed does not exist().
    if not STAMP.exists() or not (VENV / "bin" / "python").exists():
        return False
    version, _, rest = STAMP.read_text().partition("\n")
    return rest == wanted() and (version == platform.python_version() or "--this-python" not in sys.argv)


def wanted() -> str:
    """What an installation is made of, and where: its programs hold their path."""
    files = b"".join(path.read_bytes() for path in sorted(ROOT.glob("requirements*.txt")))
    return f"{VENV}\n{FAST_PARSER}\n{hashlib.sha256(files).hexdigest()}\n"


def install() -> None:
    if sys.version_info < (3, 11):  # noqa: UP036  # the message is for those who have an older one
        sys.exit(
            "stripe-svc needs Python 3.11 or newer, and {} is {}.{}. Name one: make PYTHON=python3.12 install".format(
                sys.executable, *sys.version_info[:2]
            )
        )
    print("Installing the pinned packages into .venv (half a minute) ...", flush=True)
    STAMP.unlink(missing_ok=True)
    run(sys.executable, "-m", "venv", "--clear", VENV)
    pip = (VENV / "bin" / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input")
    run(*pip, "-r", ROOT / "requirements-dev.txt")
    has_compiler = any(shutil.which(name) for name in ("cc", "gcc", "clang"))
    if not has_compiler or subprocess.run([*pip, FAST_PARSER], capture_output=True, check=False).returncode:
        print("Without a C compiler gunicorn uses its parser in Python, which is slower. Everything works.")
    STAMP.write_text(f"{platform.python_version()}\n{wanted()}")


def run(*command: "str | Path") -> None:
    """Runs a command; shows what it said only if it fails, and ends with it."""
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    if done.returncode:
        sys.exit(
            f"{done.stdout}\nThe installation failed; the lines above say why. On Debian: apt install python3-venv"
        )


if __name__ == "__main__":
    main()
