import Results
import Statistics

/// The tables of risk evidence.
package enum RiskTables {
  /// `risk_evidence.csv`: one row for each risk and state.
  package static func evidence(_ all: [RiskEvidence]) -> EvidenceTable {
    var table = EvidenceTable(
      ResultFile.Evidence.risk,
      columns: [
        "risk_id", "title", "owner", "state", "horizon_start", "horizon_end", "n_reps", "breaches", "p",
        "p_ci_lo",
        "p_ci_hi", "p_inputs_p05", "p_inputs_p95", "likelihood_band", "likelihood_label", "band_certain",
        "impact_band", "impact_label", "impact_driver", "score", "rag", "exp_impact_gbp", "p80_impact_gbp",
        "p95_impact_gbp", "t_breach_p10_months", "t_breach_median_months", "velocity", "direction",
        "confidence",
        "confidence_reason", "p_words", "p_inputs_p50", "p_cell", "p_cell_ci_lo", "p_cell_ci_hi", "profile",
        "event",
      ])
    for one in all {
      for state in one.inOrder {
        let likelihood = state.likelihood
        let cell = state.likelihoodOfCell
        let isNet = state.state == .net
        let inputs = isNet ? one.acrossInputs : nil
        let pounds = state.isInMoney ? state.pounds : Spread([])
        table.add([
          .text(one.risk.id), .text(one.risk.title), .text(one.risk.owner), .text(state.state.rawValue),
          .text(state.start), .text(state.end), .whole(state.count), .whole(likelihood.breaches),
          .number(likelihood.share), .number(likelihood.interval.lower), .number(likelihood.interval.upper),
          .number(inputs?.p05), .number(inputs?.p95), .whole(state.cell.likelihood),
          .text(state.likelihoodLabel),
          .flag(state.isBandCertain), .whole(state.cell.impact), .text(state.impactLabel),
          .text(state.impactDriver), .whole(state.cell.score), .text(state.colour), .pounds(pounds.mean),
          .pounds(pounds.p80), .pounds(pounds.estimate.p95), .number(state.monthsToBreach(0.1)),
          .number(state.monthsToBreach(0.5)), .text(state.velocity), .text(isNet ? one.direction : ""),
          .text(isNet ? one.confidence.word : ""), .text(isNet ? one.confidence.reason : ""),
          .text(likelihood.words), .number(inputs?.p50), .number(cell.share), .number(cell.interval.lower),
          .number(cell.interval.upper), .text(state.profile.name), .text(one.risk.eventText),
        ])
      }
    }
    return table
  }

  /// `risk_controls.csv`: what each control takes off, on the same random numbers.
  package static func controls(_ all: [RiskEvidence]) -> EvidenceTable {
    var table = EvidenceTable(
      ResultFile.Evidence.controls,
      columns: [
        "risk_id", "control_id", "title", "n_reps", "p_without", "p_net", "worth_p", "worth_p_ci_lo",
        "worth_p_ci_hi", "worth_gbp", "worth_gbp_ci_lo", "worth_gbp_ci_hi", "shapley_p", "shapley_gbp",
        "taken_away_by",
      ])
    for one in all {
      for worth in one.worth {
        let likelihood = Spread(worth.breaches)
        let pounds = Spread(worth.pounds)
        let paired = one.net.outcomes.prefix(worth.breaches.count)
        let net = Double(paired.count { $0.breach != nil }) / Double(max(1, paired.count))
        table.add([
          .text(one.risk.id), .text(worth.control.id), .text(worth.control.title),
          .whole(worth.breaches.count),
          .number(net + likelihood.mean), .number(net), .number(likelihood.mean), .number(likelihood.lower),
          .number(likelihood.upper), .pounds(pounds.mean), .pounds(pounds.lower), .pounds(pounds.upper),
          .number(worth.shapleyLikelihood), worth.shapleyPounds.map { .pounds($0) } ?? .empty,
          .text(worth.control.sets.joined(separator: "; ")),
        ])
      }
    }
    return table
  }

  /// `risk_early_warning.csv`: thresholds chosen on one half of the replications, with how they did on the other.
  package static func earlyWarning(_ all: [RiskEvidence]) -> EvidenceTable {
    var table = EvidenceTable(
      ResultFile.Evidence.earlyWarning,
      columns: [
        "risk_id", "indicator", "direction", "threshold", "lead_months", "n_chosen_on", "n_held_out",
        "events_held_out",
        "sensitivity", "sensitivity_ci_lo", "sensitivity_ci_hi", "ppv", "ppv_ci_lo", "ppv_ci_hi", "base_rate",
        "median_lead_months", "sensitivity_chosen_on", "ppv_chosen_on",
      ])
    for one in all {
      for warning in one.warnings {
        let held = warning.tested
        func share(_ successes: Int, _ trials: Int) -> [EvidenceTable.Cell] {
          guard trials > 0 else { return [.empty, .empty, .empty] }
          let proportion = Proportion(successes: successes, trials: trials)
          let interval = proportion.wilson()
          return [.number(proportion.estimate), .number(interval.lower), .number(interval.upper)]
        }
        table.add(
          [
            .text(one.risk.id), .text(warning.indicator), .text(warning.isAbove ? "above" : "below"),
            .number(warning.threshold), .whole(warning.lead), .whole(warning.trained.count),
            .whole(held.count),
            .whole(held.events),
          ] + share(held.hits, held.events) + share(held.hits, held.hits + held.falseAlarms)
            + [
              .number(held.baseRate),
              .number(Quantile.of(any: held.leads, 0.5)), .number(warning.trained.sensitivity),
              .number(warning.trained.precision),
            ])
      }
    }
    return table
  }

  /// `risk_reverse_stress.csv`: the smallest change for the worse that makes the event more likely than not.
  package static func reverseStress(_ all: [RiskEvidence]) -> EvidenceTable {
    var table = EvidenceTable(
      ResultFile.Evidence.reverseStress,
      columns: [
        "risk_id", "driver", "paths", "change", "neutral", "breaking_change", "headroom", "largest_tried",
        "p_now",
        "p_at_breaking", "p_at_largest", "n_reps", "runs", "note",
      ])
    for one in all {
      for result in one.stresses {
        let stress = result.stress
        let note =
          result.runs == 0
          ? "already more likely than not"
          : result.breaking == nil ? "not more likely than not even at the largest change tried" : ""
        table.add([
          .text(one.risk.id), .text(stress.title), .text(stress.paths.joined(separator: "; ")),
          .text(stress.isFactor ? "multiply" : "add"), .number(stress.neutral),
          .number(result.breaking?.change),
          .number(result.breaking.map { abs($0.change - stress.neutral) }), .number(stress.most),
          .number(result.atNeutral.share), .number(result.breaking?.likelihood.share),
          .number(result.atMost.share), .whole(result.atMost.trials), .whole(result.runs), .text(note),
        ])
      }
    }
    return table
  }
}
