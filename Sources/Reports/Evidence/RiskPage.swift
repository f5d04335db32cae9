import Results

/// One page for each risk: its paragraph to paste, where it stands, how bad it can be, and how sure that is.
package struct RiskPage {
  let found: RiskFindings
  let manifest: Manifest

  package init(_ found: RiskFindings, _ manifest: Manifest) {
    self.found = found
    self.manifest = manifest
  }

  /// The page as Markdown and as HTML.
  package var files: [WholeFile.Prepared] {
    let page = page
    let name = EvidenceFile.page(found.net.id)
    return [
      WholeFile.Prepared(name: name + ".md", bytes: Array(page.markdown.utf8)),
      WholeFile.Prepared(name: name + ".html", bytes: page.html(origin: manifest.originLine)),
    ]
  }

  private var page: Page {
    let risk = found.net
    let described = Page.Block.table(
      "The risk", ["What", "In words"],
      [
        ["Owner", risk.owner], ["Cause", found.cause], ["Event", found.means], ["Measured as", risk.event],
        ["Consequence", found.consequence],
      ])
    return Page(
      title: "\(risk.id) \(risk.title)",
      blocks: [.quote(found.paragraph), described]
        + section("Where the risk stands", states) + section("How bad it could be", impacts)
        + (found.controls.isEmpty ? [] : section("What the controls are worth", controls))
        + section("Early warning", warnings)
        + (found.stresses.isEmpty ? [] : section("How far it is from more likely than not", stresses))
        + section("How certain this is", .list(sureness)))
  }

  private func section(_ heading: String, _ block: Page.Block) -> [Page.Block] { [.heading(heading), block] }

  private var states: Page.Block {
    .table(
      "Likelihood and cell of the register, by state of the controls",
      [
        "State", "Likelihood of the event", "Cell (likelihood × impact)", "Score",
        "Months to the event, median",
      ],
      found.states.map { state in
        [
          state.state.rawValue, state.likelihood.words,
          "\(state.likelihoodBand) \(state.likelihoodLabel) × \(state.impactBand) \(state.impactLabel)"
            + (state.isBandCertain ? "" : " (band not certain)"),
          "\(state.score), \(state.rating)",
          state.monthsMedian.isFinite
            ? Phrase.number(state.monthsMedian) : "it does not happen in more than half",
        ]
      })
  }

  private var impacts: Page.Block {
    .table(
      "Likelihood of each impact or worse, net", ["Impact", "Likelihood", "Likelihood band", "Product"],
      found.impacts.enumerated().map { place, impact in
        [
          "\(place + 1) \(impact.label)", impact.likelihood.words, "\(impact.band) \(impact.bandLabel)",
          "\((place + 1) * impact.band)",
        ]
      })
  }

  private var controls: Page.Block {
    func points(_ share: Double) -> String { Phrase.number(share * 100, decimals: 1) }
    return .table(
      "What removing a control adds, on the same random numbers (95% interval)",
      ["Control", "Likelihood, points", "Cost", "Fair share of all controls, points"],
      found.controls.map { control in
        let (likelihood, cost) = (control.likelihood, control.cost)
        return [
          control.title,
          "\(points(likelihood.mean)) (\(points(likelihood.lower)) to \(points(likelihood.upper)))",
          "\(Phrase.pounds(cost.mean)) (\(Phrase.pounds(cost.lower)) to \(Phrase.pounds(cost.upper)))",
          points(control.fairLikelihood),
        ]
      })
  }

  private var warnings: Page.Block {
    guard !found.warnings.isEmpty else {
      return .paragraph(
        "No threshold is offered: either the event, or its absence, is too rare among the even-numbered replications on "
          + "which a threshold would be chosen, or no indicator predicted it better than its frequency alone."
      )
    }
    return .table(
      "Chosen on the even-numbered replications, reported on the others",
      [
        "Indicator", "Warns when", "Events predicted", "Warnings that came true",
        "How often the event happens at all", "Median lead, months",
      ],
      found.warnings.map { warning in
        [
          warning.indicator, "\(warning.direction) \(Phrase.plain(warning.threshold))",
          warning.told.trials > 0 ? warning.told.words : "no event held out",
          warning.cameTrue.trials > 0 ? warning.cameTrue.words : "no warning held out", warning.events.short,
          Phrase.number(warning.medianLead),
        ]
      })
  }

  private var stresses: Page.Block {
    .table(
      "The smallest change for the worse that makes the event more likely than not",
      ["Driver", "Change", "Likelihood there"],
      found.stresses.map { stress in
        let sign = stress.isFactor ? "× " : "+ "
        if stress.runs == 0 {
          return [stress.title, "none: it is already more likely than not", stress.now.words]
        }
        return stress.breaking.isNaN
          ? [stress.title, "not even \(sign)\(Phrase.plain(stress.most))", stress.atMost.words]
          : [stress.title, sign + Phrase.plain(stress.breaking), stress.atBreaking.words]
      })
  }

  private var sureness: [String] {
    let risk = found.net
    let inputs = risk.acrossInputs
    return [
      "Confidence: \(risk.confidence): \(risk.confidenceReason).", "Direction of travel: \(risk.direction).",
      "Bands: \(risk.profile); \(found.profileSource).",
      "Made from \(manifest.scenario), \(risk.likelihood.trials) replications, seed \(manifest.seed), scenario "
        + "\(manifest.scenarioHash.prefix(12)), model \(manifest.modelVersion), data as of \(manifest.dataAsOf).",
    ]
      + (inputs.p50.isNaN
        ? []
        : [
          "Across the uncertain inputs the likelihood runs from \(Phrase.percent(inputs.p05)) (5th percentile) over "
            + "\(Phrase.percent(inputs.p50)) to \(Phrase.percent(inputs.p95)) (95th)."
        ])
  }
}
