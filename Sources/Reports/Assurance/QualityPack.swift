import Notation
import Results

/// The assurance pack of the AQuA Book (HM Treasury and the Government Analysis Function): scope, specification,
/// assumptions log, data log, verification, validation, uncertainty, limits, change control, sign-off.
struct QualityPack {
  let result: ResultSet
  let facts: StudyFacts

  init(_ result: ResultSet) {
    self.result = result
    facts = StudyFacts(result)
  }

  var checklist: Checklist {
    Checklist(
      title: "Quality assurance: \(result.manifest.title)",
      introduction: [
        "An analytical assurance pack of the kind that the AQuA Book asks for, filled in from the files of this result. What only "
          + "people can say is listed as not reported: fill it in before the analysis is used."
      ],
      items: [
        roles, scope, specification, assumptions, dataLog, verification, validation, uncertainty, limits,
        changes,
        signOff,
      ], origin: result.manifest.originLine)
  }

  private var roles: Checklist.Item {
    .init(
      number: "1", title: "Roles",
      asks: "Who commissions, analyses, assures and approves; no one assures their own work.",
      standing: .notReported,
      missing: ["the commissioner", "the analyst", "the assurer", "the approver"])
  }

  private var scope: Checklist.Item {
    let question = result.manifest.question
    return .init(
      number: "2", title: "Question and scope", asks: "What is to be decided, and what is out of scope.",
      standing: question.isEmpty ? .notReported : .inPart,
      answer: question.isEmpty ? [] : ["The scenario asks: \(question)"],
      missing: [
        "the decision that the analysis informs, its date and what depends on it",
        "how much assurance is proportionate",
      ])
  }

  private var specification: Checklist.Item {
    let m = result.manifest
    return .init(
      number: "3", title: "Specification", asks: "Exactly what was run, so that it can be run again.",
      columns: ["What", "Is"],
      rows: [
        ["Scenario", "\(m.title), hash \(m.scenarioHash)"], ["Period", "\(m.startDate) to \(m.endDate)"],
        ["Model version", m.modelVersion + (m.commit.isEmpty ? "" : ", commit \(m.commit)")],
        ["Replications", "\(m.replicationsDone) of \(m.replicationsWanted), seed \(m.seed)"],
        ["Command", m.command.map(AgainSection.quoted).joined(separator: " ")],
      ] + m.scenarioFiles.map { ["File \($0.name)", "SHA-256 \($0.sha256)"] })
  }

  private var assumptions: Checklist.Item {
    let log = Assumptions(result.parameters)
    return .init(
      number: "4", title: "Assumptions log",
      asks: "Every assumption, how good its evidence is, and how much it matters.",
      standing: .inPart,
      answer: ["\(log.counts). \(AssumptionRating.explanation)"],
      columns: ["Rating", "Value", "Set to", "Range", "Source", "Set in"],
      rows: log.rated.filter { $0.rating != .choice }.map { rating, row in
        [rating.word, row.path, "\(row.value) \(row.unit)", row.uncertain, row.source, row.from]
      },
      missing: ["how much each red and amber value matters to the answer", "who accepts the red ones"])
  }

  private var dataLog: Checklist.Item {
    let releases = result.observed.map(\.release).uniqued
    return .init(
      number: "5", title: "Data log", asks: "Every source of data, its date and its known faults.",
      standing: facts.publications.isEmpty ? .notReported : .inPart,
      answer: [
        "Data as of \(result.manifest.dataAsOf). Published figures from \(Words.count(releases.count, "release")) were compared with the result."
      ],
      columns: ["Source", "Values that rest on it"],
      rows: facts.publications + releases.map { [$0, "compared with the result, not used in it"] },
      missing: ["who checked the figures against their publications, and when"])
  }

