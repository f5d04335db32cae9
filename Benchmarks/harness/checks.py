"""Whether two programs did the same work."""

import math
import statistics

# A difference of more standard errors is a disagreement. Seeds are pinned, so a verdict does not change from day to day.
LIMIT = 4.0


def singleServerError(customers):
    """The standard error of the mean time in system of that many customers of an M/M/1 queue at 0.9 and 1.0 a day.

    The variance of the mean wait of n customers tends to r (2 + 5 r - 4 r^2 + r^3) / (1 - r)^4 / n (Daley, 1968); the
    service adds twice the sum of its covariances with every wait, the derivative of the mean wait by the mean service,
    r (2 - r) / (1 - r)^2, and its own variance, 1.
    """
    load = 0.9
    waits = load * (2 + 5 * load - 4 * load**2 + load**3) / (1 - load) ** 4
    services = 2 * load * (2 - load) / (1 - load) ** 2 + 1
    return math.sqrt((waits + services) / customers)


def row(work, engine, answer, values, expected, error):
    """A row for the table of answers, the verdict last."""
    mean = statistics.fmean(values)
    agrees = abs(mean - expected) <= LIMIT * error
    return [work, engine, answer, len(values), f"{mean:.4g}", f"{expected:.4g}", f"{error:.2g}",
            "agrees" if agrees else "DISAGREES"]
