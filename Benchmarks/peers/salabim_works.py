"""The works in salabim, with generators ("yield" processes), which it runs faster than its default greenlets."""

import random

import salabim

import works

salabim.yieldless(False)


def environment():
    # Without a trace, a seed of its own or the monitors that count what nobody reads.
    return salabim.Environment(trace=False, random_seed="", do_reset=True)


def singleServer(customers, seed):
    env = environment()
    gaps, services = random.Random(2 * seed), random.Random(2 * seed + 1)
    waiting = []
    days = 0.0

    class Server(salabim.Component):
        def process(self):
            nonlocal days
            head = 0
            while True:
                while head == len(waiting):
                    yield self.passivate()
                yield self.hold(services.expovariate(works.SERVICES_PER_DAY))
                days += env.now() - waiting[head]
                head += 1

    class Source(salabim.Component):
        def process(self):
            for _ in range(customers):
                yield self.hold(gaps.expovariate(works.ARRIVALS_PER_DAY))
                waiting.append(env.now())
                if server.ispassive():
                    server.activate()

    server = Server(mode=None)
    Source(mode=None)
    env.run()
    return 2 * customers, {"meanTimeInSystem": days / customers}


def caseload(casesPerDay, days, seed):
    env = environment()
    draws = works.Draws(seed, casesPerDay)

    class Case(salabim.Component):
        def process(self):
            self.arrived, self.started = env.now(), False
            desk.submit(self)
            if not self.started:
                yield self.passivate()
            yield self.hold(draws.duration())
            desk.complete(self)

    def allocate(case):
        if not case.started:
            case.started = True
            if case.ispassive():
                case.activate()
        else:
            case.resume()

    class Source(salabim.Component):
        def process(self):
            while True:
                yield self.hold(draws.gap())
                desk.events += 1
                Case()

    class Post(salabim.Component):
        def setup(self, number):
            self.number = number

        def process(self):
            desk.fill(self.number)
            while True:
                yield self.hold(draws.candidate())
                desk.events += 1
                if not draws.leaves(len(desk.held[self.number])):
                    continue
                for case in desk.held[self.number]:
                    case.interrupt()
                desk.leave(self.number)
                desk.serve()
                yield self.hold(draws.vacancy())
                desk.events += 1
                desk.fill(self.number)
                desk.serve()

    desk = works.Desk(env.now, allocate)
    for number in range(works.POSTS):
        Post(number=number)
    Source()
    env.run(till=days)
    return desk.events, desk.answers()


if __name__ == "__main__":
    works.main(singleServer, caseload)
