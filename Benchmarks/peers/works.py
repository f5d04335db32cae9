"""The two works as every Python program here runs them: their numbers, their generators, and how a reading is printed.

A program is called as `PROGRAM mm1 CUSTOMERS SEED` or `PROGRAM caseload CASES_PER_DAY DAYS SEED`, runs the work once and
prints one line of JSON: processor nanoseconds of the run alone, canonical events, answers.
"""

import json
import math
import random
import sys
import time

ARRIVALS_PER_DAY = 0.9
SERVICES_PER_DAY = 1.0

POSTS = 150
LOAD_LIMIT = 18
MEAN_DURATION = 120.0
SIGMA = math.sqrt(math.log(2.0))
MU = math.log(MEAN_DURATION) - math.log(2.0) / 2.0
BASE_HAZARD = 0.15 / 365.0
VACANCY_SHAPE, VACANCY_SCALE = 4.0, 30.0


def hazard(load):
    """The hazard of leaving, a day, of a worker with that many cases."""
    return BASE_HAZARD * (1.0 + (load / 16.0) ** 2)


HIGHEST_HAZARD = hazard(LOAD_LIMIT)


class Draws:
    """One generator for each purpose, so that the purposes do not share draws."""

    def __init__(self, seed, casesPerDay):
        self.arrivals, self.durations, self.candidates, self.thinning, self.refills = (
            random.Random(seed * 10 + purpose) for purpose in range(5)
        )
        self.casesPerDay = casesPerDay

    def gap(self):
        return self.arrivals.expovariate(self.casesPerDay)

    def duration(self):
        return self.durations.lognormvariate(MU, SIGMA)

    def candidate(self):
        return self.candidates.expovariate(HIGHEST_HAZARD)

    def leaves(self, load):
        return self.thinning.random() * HIGHEST_HAZARD < hazard(load)

    def vacancy(self):
        return self.refills.gammavariate(VACANCY_SHAPE, VACANCY_SCALE)


class Desk:
    """Who holds what: posts by load, the two queues, and the answers. No engine is in it.

    The engine's program calls `submit`, `complete`, `leave` and `fill`; `allocate(case)` is called back whenever a case
    gets a worker. A case needs `post` and `arrived`.
    """

    def __init__(self, now, allocate):
        self.now, self.allocate = now, allocate
        # Dictionaries keep their order: the last of a load's posts is found and taken away at once.
        self.posts = [dict() for _ in range(LOAD_LIMIT + 1)]
        self.held = [dict() for _ in range(POSTS)]
        self.new, self.again = [], []
        self.newHead = self.againHead = 0
        self.cases = self.filled = 0
        self.caseDays = self.postDays = self.read = 0.0
        self.waits = self.allocated = self.leavers = self.events = 0

    def readLevels(self):
        span = self.now() - self.read
        self.caseDays += span * self.cases
        self.postDays += span * self.filled
        self.read += span

    def fill(self, post):
        self.readLevels()
        self.filled += 1
        self.posts[0][post] = None

    def submit(self, case):
        self.new.append(case)
        self.serve()

    def complete(self, case):
        self.readLevels()
        self.events += 1
        held = self.held[case.post]
        del self.posts[len(held)][case.post]
        del held[case]
        self.posts[len(held)][case.post] = None
        self.cases -= 1
        self.serve()

    def leave(self, post):
        """Empties the post and queues its cases, which the program has told that they stand still."""
        self.readLevels()
        self.leavers += 1
        held = self.held[post]
        del self.posts[len(held)][post]
        self.cases -= len(held)
        self.filled -= 1
        self.again.extend(held)
        held.clear()

    def serve(self):
        while True:
            row = next((row for row in self.posts[:LOAD_LIMIT] if row), None)
            if row is None:
                return
            if self.againHead < len(self.again):
                case = self.again[self.againHead]
                self.againHead += 1
            elif self.newHead < len(self.new):
                case = self.new[self.newHead]
                self.newHead += 1
                self.waits += self.now() - case.arrived
                self.allocated += 1
            else:
                return
            self.readLevels()
            post, _ = row.popitem()
            held = self.held[post]
            held[case] = None
            self.posts[len(held)][post] = None
            self.cases += 1
            case.post = post
            self.allocate(case)

    def answers(self):
        self.readLevels()
        return {
            "meanWait": self.waits / self.allocated,
            "meanLoad": self.caseDays / self.postDays,
            "leavers": self.leavers,
        }


def main(singleServer, caseload):
    """Runs the work that the command line names. Each work returns (canonical events, answers)."""
    work, *numbers = sys.argv[1:]
    start = time.process_time_ns()
    if work == "mm1":
        events, answers = singleServer(int(numbers[0]), int(numbers[1]))
    else:
        events, answers = caseload(float(numbers[0]), float(numbers[1]), int(numbers[2]))
    spent = time.process_time_ns() - start
    print(json.dumps({"nanoseconds": spent, "events": events, "answers": answers}))
