/// What the replications say of one risk, in one state of its controls.
package struct RiskRow: TableRow {
  /// Which controls are at work.
  package enum State: String, Cell, Sendable { case gross, net, target }
  /// What stands for a colour where the 95% intervals allow more than one.
  package static let notTold = "not told"

  package var id = "", title = "", owner = ""
  package var state = State.net
  package var start = "", end = ""
  package var likelihood = Likelihood()
  /// Likelihood across the uncertain inputs; net only, where they were drawn apart.
  package var acrossInputs = Spread()
  package var likelihoodBand = 0, impactBand = 0
  package var likelihoodLabel = "", impactLabel = "", impactDriver = ""
  package var isBandCertain = false
  /// The colour; `notTold` where it is not certain.
  package var rating = ""
  /// The colours and scores that the 95% intervals of all impacts allow.
  package var bestRating = "", worstRating = ""
  package var lowestScore = 0, highestScore = 0
  /// Impact in money, pounds; nothing where the risk has none.
  package var cost = Spread()
  /// Months by which a tenth, and half, of all replications have the event; median months among those that have it.
  package var monthsP10 = Double.nan, monthsMedian = Double.nan, typicalMonths = Double.nan
  /// What the likelihood of the event, and the impact in money, are beyond those of net in the same replications; gross
  /// and target only.
  package var change = Spread(), changeOfCost = Spread()
  package var velocity = ""
  /// Net only.
  package var direction = "", confidence = "", confidenceReason = ""
  package var likelihoodOfCell = Likelihood()
  package var profile = ""
  package var event = ""

  package static let blank = RiskRow()

  package var score: Int { likelihoodBand * impactBand }
  package var isRatingCertain: Bool { rating != Self.notTold }
  /// Whether the state can be told from net: an interval of a difference leaves zero out. Never of net itself.
  package var isToldApart: Bool { change.isApart || changeOfCost.isApart }

  package static let table = Table<RiskRow>(
    "risk_evidence.csv", "Each risk of a register, in each state of its controls.",
    [
      Column("risk_id", \.id, "The risk."), Column("title", \.title, "Its title."),
      Column("owner", \.owner, "Whose it is."),
      Column(
        "state", \.state, "`gross` without controls, `net` as it stands, `target` with what is planned."),
      Column("horizon_start", \.start, "First month end looked at."),
      Column("horizon_end", \.end, "Last month end looked at."),
      Column(["n_reps": "Replications.", "breaches": "Replications with the event."]) { row, text in
        text.cell(row.likelihood.trials)
        text.cell(row.likelihood.breaches)
      } read: { cells, row throws(ReadFailure) in
        row.likelihood.trials = try Int(cells.text("n_reps"), in: "n_reps", of: cells)
        row.likelihood.breaches = try Int(cells.text("breaches"), in: "breaches", of: cells)
        guard (0...max(0, row.likelihood.trials)).contains(row.likelihood.breaches) else {
          throw cells.wrong("breaches", "is more than there are replications")
        }
      },
      .share(\.likelihood, "Likelihood of the event", "p", "p_ci_lo", "p_ci_hi"),
      .spread(
        \.acrossInputs, "Likelihood across the uncertain inputs",
        ["p_inputs_p05": .p05, "p_inputs_p95": .p95]),
      Column("likelihood_band", \.likelihoodBand, "Likelihood band of the cell, from 1."),
      Column("likelihood_label", \.likelihoodLabel, "Its label."),
      Column("band_certain", \.isBandCertain, "Whether the interval lies in one band."),
      Column("impact_band", \.impactBand, "Impact band of the cell, from 1."),
      Column("impact_label", \.impactLabel, "Its label."),
      Column("impact_driver", \.impactDriver, "The dimension that gave most impacts as large."),
      Column("score", from: { $0.score }, "Product of the bands."),
      Column("rag", \.rating, "Colour of that score; `not told` where the intervals allow more than one."),
      .spread(
        \.cost, "Impact in money", inPounds: true,
        ["exp_impact_gbp": .mean, "p80_impact_gbp": .p80, "p95_impact_gbp": .p95]),
      Column("t_breach_p10_months", \.monthsP10, "Months by which a tenth of replications have the event."),
      Column("t_breach_median_months", \.monthsMedian, "Months by which half of them have it."),
      Column("velocity", \.velocity, "Word for the months to the event."),
      Column("direction", \.direction, "Change since an earlier result."),
      Column("confidence", \.confidence, "How far it can be trusted."),
      Column("confidence_reason", \.confidenceReason, "Why."),
      Column("p_words", from: { $0.likelihood.words }, "The likelihood in words."),
      .spread(\.acrossInputs, "Likelihood across the uncertain inputs", ["p_inputs_p50": .p50]),
      .share(\.likelihoodOfCell, "Likelihood of the cell's impact", "p_cell", "p_cell_ci_lo", "p_cell_ci_hi"),
      Column("profile", \.profile, "The profile of bands."),
      Column("event", \.event, "The event as the register has it."),
      Column("rag_best", \.bestRating, "The best colour that the 95% intervals allow."),
      Column("rag_worst", \.worstRating, "The worst."),
      Column("score_lowest", \.lowestScore, "The lowest score that they allow."),
      Column("score_highest", \.highestScore, "The highest."),
      Column(
        "t_breach_typical_months", \.typicalMonths,
        "Median months to the event among the replications that have it."),
      .spread(
        \.change, "Likelihood less that of net in the same replications",
        ["p_less_net": .mean, "p_less_net_ci_lo": .lower, "p_less_net_ci_hi": .upper]),
      .spread(
        \.changeOfCost, "Impact in money less that of net in the same replications", inPounds: true,
        ["gbp_less_net": .mean, "gbp_less_net_ci_lo": .lower, "gbp_less_net_ci_hi": .upper]),
      Column(
        "told_apart", from: { $0.state == .net ? nil : $0.isToldApart },
        "Whether either interval leaves zero out; empty for net."),
    ])
}

