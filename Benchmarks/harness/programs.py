"""Makes what is measured: the engines in a virtual environment, our own programs, and the command."""

import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
ROOT = HERE.parent
PEERS = HERE / "peers"
BUILT = HERE / ".build" / "peers"
SCENARIO = ROOT / "Scenarios" / "cheshire-east-2015.yaml"


class Failed(Exception):
    """Something that is needed could not be made or run; says what to do."""


def run(command, advice="", **options):
    """Runs a program to its end and gives what it printed; its failure is `Failed`, with its last lines."""
    words = [str(word) for word in command]
    try:
        done = subprocess.run(words, capture_output=True, text=True, **options)
    except OSError as error:
        raise Failed(f"{words[0]} cannot be run: {error}. {advice}") from error
    if done.returncode:
        last = "\n".join((done.stderr or done.stdout).strip().splitlines()[-8:])
        raise Failed(f"`{' '.join(words)}` failed ({done.returncode}). {advice}\n{last}")
    return done.stdout


def environment():
    """The Python of a virtual environment that has the other engines, at the versions that their lists name."""
    lists = [PEERS / "requirements.txt", PEERS / "requirements-library-only.txt"]
    wanted = "".join(each.read_text() for each in lists)
    python = BUILT / "environment" / "bin" / "python"
    stamp = BUILT / "environment" / "installed.txt"
    if stamp.exists() and stamp.read_text() == wanted:
        return python
    print("Installing the other engines into Benchmarks/.build/peers …", flush=True)
    shutil.rmtree(BUILT / "environment", ignore_errors=True)
    run([sys.executable, "-m", "venv", BUILT / "environment"],
        "On Debian, install python3-venv.")
    for number, each in enumerate(lists):
        run([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check",
             *(["--no-deps"] if number else []), "--requirement", each])
    stamp.write_text(wanted)
    return python


def cimba(python):
    """Compiles the works on Cimba's C library, which its wheel carries."""
    place = "import sysconfig; print(sysconfig.get_path('platlib'))"
    folder = Path(run([python, "-c", place]).strip()) / "cimba"
    library = folder / "libcimba_py.so"
    if not library.exists():
        raise Failed(f"Cimba's wheel has no {library.name} for this machine.")
    program = BUILT / "cimba_works"
    run(["cc", "-std=c11", "-D_POSIX_C_SOURCE=200809L", "-O3", "-march=native", "-Wall", "-Wextra", "-Werror",
         *sorted(PEERS.glob("cimba_*.c")), "-o", program, library, f"-Wl,-rpath,{folder}", "-lm"],
        "A C compiler is needed.")
    return program


def prepare():
    """Builds everything; gives a dictionary of engine to the words that start its program."""
    python = environment()
    print("Building …", flush=True)
    run(["swift", "build", "-c", "release", "--package-path", HERE, "--product", "works"])
    program = cimba(python)
    print(f"Cimba {run([program, 'version']).strip()}, its C library as the wheel carries it; "
          + ", ".join(line for line in (PEERS / "requirements.txt").read_text().splitlines() if line[0] != "#"))
    return {
        "caseload": [HERE / ".build" / "release" / "works", "reading"],
        "Cimba": [program],
        "SimPy": [python, PEERS / "simpy_works.py"],
        "Ciw": [python, PEERS / "ciw_works.py"],
        "salabim": [python, PEERS / "salabim_works.py"],
    }


def command():
    """The command, built as the Makefile builds it."""
    print("Building the command …", flush=True)
    run(["make", "build"], cwd=ROOT)
    return ROOT / ".build" / "release" / "caseload"