  private var verification: Checklist.Item {
    let holding = result.checks.count { $0.holds }
    return .init(
      number: "6", title: "Verification", asks: "Whether the model does what it was specified to do.",
      standing: .inPart,
      answer: [
        "\(holding) of \(result.checks.count) balances hold (opening + in - out = closing) at "
          + "\(Phrase.number(result.checks.map(\.monthsChecked).max() ?? 0)) month ends. "
          + "`caseload verify` compares the program with exact answers from queueing, stock and renewal theory."
      ],
      columns: ["Balance", "Largest residual", "Tolerance", "Holds"],
      rows: result.checks.map {
        [
          $0.balance, PlainNumber.text($0.largestResidual, digits: 3),
          PlainNumber.text($0.tolerance, digits: 3),
          $0.holds ? "yes" : "NO",
        ]
      }, missing: ["the output of `caseload verify` with this version"])
  }

  private var validation: Checklist.Item {
    let section = ObservedSection(result)
    guard !section.pairs.isEmpty else {
      return .init(
        number: "7", title: "Validation", asks: "Whether the model is close enough to reality for its use.",
        standing: .notReported,
        missing: ["published figures beside the simulated ones: run with `--observed`", "a backtest"])
    }
    return .init(
      number: "7", title: "Validation", asks: "Whether the model is close enough to reality for its use.",
      standing: .inPart,
      answer: [
        section.coverage("the simulated 80% range")
          + " About four in five would if the ranges were right. The latest of each headline:"
      ],
      columns: ["Measure", "Date", "Published", "Simulated median (80% range)", "Inside"],
      rows: section.latest.map { label, pair in
        let format = MeasureFormat(unit: pair.figure.unit)
        return [
          label, pair.figure.date.description, format.text(pair.figure.value),
          format.median(of: pair.simulated ?? .none), pair.isInside == true ? "yes" : "no",
        ]
      }, missing: ["a backtest, and the judgement of people who know the service"])
  }

  private var uncertainty: Checklist.Item {
    let uncertain = result.parameters.filter { !$0.uncertain.isEmpty }
    return .init(
      number: "8", title: "Uncertainty",
      asks: "What is uncertain, how much of it the ranges cover, and what drives it.",
      standing: .inPart,
      answer: [
        "Ranges are quantiles over \(Words.count(result.manifest.replicationsDone, "replication")). "
          + "\(Words.count(uncertain.count, "value")) of \(result.parameters.count) state a range of their own. "
          + PrecisionLines(result).lines(10_000, TextStyle(hasColour: false)).joined(separator: " "),
        "No range includes what the model leaves out.",
      ], missing: ["which inputs drive the answer (a sensitivity analysis)"])
  }

  private var limits: Checklist.Item {
    let warnings = result.allWarnings
    return .init(
      number: "9", title: "Limits", asks: "What the analysis must not be used for.",
      standing: .inPart,
      answer: (warnings.isEmpty ? ["The run gave no warnings."] : warnings.map { "Warning: \($0)" })
        + ["The page Limits of the documentation says what is not modelled."],
      missing: ["what these limits mean for this decision"])
  }

  private var changes: Checklist.Item {
    let m = result.manifest
    let laid = m.overlays.map { ["Overlay", $0] } + m.settings.map { ["Setting", $0] }
    return .init(
      number: "10", title: "Change control",
      asks: "What changed since the last version, by whom, and whether it was checked.",
      standing: .inPart,
      answer: laid.isEmpty
        ? ["Nothing was changed in the scenario's file. `caseload diff` compares two results."]
        : ["Changed from the scenario's file:"],
      columns: laid.isEmpty ? [] : ["Kind", "Change"], rows: laid,
      missing: ["the log of changes to the scenario, and the review of each"])
  }

  private var signOff: Checklist.Item {
    .init(
      number: "11", title: "Fitness for purpose",
      asks: "Whether the analysis is fit for its purpose, signed by the approver.",
      standing: .notReported,
      answer: result.manifest.checksHold && !result.manifest.interrupted
        ? [] : ["The run is unfinished or does not balance: it is not fit for any purpose."],
      missing: ["the assurer's statement", "the approver's sign-off, with the date"])
  }
}
