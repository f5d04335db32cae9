"""The works in SimPy: a process for each customer, case and post, as its own documentation would write them."""

import random

import simpy

import works


def singleServer(customers, seed):
    environment = simpy.Environment()
    server = simpy.Resource(environment, capacity=1)
    gaps, services = random.Random(2 * seed), random.Random(2 * seed + 1)
    days = 0.0

    def customer():
        nonlocal days
        arrived = environment.now
        with server.request() as turn:
            yield turn
            yield environment.timeout(services.expovariate(works.SERVICES_PER_DAY))
        days += environment.now - arrived

    def source():
        for _ in range(customers):
            yield environment.timeout(gaps.expovariate(works.ARRIVALS_PER_DAY))
            environment.process(customer())

    environment.process(source())
    environment.run()
    return 2 * customers, {"meanTimeInSystem": days / customers}


class Case:
    __slots__ = ("arrived", "post", "allocated", "process")

    def __init__(self, environment):
        self.arrived = environment.now
        self.allocated = environment.event()


def caseload(casesPerDay, days, seed):
    environment = simpy.Environment()
    draws = works.Draws(seed, casesPerDay)
    desk = works.Desk(lambda: environment.now, lambda case: case.allocated.succeed())

    def life(case):
        desk.submit(case)
        yield case.allocated
        left = draws.duration()
        while True:
            began = environment.now
            try:
                yield environment.timeout(left)
                break
            except simpy.Interrupt:
                left -= environment.now - began
            yield case.allocated
        desk.complete(case)

    def source():
        while True:
            yield environment.timeout(draws.gap())
            desk.events += 1
            case = Case(environment)
            case.process = environment.process(life(case))

    def post(number):
        desk.fill(number)
        while True:
            yield environment.timeout(draws.candidate())
            desk.events += 1
            if not draws.leaves(len(desk.held[number])):
                continue
            for case in desk.held[number]:
                case.allocated = environment.event()
                case.process.interrupt()
            desk.leave(number)
            desk.serve()
            yield environment.timeout(draws.vacancy())
            desk.events += 1
            desk.fill(number)
            desk.serve()

    for number in range(works.POSTS):
        environment.process(post(number))
    environment.process(source())
    environment.run(until=days)
    return desk.events, desk.answers()


if __name__ == "__main__":
    works.main(singleServer, caseload)
