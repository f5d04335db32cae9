"""The two works on every engine, in turn in one run, and whether the answers agree."""

import json
import math
import statistics

from . import checks, table
from .programs import run

# Works, and for each engine the size of one reading: enough to time, small enough for the slow ones. Our own program
# and Cimba's take several runs to a reading, since one lasts but a hundredth of a second.
CUSTOMERS = {"caseload": 1_000_000, "Cimba": 1_000_000, "SimPy": 100_000, "Ciw": 50_000, "salabim": 100_000}
YEARS = 3650
SHORT = 365
DAYS = {"caseload": YEARS, "Cimba": YEARS, "SimPy": YEARS, "salabim": SHORT}
RUNS = {"caseload": 8, "Cimba": 8}
RATES = (12, 20)
# Runs of our own for the standard deviation of an answer over runs.
REFERENCE = 200


def readings(words, *numbers):
    """What one start of a program printed: a list of (nanoseconds, events, answers)."""
    lines = run([*words, *numbers]).splitlines()
    rows = [json.loads(line) for line in lines]
    return [(row["nanoseconds"], row["events"], row["answers"]) for row in rows]


def singleServer(engine, words, round):
    return readings(words, "mm1", CUSTOMERS[engine], round + 1)


def caseload(engine, words, rate, round):
    runs = RUNS.get(engine)
    if runs:
        return readings(words, "caseload", rate, DAYS[engine], 1 + round * runs, runs)
    return readings(words, "caseload", rate, DAYS[engine], round + 1)


def measure(engines, rounds):
    """Prints times and ratios; gives whether every answer agrees."""
    works = [("M/M/1", engine, None) for engine in engines if engine in CUSTOMERS]
    works += [(f"caseload, {rate} a day", engine, rate) for rate in RATES for engine in engines if engine in DAYS]
    costs = {(work, engine): [] for work, engine, _ in works}
    answers = {(work, engine): [] for work, engine, _ in works}
    for round in range(rounds):
        print(f"Round {round + 1} of {rounds} …", flush=True)
        # Each round goes through every program, so that a machine that slows down slows all of them.
        for work, engine, rate in works:
            words = engines[engine]
            rows = singleServer(engine, words, round) if rate is None else caseload(engine, words, rate, round)
            costs[work, engine].append(sum(row[0] for row in rows) / sum(row[1] for row in rows))
            answers[work, engine] += [row[2] for row in rows]
    times(works, costs)
    return agreement(engines["caseload"], works, answers)


def times(works, costs):
    rows = []
    for work, engine, rate in works:
        own = costs[work, "caseload"]
        ratios = [cost / ours for cost, ours in zip(costs[work, engine], own)]
        size = f"{CUSTOMERS[engine]:,} customers" if rate is None else f"{DAYS[engine]:,} days"
        digits = 1 if statistics.median(costs[work, engine]) < 1000 else 0
        rows.append([work, engine, size, table.spread(costs[work, engine], digits),
                     f"{statistics.median(ratios):,.2f}" if engine != "caseload" else "1"])
    table.show("Nanoseconds of processor time for a canonical event: median (lowest to highest); ratio to ours in the"
               " same round, median", ["work", "engine", "size of a run", "nanoseconds", "ratio"], rows)


def agreement(own, works, answers):
    rows = []
    references = {
        (rate, days): [row[2] for row in readings(own, "caseload", rate, days, 10_000, REFERENCE)]
        for rate in RATES for days in set(DAYS.values())
    }
    for work, engine, rate in works:
        if rate is None:
            values = [answer["meanTimeInSystem"] for answer in answers[work, engine]]
            error = checks.singleServerError(CUSTOMERS[engine] * len(values))
            rows.append(checks.row(work, engine, "mean time in system, days", values, 10.0, error))
            continue
        reference = references[rate, DAYS[engine]]
        for key, title in (("meanWait", "mean wait, days"), ("meanLoad", "mean load"), ("leavers", "leavers")):
            values = [answer[key] for answer in answers[work, engine]]
            expected = [answer[key] for answer in reference]
            deviation = statistics.stdev(expected)
            error = deviation * math.sqrt(1 / len(values) + 1 / REFERENCE)
            rows.append(checks.row(work, engine, title, values, statistics.fmean(expected), error))
    table.show(f"Answers. Expected: the theory for M/M/1, else the mean of {REFERENCE} other runs of our own; the standard"
               f" error is of the difference. Agreed when within {checks.LIMIT:g} of them",
               ["work", "engine", "answer", "runs", "mean", "expected", "standard error", "verdict"], rows)
    return all(row[-1] == "agrees" for row in rows)
