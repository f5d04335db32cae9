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

    EXAMPLES
      caseload measures
      caseload measures wait --json
    """

  static let start = """
    EXAMPLES
      caseload init my-council.yaml
      caseload init --schema scenario.schema.json
    """

  static let diff = "EXAMPLE\n  caseload diff Results/cheshire-east-2015 Results/growth"
}