/// What one control takes off, on the same random numbers.
package struct RiskControlRow: TableRow {
  package var risk = "", id = "", title = ""
  package var replications = 0
  package var net = Double.nan
  /// What likelihood and expected cost rise by when this control alone is taken away.
  package var likelihood = Spread(), cost = Spread()
  /// Its fair share of what all controls bring about; nothing with too many of them.
  package var fairLikelihood = Spread(), fairCost = Spread()
  package var sets = ""

  package static let blank = RiskControlRow()

  package static let table = Table<RiskControlRow>(
    "risk_controls.csv", "What each control takes off a risk, on the same random numbers.",
    [
      Column("risk_id", \.risk, "The risk."), Column("control_id", \.id, "The control."),
      Column("title", \.title, "Its title."),
      Column("n_reps", \.replications, "Replications of each run."),
      Column("p_without", from: { $0.net + $0.likelihood.mean }, "Likelihood without it."),
      Column("p_net", \.net, "Likelihood with all controls at work."),
      .spread(
        \.likelihood, "Likelihood that it takes off",
        ["worth_p": .mean, "worth_p_ci_lo": .lower, "worth_p_ci_hi": .upper]),
      .spread(
        \.cost, "Cost that it takes off", inPounds: true,
        ["worth_gbp": .mean, "worth_gbp_ci_lo": .lower, "worth_gbp_ci_hi": .upper]),
      .spread(
        \.fairLikelihood, "Its fair share of what all controls take off the likelihood", ["shapley_p": .mean]),
      .spread(
        \.fairCost, "Its fair share of what they take off the cost", inPounds: true, ["shapley_gbp": .mean]),
      Column("taken_away_by", \.sets, "What takes it away."),
      Column(
        "told_apart", from: { $0.likelihood.isApart }, "Whether the interval of worth_p leaves zero out."),
      Column(
        "told_apart_gbp", from: { $0.cost.isApart }, "Whether the interval of worth_gbp leaves zero out."),
      .spread(
        \.fairLikelihood, "Its fair share of the likelihood",
        ["shapley_p_ci_lo": .lower, "shapley_p_ci_hi": .upper]),
      .spread(
        \.fairCost, "Its fair share of the cost", inPounds: true,
        ["shapley_gbp_ci_lo": .lower, "shapley_gbp_ci_hi": .upper]),
    ])
}

