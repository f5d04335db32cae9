"""What the shipped scenario costs, and how that grows with the council, the years and the replications."""

import json
import statistics
import tempfile
from pathlib import Path

from . import table
from .programs import SCENARIO, run

# Parameters that a council twice as large has twice as much of: by unit, and the few whose unit others share.
SCALED_UNITS = {"children", "children per year", "posts", "people", "people per year", "places", "households per year"}
SCALED_PATHS = {"recruitment.roundsAtOnce"}
NOT_SCALED = {"fostering.placesPerHousehold", "leaving.spanNorm"}


def scaled(command, factor, folder):
    """An overlay file that makes the shipped council so many times as large (JSON, which is YAML)."""
    overlay = {"scenario": f"A council {factor} times as large"}
    for parameter in json.loads(run([command, "explain", SCENARIO, "--all", "--json"])):
        path, unit, value = parameter["path"], parameter["unit"], parameter["value"]
        counted = unit in SCALED_UNITS or path in SCALED_PATHS or path.endswith(".pods")
        if not counted or path in NOT_SCALED or value in ("", "[]"):
            continue
        number = json.loads(value)
        larger = [each * factor for each in number] if isinstance(number, list) else number * factor
        # A limit of -1 says that there is none, and a number that is 0 stays so.
        if not isinstance(number, list) and number <= 0:
            continue
        place = overlay
        *rooms, last = path.split(".")
        for room in rooms:
            place = place.setdefault(room, {})
        place[last] = larger
    file = Path(folder) / f"council-{factor}.yaml"
    file.write_text(json.dumps(overlay, indent=1))
    return file


def measure(command, quick):
    """Prints four tables. Every figure is a run of the command as its user runs it, results written and all."""
    readings = 2 if quick else 3
    unit = 8 if quick else 16
    with tempfile.TemporaryDirectory() as folder:
        overlays = {factor: scaled(command, factor, folder) for factor in (4, 16)}
        cases = {}
        for factor in (1, 4, 16):
            settings = ["--with", overlays[factor]] if factor > 1 else []
            cases[f"council x{factor}"] = [*settings, "--reps", max(unit // factor, 1), "--jobs", 1]
        for years in (2, 5, 10):
            settings = ["--set", f"run.ends={2015 + years}-03-31"]
            cases[f"{years} years"] = [*settings, "--reps", unit, "--jobs", 1]
        for times in (1, 4):
            for jobs in (1, 2):
                cases[f"{unit * times} replications, {jobs} at a time"] = ["--reps", unit * times, "--jobs", jobs]
        manifests = {case: [] for case in cases}
        for reading in range(readings):
            print(f"Reading {reading + 1} of {readings} of the shipped scenario …", flush=True)
            for case, settings in cases.items():
                out = Path(folder) / "out"
                run([command, "run", SCENARIO, *settings, "--out", out, "--force", "--quiet"])
                manifests[case].append(json.loads((out / "manifest.json").read_text()))
        show(manifests)


def show(manifests):
    rows = []
    for case, readings in manifests.items():
        events = readings[0]["events"]
        cpu = [reading["cpu_seconds"] for reading in readings]
        rows.append([
            case, f"{events:,}", f"{statistics.median(cpu):.2f}",
            table.spread([1e9 * seconds / events for seconds in cpu]),
            f"{statistics.median(reading['wall_seconds'] for reading in readings):.2f}",
            f"{max(reading['peak_memory_megabytes'] for reading in readings):.0f}",
        ])
    table.show("The shipped scenario, the command as its user runs it: start, reading and writing files included",
               ["case", "events", "processor s", "ns an event", "wall s", "peak MB"], rows)
    scaling(manifests)


def scaling(manifests):
    """How two replications at a time compare with one: of the wall clock, so only a quiet machine tells."""
    alone, together = (
        [reading["wall_seconds"] for case, readings in manifests.items()
         if case.endswith(f"replications, {jobs} at a time") for reading in readings]
        for jobs in (1, 2)
    )
    ratios = [one / two for one, two in zip(alone, together)]
    print(f"\nTwo replications at a time against one, wall clock: {table.spread(ratios, 2)} times as fast.", flush=True)
