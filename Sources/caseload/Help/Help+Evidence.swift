/// The verbs that draw evidence and reports from a finished result.
extension Help {
  static let risk = """
    A register is a file of risks: each says, in terms of the monthly measures, when it counts as having happened and \
    what it costs. A profile is a file with the bands of your council's risk matrix. Writes risk_evidence.csv, \
    risk_controls.csv, risk_early_warning.csv, risk_reverse_stress.csv, risk_thresholds.csv (levels for the report's \
    charts), and a page for each risk in Markdown and HTML with a paragraph ready to paste.

    Whatever needs no further simulation is taken from the result alone. With --reps, the scenario is simulated again \
    on the same random numbers without its controls (gross) and with the planned actions (target), as often as the \
    result was; and, --reps times each, without each control in turn, under stress, and with the uncertain inputs drawn \
    separately. The command says how many replications that takes. Each is kept in runs.sqlite in the folder: an \
    interrupted command is resumed by running it again.

    EXAMPLES
      caseload run Scenarios/cheshire-east-2015.yaml --raw
      caseload risk Results/cheshire-east-2015
      caseload risk Results/cheshire-east-2015 --reps 40 \\
        --profile Scenarios/profiles/generic-5x5.yaml
      caseload risk Results/this-year --previous Results/last-year
    """

  static let finance = """
    Writes finance_growth.csv (by year, in cash and in real terms, with quantiles), finance_pvm.csv (volume by entries \
    and by length of stay, mix and price, adding up to the penny), finance_growth_scope.csv (what is counted and what is \
    left out), finance_npv.csv (at the Green Book's discount rates), finance_budgets.csv (every line and heading beside \
    its budget) and finance_to_date.csv (month by month). With --drivers, every combination of drivers is simulated and \
    finance_attribution.csv divides the growth among them; with --saving, finance_savings.csv shows what an overlay \
    changes in the whole cost of the service. Both simulate the scenario again on the same random numbers, say how many \
    replications they need, and keep each in runs.sqlite: an interrupted command is resumed by running it again.

    A file of budgets is CSV with the columns fy, line_code (a budget line, children_looked_after or total) and budget, or \
    YAML. Budgets are nominal pounds: 5325000, 5325k or 5.325m; 0 is one, and income is written below 0. Without a year \
    (fy empty) a budget is that of the run's first year, raised by general inflation in the others; one of payments or \
    programmes ends where the line costs less than half of the first year's. finance_budgets.csv is such a file, once it is filled in; its rows of \
    the year `all` are sums. What looks like thousands, a wrong sign or a year outside the run is said with its line.

    EXAMPLES
      caseload run Scenarios/cheshire-east-2015.yaml --raw
      caseload finance Results/cheshire-east-2015
      caseload finance Results/cheshire-east-2015 \\
        --drivers Scenarios/profiles/growth-drivers.yaml --reps 20
      caseload finance Results/cheshire-east-2015 --budget budget.csv
    """

  static let hr = """
    Writes hr_kpis.csv (each workforce measure at the end of each month, by role and by team, with its range over the \
    replications) and hr_survival.csv (the share of staff still with the council after each length of service: \
    Kaplan-Meier, Greenwood's standard error, numbers at risk). The columns that the Department for Education publishes \
    are in dfe_csww.csv, which `run` writes.

    EXAMPLES
      caseload run Scenarios/cheshire-east-2015.yaml --raw
      caseload hr Results/cheshire-east-2015
    """

  static let vacancyFactor = """
    In the long run the share of posts that are vacant is turnover × lag / (1 + turnover × lag), where lag is the time \
    from a leaver to the next starter. Given a result, the command sets the formula beside what was simulated, role by \
    role, and writes vacancy_factor.csv. Without one it only calculates.

    EXAMPLES
      caseload vacancy-factor Results/cheshire-east-2015 --factor 5%
      caseload vacancy-factor --turnover 15.9% --weeks 16 --factor 5%
    """

  static let report = """
    Writes report.html (a single file that needs nothing else), board.html (one side of A4) and charts/*.vl.json \
    (Vega-Lite) to the folder of the result. Nothing is simulated. Tables that `risk`, `finance` and `hr` have written \
    to the folder are shown too. With --xlsx it also writes workbook.xlsx: a dashboard, finance, growth, staff, risks, \
    every input, checks that calculate, and the raw tables last.

    Of a folder that `compare` wrote it writes compare.html instead: what differs in the inputs, the differences with \
    their intervals, the headlines with and without each overlay, and money by year. Of one that `worth` wrote, worth.html: \
    what a lever pays and saves, net by year, leavers avoided, payback. Of a sweep, sweep.html: the outputs over what was \
    varied, the best point and how sure that is (ranked by --objective), and where the variance comes from.

    EXAMPLES
      caseload report Results/cheshire-east-2015
      caseload report Results/cheshire-east-2015 --xlsx
      caseload report Results/cheshire-east-2015 --out ~/board --xlsx
      caseload worth Scenarios/cheshire-east-2015.yaml \\
        Scenarios/levers/pay-supplement.yaml --out Results/levers
      caseload report Results/cheshire-east-2015 --levers Results/levers
      caseload compare Scenarios/cheshire-east-2015.yaml retention.yaml --reps 100
      caseload report Results/cheshire-east-2015-comparison
    """

  static let stress = """
    Writes stress.md and stress.html: the 24 items of the checklist, each with what the result says about it, and a list \
    of what remains to be written.

    EXAMPLE
      caseload stress Results/cheshire-east-2015
    """

  static let qa = """
    Writes qa.md and qa.html: roles, scope, assumptions log, data log, verification, validation, uncertainty, limits \
    and sign-off. What only people can say is listed as not reported.

    EXAMPLE
      caseload qa Results/cheshire-east-2015
    """
}
