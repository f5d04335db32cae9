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
      blocks: (manifest.changed.map { [.paragraph("\(manifest.scenario). \($0)")] } ?? [])
        + [
          .quote(found.paragraph), described,
          .link("The report of this result, with all risks", ResultFile.report),
        ]
        + section("Where the risk stands", states) + section("How bad it could be", impacts)
        + (found.controls.isEmpty ? [] : section("What the controls are worth", controls))
        + section("Early warning", warnings) + usefulness
        + (found.stresses.isEmpty ? [] : section("How far it is from more likely than not", stresses))
        + section("How certain this is", .list(sureness)))
  }

  private func section(_ heading: String, _ block: Page.Block) -> [Page.Block] { [.heading(heading), block] }

  private var states: Page.Block {
    .table(
      "Likelihood and cell of the register, by state of the controls",
      [
        "State", "Likelihood of the event", "Beside net, in the same futures", "Impact",
        "Likelihood of that impact or worse", "Score", "Median months to the event, where it happens",
      ],
      found.states.map { state in
        [
          state.state.rawValue, state.likelihood.words, state.state == .net ? "–" : state.changeWords,
          "\(state.impactBand) \(state.impactLabel)",
          state.cellLikelihoodWords,
          state.scoreWords,
          state.typicalMonths.isFinite ? Phrase.number(state.typicalMonths) : "not seen",
        ]
      })
  }

  private var impacts: Page.Block {
    .table(
      "Likelihood of each impact or worse, net", ["Impact", "Likelihood", "Likelihood band", "Product"],
      found.impacts.enumerated().map { place, impact in
        [
          "\(place + 1) \(impact.label)", impact.likelihood.words,
          impact.isCertain ? "\(impact.band) \(impact.bandLabel)" : "not told",
          impact.isCertain ? "\((place + 1) * impact.band)" : "not told",
        ]
      })
  }

  private var controls: Page.Block {
    func words(_ change: Spread, _ text: (Double) -> String) -> String {
      guard change.mean.isFinite else { return "–" }
      let interval = "\(text(change.mean)) (\(text(change.lower)) to \(text(change.upper)))"
      return change.isApart ? interval : "not told apart from none: \(interval)"
    }
    return .table(
      "What removing a control adds, in the same \(found.controls[0].replications) futures (mean, 95% interval)",
      ["Control", "Likelihood, points", "Cost", "Fair share of all controls, points"],
      found.controls.map { control in
        [
          control.title, words(control.likelihood, RiskRow.points), words(control.cost, Phrase.pounds),
          words(control.fairLikelihood, RiskRow.points),
        ]
      })
  }

  private var warnings: Page.Block {
    guard !found.warnings.isEmpty else {
      return .paragraph(
        "No threshold is offered: either the event, or its absence, is too rare among the even-numbered simulated futures on "
          + "which a threshold would be chosen, or no indicator predicted it better than its frequency alone."
      )
    }
    return .table(
      "Chosen on the even-numbered simulated futures, reported on the others",
      [
        "Indicator", "Warns when", "Events predicted", "Warnings that came true",
        "How often the event happens at all", "Median lead, months", "Useful",
      ],
      found.warnings.map { warning in
        [
          warning.indicator, "\(warning.direction) \(Phrase.plain(warning.threshold))",
          warning.told.trials > 0 ? warning.told.words : "no event held out",
          warning.cameTrue.trials > 0 ? warning.cameTrue.words : "no warning held out", warning.events.short,
          Phrase.number(warning.medianLead), warning.isUseful ? "yes" : "no",
        ]
      })
  }

  /// When a warning counts as useful, and that none does.
  private var usefulness: [Page.Block] {
    guard !found.warnings.isEmpty else { return [] }
    let none =
      found.warnings.contains(where: \.isUseful) ? "" : "No useful early warning was found. "
    return [
      .paragraph(
        none
          + "A warning is useful if it tells at least half of the events held out, and comes true more often than "
          + "the event happens at all (lower end of the 95% interval).")
    ]
  }

  private var stresses: Page.Block {
    .table(
      "The smallest change for the worse that makes the event more likely than not, in the first "
        + "\(found.stresses[0].now.trials) futures",
      [
        "Driver", "Change", "Likelihood there", "Surely less likely than not at, surely more likely at (95%)",
      ],
      found.stresses.map { stress in
        let sign = stress.isFactor ? "× " : "+ "
        if stress.runs == 0 {
          return [stress.title, "none: it is already more likely than not", stress.now.words, "–"]
        }
        let range = [stress.surelyBelow, stress.surelyAbove].map {
          $0.isFinite ? sign + Phrase.plain($0) : "not told"
        }.joined(separator: ", ")
        return stress.breaking.isNaN
          ? [stress.title, "not even \(sign)\(Phrase.plain(stress.most))", stress.atMost.words, range]
          : [stress.title, sign + Phrase.plain(stress.breaking), stress.atBreaking.words, range]
      })
  }

  private var sureness: [String] {
    let risk = found.net
    let inputs = risk.acrossInputs
    return [
      "Confidence: \(risk.confidence): \(risk.confidenceReason).", "Direction of travel: \(risk.direction).",
      "Bands: \(risk.profile); \(found.profileSource).",
      "Made from \(manifest.scenario), \(risk.likelihood.trials) simulated futures, seed \(manifest.seed), scenario "
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
