import Reports
import Results

/// One page for each risk.
package enum RiskPage {
  /// The page as Markdown and as HTML.
  package static func files(_ evidence: RiskEvidence, _ manifest: Manifest) -> [WholeFile.Prepared] {
    let page = page(evidence, manifest)
    let name = ResultFile.Evidence.page(evidence.risk.id)
    return [
      WholeFile.Prepared(name: name + ".md", bytes: Array(page.markdown.utf8)),
      WholeFile.Prepared(name: name + ".html", bytes: Array(page.html.utf8)),
    ]
  }

  static func page(_ evidence: RiskEvidence, _ manifest: Manifest) -> Page {
    let risk = evidence.risk
    var page = Page(title: "\(risk.id) \(risk.title)")
    page.blocks = [
      .quote(evidence.paragraph),
      .table(
        "The risk", ["What", "In words"],
        [
          ["Owner", risk.owner], ["Cause", risk.cause], ["Event", risk.means],
          ["Measured as", risk.eventText],
          ["Consequence", risk.consequence],
        ]),
      .heading("Where it stands"), states(evidence), .heading("How bad it can be"), impacts(evidence.net),
    ]
    if !evidence.worth.isEmpty {
      page.blocks += [.heading("What the controls are worth"), controls(evidence)]
    }
    page.blocks.append(.heading("Early warning"))
    page.blocks.append(contentsOf: warnings(evidence))
    if !evidence.stresses.isEmpty {
      page.blocks += [.heading("How far from more likely than not"), stresses(evidence)]
    }
    page.blocks += [.heading("How sure this is"), .list(sureness(evidence, manifest))]
    return page
  }

  private static func states(_ evidence: RiskEvidence) -> Page.Block {
    .table(
      "Likelihood and cell of the register, by state of the controls",
      [
        "State", "Likelihood of the event", "Cell (likelihood × impact)", "Score",
        "Months to the event, median",
      ],
      evidence.inOrder.map { state in
        let cell = state.cell
        let months = state.monthsToBreach(0.5)
        return [
          state.state.rawValue, state.likelihood.words,
          "\(cell.likelihood) \(state.likelihoodLabel) × \(cell.impact) \(state.impactLabel)"
            + (state.isBandCertain ? "" : " (band not certain)"),
          "\(cell.score), \(state.colour)",
          months.isFinite ? Phrase.number(months) : "more than half never have it",
        ]
      })
  }

  private static func impacts(_ net: RiskAssessment) -> Page.Block {
    .table(
      "Likelihood of each impact or worse, net", ["Impact", "Likelihood", "Likelihood band", "Product"],
      net.profile.impactLabels.enumerated().map { place, label in
        let likelihood = Likelihood(net.outcomes.count { $0.impact > place }, of: net.count)
        let band = net.profile.likelihoodBand(likelihood.share)
        return [
          "\(place + 1) \(label)", likelihood.words, "\(band) \(net.profile.likelihood[band - 1].label)",
          "\(net.cell.scores[place])",
        ]
      })
  }

  private static func controls(_ evidence: RiskEvidence) -> Page.Block {
    .table(
      "What taking a control away adds, on the same random numbers (95% interval)",
      ["Control", "Likelihood, points", "Cost", "Fair share of all controls, points"],
      evidence.worth.map { worth in
        let likelihood = Spread(worth.breaches.map { $0 * 100 })
        let pounds = Spread(worth.pounds)
        return [
          worth.control.title,
          "\(Phrase.number(likelihood.mean, decimals: 1)) (\(Phrase.number(likelihood.lower, decimals: 1)) to "
            + "\(Phrase.number(likelihood.upper, decimals: 1)))",
          "\(Phrase.pounds(pounds.mean)) (\(Phrase.pounds(pounds.lower)) to \(Phrase.pounds(pounds.upper)))",
          worth.shapleyLikelihood.map { Phrase.number($0 * 100, decimals: 1) } ?? "–",
        ]
      })
  }

  private static func warnings(_ evidence: RiskEvidence) -> [Page.Block] {
    guard !evidence.warnings.isEmpty else {
      return [
        .paragraph(
          "No threshold is offered: the event, or its absence, is too rare among the replications with even numbers, on "
            + "which one would be chosen, or no indicator told it ahead better than its frequency does.")
      ]
    }
    return [
      .table(
        "Chosen on the replications with even numbers, reported on the others",
        [
          "Indicator", "Warns when", "Events told ahead", "Warnings that came true",
          "How often the event happens at all",
          "Median lead, months",
        ],
        evidence.warnings.map { warning in
          let held = warning.tested
          let raised = held.hits + held.falseAlarms
          return [
            warning.indicator, "\(warning.isAbove ? "above" : "below") \(Phrase.plain(warning.threshold))",
            held.events > 0 ? Likelihood(held.hits, of: held.events).words : "no event held out",
            raised > 0 ? Likelihood(held.hits, of: raised).words : "no warning held out",
            Likelihood(held.events, of: max(1, held.count)).short,
            Phrase.number(Quantile.of(any: held.leads, 0.5)),
          ]
        })
    ]
  }

  private static func stresses(_ evidence: RiskEvidence) -> Page.Block {
    .table(
      "The smallest change for the worse that makes the event more likely than not",
      ["Driver", "Change", "Likelihood there"],
      evidence.stresses.map { result in
        let sign = result.stress.isFactor ? "× " : "+ "
        guard result.runs > 0 else {
          return [result.stress.title, "none: it is already more likely than not", result.atNeutral.words]
        }
        guard let breaking = result.breaking else {
          return [
            result.stress.title, "not even \(sign)\(Phrase.plain(result.stress.most))", result.atMost.words,
          ]
        }
        return [result.stress.title, sign + Phrase.plain(breaking.change), breaking.likelihood.words]
      })
  }

  private static func sureness(_ evidence: RiskEvidence, _ manifest: Manifest) -> [String] {
    var items = [
      "Confidence: \(evidence.confidence.word): \(evidence.confidence.reason).",
      "Direction of travel: \(evidence.direction).",
      "Bands: \(evidence.net.profile.name); \(evidence.net.profile.source).",
      "Made from \(manifest.scenario), \(evidence.net.count) replications, seed \(manifest.seed), scenario "
        + "\(manifest.scenarioHash.prefix(12)), model \(manifest.modelVersion), data as of \(manifest.dataAsOf).",
    ]
    if let inputs = evidence.acrossInputs {
      items.append(
        "Across the uncertain inputs the likelihood runs from \(Phrase.percent(inputs.p05)) (5th percentile) over "
          + "\(Phrase.percent(inputs.p50)) to \(Phrase.percent(inputs.p95)) (95th).")
    }
    return items
  }
}
