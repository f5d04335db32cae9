"""The first work in Ciw.

The second cannot be written in it without rewriting its engine: its nodes hold queues for servers, and have no server
that holds eighteen customers, is picked by the fewest that it holds, and leaves at a hazard that depends on them, giving
them back with the service that they still need.
"""

import ciw

import works


def singleServer(customers, seed):
    ciw.seed(seed)
    network = ciw.create_network(
        arrival_distributions=[ciw.dists.Exponential(rate=works.ARRIVALS_PER_DAY)],
        service_distributions=[ciw.dists.Exponential(rate=works.SERVICES_PER_DAY)],
        number_of_servers=[1],
    )
    simulation = ciw.Simulation(network)
    simulation.simulate_until_max_customers(customers, method="Finish")
    records = simulation.get_all_records()
    days = sum(record.exit_date - record.arrival_date for record in records)
    return 2 * len(records), {"meanTimeInSystem": days / len(records)}


if __name__ == "__main__":
    works.main(singleServer, None)
