/// The verbs that simulate a scenario.
extension Help {
  static let run = """
    Writes tables that open in Excel, pandas and sqlite3 to Results/<scenario>/, and prints a summary.

    EXAMPLES
      caseload run Scenarios/cheshire-east-2015.yaml
      caseload run Scenarios/cheshire-east-2015.yaml --reps 50 --seed 7 \\
        --out Results/quick
      caseload run Scenarios/cheshire-east-2015.yaml \\
        --set leaving.caseloadElasticity=0 --raw
      # A sharper split into inputs and chance:
      caseload run Scenarios/cheshire-east-2015.yaml --twins 150
    """

  static let compare = """
    An overlay is a file in the same format that holds only what changes. The base and the overlays are run on the same \
    random numbers, so that they differ only by what the overlay does. To apply several overlays together, write \
    a.yaml+b.yaml; to vary an overlay, write a value behind it: a.yaml:path=value. --set is for the base and every \
    overlay, but a lever that only overlays switch on is set in those alone. Writes \
    comparison.csv, and what `caseload report` draws a page of: comparison_series.csv, comparison_money.csv and \
    changed_inputs.csv.

    Unless --output says otherwise, the twelve headline measures are compared: children as they stand at the end; \
    counts and costs over the whole run; and the state of the workforce (vacancies, agency, caseload, children without \
    a worker and so on) on average over the run, since a policy may have ended long before the run does.

    EXAMPLES
      caseload compare Scenarios/cheshire-east-2015.yaml retention.yaml --reps 100
      caseload compare base.yaml pay.yaml surge.yaml surge.yaml+pay.yaml --delta 1%
      caseload compare base.yaml pay.yaml pay.yaml:levers.paySupplement.share=0.1
      caseload compare base.yaml retention.yaml --output cost_gbp@2017-18 \\
        --delta cost_gbp@2017-18=500000
    """

  static let worth = """
    Is it worth it? Runs the scenario and each overlay over it on the same random numbers, and shows by heading what the \
    overlay changes in the whole cost of the service: its own programmes and payments, staff, agency, recruitment, \
    placements. Then the net by year and so far with the range that holds 8 in 10 futures, the date from which the mean is \
    back, in how many futures the money is back and by when, the present value, leavers avoided and what each of them costs. \
    Every mean has its 95% interval; where that holds zero, the answer is that it cannot be told. What of an overlay can have \
    no effect in the run is said before anything is simulated. Writes worth.csv and changed_inputs.csv; `caseload report` draws a page of them.

    What is simulated is kept in runs.sqlite in the folder: an interrupted run is resumed, and more --reps adds to it.

    EXAMPLES
      caseload worth Scenarios/cheshire-east-2015.yaml \\
        Scenarios/levers/retention-payment.yaml --reps 100
      caseload worth Scenarios/cheshire-east-2025.yaml \\
        Scenarios/from-start/levers/retention-payment.yaml --reps 100
      caseload worth S.yaml pay.yaml academy.yaml --reps 200 --out Results/pay
    """

  static let reps = """
    Runs a pilot and shows, for each output, how precise its mean is so far and how many replications would bring the \
    95% interval within --precision of it. "Seen at" is the number of replications at which the pilot itself reached \
    that precision and kept to it (Hoad, Robinson and Davies). Writes precision.csv: every output after each \
    replication.

    EXAMPLES
      caseload reps Scenarios/cheshire-east-2015.yaml --precision 5%
      caseload reps S.yaml --precision 2% --reps 100 --output cost_gbp \\
        --output vacancy_rate_fte
    """

  static let select = """
    The designs are the base and the overlays, or the points of --vary, --zip, --sample or --design. kn (Kim and \
    Nelson) continues until the choice is right with the stated confidence whenever the best design beats the next by \
    at least --delta. ocba (optimal computing budget allocation) spends --budget replications where they tell the most, \
    and then says how certain the choice is. Writes selection.csv. Exit code 75: --max-reps was not enough. What is \
    finished is kept beside the folder (….runs.sqlite): an interrupted choice is resumed by the same command.

    EXAMPLES
      caseload select base.yaml retention.yaml pay.yaml academy.yaml \\
        --objective cost_gbp --delta 500000
      caseload select base.yaml --vary demand.growthPerYear=0:0.1/6 \\
        --objective vacancy_rate_fte --method ocba --budget 600
    """

  static let goal = """
    Tries values between two ends by repeated halving, each on the same random numbers, until it has found where the \
    condition stops holding with the stated probability. If it holds only at the upper end, the answer is the smallest \
    value that is enough; if only at the lower end, the largest that the service can withstand. Writes goal.csv. Exit \
    code 1: it holds at neither end. What is finished is kept beside the folder (….runs.sqlite): an interrupted search \
    is resumed by the same command.

    EXAMPLES
      caseload goal S.yaml \\
        --vary workforce.teams.assessment.posts.socialWorker=20:60 \\
        --hold "unallocated_children@average <= 5" --probability 80%
      caseload goal S.yaml --vary demand.growthPerYear=0:0.2 \\
        --hold "caseload_fte <= 20" --hold "agency_rate_fte < 0.2"
    """

  static let calibrate = """
    Finds what the published figures say of the free values of a fit, beside the values' own prior ranges and chance: each \
    value, how far the figures tell it, and which values go together. --reps says how many members an ensemble has, or with \
    --method moments how many replications a trial has. Writes an overlay (fitted.yaml), whose values runs draw together, \
    for you to review, and every figure beside its simulated range (fit.csv). No scenario is changed. What is finished is \
    kept beside the folder (….runs.sqlite): an interrupted fit is resumed by the same command.

    EXAMPLES
      caseload calibrate Scenarios/cheshire-east-2015.yaml \\
        --fit Scenarios/fits/cheshire-east-2015.yaml
      caseload calibrate Scenarios/cheshire-east-2015.yaml \\
        --fit Scenarios/fits/cheshire-east-2015.yaml --method moments --out Results/moments
      caseload run Scenarios/cheshire-east-2015.yaml \\
        --with Results/cheshire-east-2015-fit/fitted.yaml
    """

  static let trace = """
    Children are numbered from 0: first those of the opening position, then the others in the order in which they \
    arrive. Workers are numbered in the same way.

    EXAMPLES
      caseload trace Scenarios/cheshire-east-2015.yaml --child 2500
      caseload trace Scenarios/cheshire-east-2015.yaml --worker 12 --replication 3
      caseload trace Scenarios/cheshire-east-2015.yaml --plan
    """

  static let verify = """
    Simulates textbook systems written as scenarios, and prints each exact answer beside the simulated one. A \
    comparison passes within 3.29 standard errors (by Student's t, so a little more where replications are few), \
    provided that the half-width of the 95% interval is as small as the case requires.

    EXAMPLES
      caseload verify
      caseload verify --group queueing
      caseload verify --only Q01,X02 -v
      caseload verify --file my-cases.json
    """
}