/// A threshold that warned of a risk's event, chosen on one half of the replications and reported on the other.
package struct RiskWarningRow: TableRow {
  package var risk = "", indicator = ""
  package var direction = ""
  package var threshold = Double.nan
  package var lead = 0
  package var chosenOn = 0, heldOut = 0
  /// Of the events held out, those told ahead; of the warnings, those that came true.
  package var told = Likelihood(), cameTrue = Likelihood()
  package var medianLead = Double.nan
  package var sensitivityChosenOn = Double.nan, precisionChosenOn = Double.nan

  package static let blank = RiskWarningRow()

  /// The share of events that a useful warning tells ahead, at least.
  package static let leastTold = 0.5
  /// That it is useful: it tells at least half of the events held out, and comes true more often than the event happens,
  /// by more than chance explains.
  package var isUseful: Bool {
    told.trials > 0 && told.share >= Self.leastTold && cameTrue.trials > 0
      && cameTrue.interval.lower > events.share
  }

  package static let table = Table<RiskWarningRow>(
    "risk_early_warning.csv", "Thresholds that tell an event ahead: chosen on one half of the replications.",
    [
      Column("risk_id", \.risk, "The risk."), Column("indicator", \.indicator, "What is watched."),
      Column("direction", \.direction, "Whether it warns `above` or `below` the threshold."),
      Column("threshold", \.threshold, "The threshold."),
      Column("lead_months", \.lead, "Months that a warning must come ahead."),
      Column("n_chosen_on", \.chosenOn, "Replications it was chosen on."),
      Column("n_held_out", \.heldOut, "Replications it is reported on."),
      Column("events_held_out", \.told.trials, "Those of them with the event."),
      .share(\.told, "Events told ahead", "sensitivity", "sensitivity_ci_lo", "sensitivity_ci_hi"),
      .share(\.cameTrue, "Warnings that came true", "ppv", "ppv_ci_lo", "ppv_ci_hi"),
      Column("base_rate", from: { $0.events.share }, "How often the event happens at all."),
      Column("median_lead_months", \.medianLead, "Median months between warning and event."),
      Column("sensitivity_chosen_on", \.sensitivityChosenOn, "Events told ahead, where it was chosen."),
      Column("ppv_chosen_on", \.precisionChosenOn, "Warnings that came true, where it was chosen."),
      Column(
        "useful", from: { $0.isUseful },
        "Whether it tells at least half of the events, and comes true more often than the event happens (95%)."
      ),
    ])

  /// How often the event happened among the replications held out.
  package var events: Likelihood { Likelihood(told.trials, of: heldOut) }
}

/// How far one driver can worsen before the event is more likely than not.
package struct RiskStressRow: TableRow {
  package var risk = "", title = "", paths = ""
  /// True where values are multiplied, false where something is added.
  package var isFactor = true
  package var neutral = Double.nan, most = Double.nan
  /// The smallest change found that makes the event more likely than not; nothing where not even the largest does.
  package var breaking = Double.nan
  /// The nearest changes tried at which the event is surely less likely than not, and surely more likely; nothing where
  /// no change tried can be told apart.
  package var surelyBelow = Double.nan, surelyAbove = Double.nan
  package var now = Likelihood(), atBreaking = Likelihood(), atMost = Likelihood()
  package var runs = 0

  package static let blank = RiskStressRow()

  package var note: String {
    if runs == 0 { return "already more likely than not" }
    return breaking.isNaN ? "not more likely than not even at the largest change tried" : ""
  }

  package static let table = Table<RiskStressRow>(
    "risk_reverse_stress.csv", "The smallest change for the worse that makes an event more likely than not.",
    [
      Column("risk_id", \.risk, "The risk."), Column("driver", \.title, "What worsens."),
      Column("paths", \.paths, "The parameters that change."),
      Column(["change": "Whether they are multiplied or added to."]) { row, text in
        text.cell(row.isFactor ? "multiply" : "add")
      } read: { cells, row throws(ReadFailure) in
        row.isFactor = try cells.text("change") == "multiply"
      },
      Column("neutral", \.neutral, "The change that changes nothing."),
      Column("breaking_change", \.breaking, "The smallest change found; empty where there is none."),
      Column("headroom", from: { abs($0.breaking - $0.neutral) }, "How far that is from no change."),
      Column("largest_tried", \.most, "The largest change tried."),
      Column("p_now", from: { $0.now.share }, "Likelihood as it stands."),
      Column("p_at_breaking", from: { $0.atBreaking.share }, "Likelihood at the smallest change found."),
      Column("p_at_largest", from: { $0.atMost.share }, "Likelihood at the largest change tried."),
      Column("n_reps", \.atMost.trials, "Replications of each run."),
      Column("runs", \.runs, "Runs made."),
      Column("note", from: { $0.note }, "What else is to be said."),
      Column(
        "surely_less_likely_at", \.surelyBelow,
        "The nearest change tried at which the event is less likely than not (95%)."),
      Column("surely_more_likely_at", \.surelyAbove, "The nearest at which it is more likely (95%)."),
    ])
}

/// A level that a risk's event holds one measure against: what a chart of that measure can show.
package struct RiskThreshold: TableRow, Equatable {
  package var risk, measure, breakdown: String
  package var value: Double

  package static let blank = RiskThreshold()

  package init(risk: String = "", measure: String = "", breakdown: String = "", value: Double = .nan) {
    (self.risk, self.measure, self.breakdown, self.value) = (risk, measure, breakdown, value)
  }

  package static let table = Table<RiskThreshold>(
    "risk_thresholds.csv", "Levels above which risks count a measure as an event.",
    [
      Column("risk_id", \.risk, "The risk."), Column("measure", \.measure, "The measure."),
      Column("breakdown", \.breakdown, "Its part; empty for the whole."),
      Column("above", exact: \.value, "The level."),
    ])
}
