import Results

/// The 24 items of STRESS-DES, filled by what a result says.
///
/// T. Monks, C. S. M. Currie, B. S. Onggo, S. Robinson, M. Kunc and S. J. E. Taylor, Strengthening the reporting of
/// empirical simulation studies, Journal of Simulation 13, 2019. What each item asks for is said here in our words.
struct StressChecklist {
  let facts: StudyFacts
  let manifest: Manifest

  init(_ result: ResultSet) {
    facts = StudyFacts(result)
    manifest = result.manifest
  }

  var checklist: Checklist {
    Checklist(
      title: "STRESS-DES: \(manifest.title)",
      introduction: [
        "The 24 items of the STRESS-DES guidelines (Monks and others, Journal of Simulation 13, 2019), filled from the "
          + "files of this result. What the program does not know is listed as not reported."
      ],
      items: objectives + logic + components + data + experimentation + implementation,
      origin: manifest.originLine)
  }

  private var objectives: [Checklist.Item] {
    [
      .init(
        number: "1.1", title: "Purpose of the model",
        asks: "Why the model was made and what question it is to answer.",
        standing: manifest.question.isEmpty ? .notReported : .inPart,
        answer: manifest.question.isEmpty ? [] : ["The scenario asks: \(manifest.question)"],
        missing: ["the background, and the decision that the study informs"]
          + (manifest.question.isEmpty ? ["the question: add `question:` to the scenario"] : [])),
      .init(
        number: "1.2", title: "Model outputs",
        asks: "Every reported quantity, how it is computed, and its error.",
        answer: [
          "Means have 95% intervals by Student's t over replications; ranges are quantiles over replications (P5, P10, "
            + "P25, P50, P75, P90, P95). Readings are taken at month ends. The page Measures of the documentation "
            + "defines each measure."
        ], columns: ["Measure", "Unit", "A year is"], rows: facts.measures),
      .init(
        number: "1.3", title: "Aims of the experiments",
        asks: "Which scenarios, design or search the model was used for.",
        standing: .inPart,
        answer: [
          "This result is of one scenario, \(manifest.title)."
            + (changes.isEmpty ? "" : " It changes: \(changes.joined(separator: "; ")).")
        ],
        missing: ["why this scenario was chosen, and which others it is compared with"]),
    ]
  }

  /// Overlays and settings on top of the scenario's file.
  private var changes: [String] {
    manifest.overlays.map { "overlay \($0)" } + manifest.settings.map { "setting \($0)" }
  }

  private var logic: [Checklist.Item] {
    [
      .init(
        number: "2.1", title: "Diagram of the base model",
        asks: "The flow of the model as a diagram or description.",
        standing: facts.stages.isEmpty ? .notReported : .reported,
        answer: ["The pathway as the scenario sets it: each stage, and where children go from it."],
        columns: ["Stage", "Leads to (share of those who leave)"],
        rows: facts.stages.map { stage in
          let exits = facts.exits(of: stage).map { "\($0.exit) \($0.share)" }
          return [StudyFacts.words(stage), exits.isEmpty ? "no shares set" : exits.joined(separator: ", ")]
        }),
      .init(
        number: "2.2", title: "Logic of the base model",
        asks: "How the model works, in enough detail to rebuild it.",
        answer: [
          "A referred child enters the front door, is in one stage at a time, stays in it for a drawn time, and leaves by a "
            + "drawn exit. A stage that a team holds needs a worker of that team; if none has room the child waits, "
            + "and the stage makes no progress until a worker is free. Workers start, fall ill, become "
            + "overloaded, move and leave, each mechanism only where the scenario switches it on; each vacancy is advertised "
            + "and filled after its steps. The documentation's pages Pathway, Workforce, Recruitment and Money give each rule."
        ]),
      .init(
        number: "2.3", title: "Logic of the scenario", asks: "How the scenario differs from the base model.",
        answer: changes.isEmpty
          ? ["Nothing was changed in the scenario's file: this is the base model."]
          : [
            "It differs from its file in: \(changes.joined(separator: "; ")). parameters.csv names the file and line of every value."
          ]),
      .init(
        number: "2.4", title: "Algorithms",
        asks: "Rules and equations that represent decisions or processes.",
        answer: [
          "A child goes to the worker of the team with the smallest weighted caseload over norm, full-time equivalent and "
            + "induction, if there is room below the cap. Workers leave when an integrated hazard reaches a drawn threshold; "
            + "the hazard depends on tenure, role, caseload and support. Every draw belongs to a person and a purpose, so "
            + "that two scenarios with one seed meet the same people. The decisions in the documentation give the reasons."
        ]),
    ]
  }

  private var components: [Checklist.Item] {
    let teams = facts.stages.map { stage in
      let team = facts.value("pathway.\(stage).heldBy")
      return [
        StudyFacts.words(stage), facts.duration(of: stage), team.isEmpty ? "nobody" : StudyFacts.words(team),
      ]
    }
    return [
      .init(
        number: "2.5.1", title: "Entities", asks: "What moves through the model, with its attributes.",
        answer: [
          "Children (age, stage, placement, worker, earlier visits) and workers (role, team, tenure, newly qualified or "
            + "not, agency or permanent, caseload, absence). Families are not separate entities."
        ]),
      .init(
        number: "2.5.2", title: "Activities", asks: "What the entities take part in, and how long it takes.",
        columns: ["Stage", "Duration", "Held by"], rows: teams),
      .init(
        number: "2.5.3", title: "Resources", asks: "What the activities use, and where.",
        answer: ["Posts by team and role, in full-time equivalents:"],
        columns: ["Team", "Role", "Posts", "Source"], rows: facts.posts),
      .init(
        number: "2.5.4", title: "Queues", asks: "Where entities wait, and in what order they are served.",
        answer: [
          "Children without a worker wait in a list for each team: by the priority of their stage; within a stage, those whose "
            + "worker has left come before those who never had one, and then first come, first served. A list has a limit only "
            + "where the scenario sets one. There are also waits for recruitment rounds, agency requests and limited places."
        ]),
      .init(
        number: "2.5.5", title: "Entry and exit points", asks: "Where entities arrive and leave.",
        answer: [
          "Children enter by referral (\(facts.value("demand.referralsPerYear")) a year at the start, with months, weekdays "
            + "and siblings), by return after closure, and as unaccompanied or remanded children; they leave by closure, by "
            + "ageing out, and at the end. Workers enter by recruitment or through an agency, and leave by resignation, "
            + "retirement, dismissal, or for agency work."
        ]),
    ]
  }
}
