import Dates
import Parameters

/// A small set of parameters with one of every kind, for the tests of this room.
struct Town: ParameterSet {
  enum Style: String, CaseIterable, Sendable { case careful, bold }

  var run = Run()
  var demand = Demand()
  var levers = Levers()

  static let table: [Parameter<Town>] =
    Run.table.lifted(to: \.run, under: "run") + Demand.table.lifted(to: \.demand, under: "demand")
    + Levers.table.lifted(to: \.levers, under: "levers")

  func contradictions() -> [Contradiction] {
    var found: [Contradiction] = []
    let sum = demand.shareHome + demand.shareAway
    if abs(sum - 1) > 1e-9 {
      found.append(
        Contradiction(
          .error, ["demand.shareHome", "demand.shareAway"], code: "sum-not-one",
          "The shares sum to \(sum), not 1.", help: "change one of them"))
    }
    if run.replications < 30 {
      found.append(
        Contradiction(.warning, ["run.replications"], code: "few-replications", "So few are imprecise."))
    }
    if run.ends <= run.starts {
      found.append(
        Contradiction(
          .error, ["run.ends", "run.starts"], code: "ends-early", "The run ends before it starts."))
    }
    return found
  }
}

struct Run: ParameterGroup {
  var starts = CivilDate(2015, 4, 1)
  var ends = CivilDate(2025, 3, 31)
  var replications = 200
  var seed = 1

  static let table: [Parameter<Run>] = [
    .init("starts", \.starts, .modelChoice, "The first day."),
    .init("ends", \.ends, .modelChoice, "The last day."),
    .init(
      "replications", \.replications, .count, 1...100_000, .modelChoice, "How often the run is repeated."),
    .init("seed", \.seed, .none, 0...2_000_000_000, .modelChoice, "What the random numbers start from."),
  ]
}

struct Demand: ParameterGroup {
  var referralsPerYear = 3000.0
  var shareHome = 0.75
  var shareAway = 0.25
  var byMonth = [1.0, 2, 3]

  static let table: [Parameter<Demand>] = [
    .init(
      "referralsPerYear", \.referralsPerYear, .perYear, 0...20_000, .published("DfE 2015, table \"A1\": all"),
      "Referrals in a year."),
    .init("shareHome", \.shareHome, .share, 0...1, .assumption("a guess"), "Share that stays at home."),
    .init("shareAway", \.shareAway, .share, 0...1, .derived("one less the other"), "Share that moves."),
    .init(
      "byMonth", \.byMonth, .ratio, 0...12, .anyLength, .modelChoice,
      "Weight of each month, any number of them."),
  ]
}

struct Levers: ParameterGroup {
  var payment = Payment()
  var isOpen = true
  var style = Town.Style.careful
  var limit: Double?

  static let table: [Parameter<Levers>] =
    Payment.table.lifted(to: \.payment, under: "payment") + [
      .init("isOpen", \.isOpen, .modelChoice, "Whether the door is open."),
      .init("style", \.style, .modelChoice, "How decisions are made."),
      .init("limit", \.limit, .children, 1...500, .modelChoice, "The most children, or no limit when unset."),
    ]
}

struct Payment: ParameterGroup {
  var pounds = 0.0
  var hazardRatio = 1.0

  static let table: [Parameter<Payment>] = [
    .init("pounds", \.pounds, .pounds, 0...50_000, .modelChoice, "What is paid."),
    .init("hazardRatio", \.hazardRatio, .ratio, 0...5, .modelChoice, "What it does to leaving."),
  ]
}
