import Results

extension StressChecklist {
  var data: [Checklist.Item] {
    let assumptions = Assumptions(facts.result.parameters)
    let prepared = facts.rows("derived") + facts.rows("fitted")
    let assumed = assumptions.rated.filter { $0.row.source.lowercased().hasPrefix("assumption") }
    return [
      .init(
        number: "3.1", title: "Data sources", asks: "Every source of data, and when it was collected.",
        standing: facts.publications.isEmpty ? .notReported : .reported,
        answer: ["Data as of \(manifest.dataAsOf). Published sources, and how many values rest on each:"],
        columns: ["Source", "Values"], rows: facts.publications,
        missing: facts.publications.isEmpty ? ["no value names a published source"] : []),
      .init(
        number: "3.2", title: "Preparation of data", asks: "How the data were prepared before use.",
        answer: ["Values that were derived from publications, or fitted to published results:"],
        columns: ["Value", "Set to", "How"], rows: prepared.map { [$0.path, $0.value, $0.source] }),
      .init(
        number: "3.3", title: "Input parameters", asks: "Every input with its value or distribution.",
        answer: [
          "\(facts.result.parameters.count) parameters are listed in parameters.csv with their value, unit, range, source and "
            + "where they were set; \(assumptions.rated.count) are set by the scenario. With a range of uncertainty:"
        ], columns: ["Value", "Set to", "Range"],
        rows: facts.result.parameters.filter { !$0.uncertain.isEmpty }.map {
          [$0.path, $0.value, $0.uncertain]
        }),
      .init(
        number: "3.4", title: "Assumptions", asks: "Every assumption made where there were no data.",
        answer: [
          "\(assumptions.counts). \(AssumptionRating.explanation)",
          "\(assumptions.defaults) parameters keep their defaults, which switch most mechanisms off.",
        ], columns: ["Rating", "Value", "Set to", "Why"],
        rows: assumed.map { [$0.rating.word, $0.row.path, $0.row.value, $0.row.source] }),
    ]
  }

  var experimentation: [Checklist.Item] {
    [
      .init(
        number: "4.1", title: "Initialisation",
        asks: "Whether the system terminates, its warm-up, and its start.",
        answer: [
          "\(manifest.kind.capitalisedFirst): it covers a stated period from a stated start, so there is no warm-up. Start: "
            + "\(manifest.startState)."
        ]),
      .init(
        number: "4.2", title: "Run length", asks: "How long the model runs, and in what unit of time.",
        answer: [
          "From \(manifest.startDate) to \(manifest.endDate), in seconds of simulated time, read at month ends "
            + "(\(facts.result.months.count) of them)."
        ]),
      .init(
        number: "4.3", title: "Estimation",
        asks: "How randomness was handled: replications and intervals.",
        standing: manifest.interrupted ? .inPart : .reported,
        answer: [
          "\(manifest.replicationsDone) of \(manifest.replicationsWanted) independent replications, a number fixed in "
            + "advance. "
            + PrecisionLines(facts.result).lines(10_000, TextStyle(hasColour: false)).joined(separator: " ")
        ]),
    ]
  }

  var implementation: [Checklist.Item] {
    [
      .init(
        number: "5.1", title: "Software", asks: "Language, version and libraries.",
        answer: [
          "caseload \(manifest.modelVersion), written in Swift (\(manifest.toolchain)), with the GNU Scientific Library for "
            + "distributions and Random123 for random numbers."
        ]),
      .init(
        number: "5.2", title: "Random sampling", asks: "The generator, its seeds and its streams.",
        answer: [
          "\(manifest.generator.isEmpty ? "Not recorded" : manifest.generator); seed \(manifest.seed). Scenarios with the same "
            + "seed share their random numbers."
        ]),
      .init(
        number: "5.3", title: "Execution",
        asks: "The order in which events are taken, and how the model is run.",
        answer: [
          "Events in continuous time from one future event list; events of one instant in the order in which they were "
            + "scheduled. Command: `\(manifest.command.map(AgainSection.quoted).joined(separator: " "))`. "
            + "\(Phrase.number(manifest.events)) events."
        ]),
      .init(
        number: "5.4", title: "Computer", asks: "The machine, its processors and memory, and the time taken.",
        standing: .inPart,
        answer: [
          "Host \(manifest.host), \(manifest.jobs) replications at a time, \(Phrase.number(manifest.wallSeconds, decimals: 1)) s, "
            + "\(Phrase.number(manifest.cpuSeconds, decimals: 1)) s of processor time, at most "
            + "\(Phrase.number(manifest.peakMemoryMegabytes, decimals: 0)) MB."
        ], missing: ["the make of the processor"]),
      .init(
        number: "6.1", title: "Access to the code",
        asks: "Where the model can be obtained, and under what licence.",
        standing: .inPart,
        answer: [
          "Free software, GPL-3.0-or-later."
            + (manifest.commit.isEmpty ? "" : " Commit \(manifest.commit).")
            + " The scenario files are kept inside manifest.json, with their SHA-256; scenario hash \(manifest.scenarioHash)."
        ], missing: ["the address at which this version of the code is published"]),
    ]
  }
}
