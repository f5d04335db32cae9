/// The verbs that are about scenario files.
extension Help {
  static let check = "EXAMPLE\n  caseload check Scenarios/cheshire-east-2015.yaml --with my-overlay.yaml"

  static let explain = """
    EXAMPLES
      caseload explain Scenarios/cheshire-east-2015.yaml demand.referralsPerYear
      caseload explain Scenarios/cheshire-east-2015.yaml recruitment
      caseload explain Scenarios/cheshire-east-2015.yaml --all --json
    """

  static let measures = """
    A flow is counted over the month and summed over the year; a stock is read at the end of the month; a rate is a \
    ratio of flows, a stock rate a ratio of stocks; a distribution is a quantile over individual records.

    Every measure can be read by name in --output (compare, reps, sweep, run --precision), --objective (select, sweep) \
    and --hold (goal): 'vacancy_rate_fte', one part of it 'vacancy_rate_fte{role=social_worker}', a financial year \
    'cost_gbp@2017-18' or the average over the run 'caseload_fte@average'. A risk register reads the same names month \
    by month: 'vacancy_rate_fte{role=social_worker} > 0.15 for 3 months'.

    EXAMPLES
      caseload measures
      caseload measures wait --json
    """

  static let glossary = """
    The same words stand on the page on words of the documentation.

    EXAMPLES
      caseload glossary
      caseload glossary "present value"
      caseload glossary agency --json
    """

  static let start = """
    With --council the scenario is worked out from the council's published figures, and those stand beside it in \
    observed/, where a run finds them.

    EXAMPLES
      caseload init leeds.yaml --council Leeds
      caseload init leeds-2019.yaml --council Leeds --as-of 2019-12-31
      caseload init my-council.yaml
      caseload init --schema scenario.schema.json
    """

  static let councils = """
    The years are the newest of which children, staff and spending are published.

    EXAMPLES
      caseload councils
      caseload councils "North West"
      caseload councils --panel ../panel --out Scenarios/national
      caseload councils --priors --national Scenarios/national
    """

  static let backtest = """
    For each council and origin, the scenario is worked out as `init --as-of` would have at the end of the next March, \
    simulated, anchored and widened as `run` does, and held against what was published 1, 2, 3 and 5 years later. Beside \
    it stand "as now" and the growth that all councils had up to the origin. Anchors, drift and widths rest on the \
    councils of other parts alone.

    What is simulated is kept in the folder: the same command goes on where it was stopped. --shard k/n computes a part; \
    when all parts are done, the command without --shard writes hindcasts.csv, skill.csv, ranks.csv and, to look at, \
    skill.html.

    EXAMPLES
      caseload backtest --council "Cheshire East" --origins 2015,2017
      caseload backtest --sample 40 --origins 2017,2019 --reps 60
      caseload backtest --all --origins 2017,2019 --shard 3/16
      caseload backtest --all --origins 2017,2019 --learn
    """

  static let diff = """
    Results of one seed are compared future by future where both were written with --raw; otherwise as if they were \
    independent. A figure differs by more than chance where that can be said of all such figures with about one in \
    twenty of them wrong (Benjamini and Hochberg). Exit code 1: a folder lacks a table with which it was written.

    EXAMPLE
      caseload diff Results/cheshire-east-2015 Results/growth
    """
}
