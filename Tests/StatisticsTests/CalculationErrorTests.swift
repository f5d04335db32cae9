import Testing

@testable import Statistics

@Suite("Calculations refuse with a sentence")
struct CalculationErrorTests {
  struct Refusal: Sendable, CustomTestStringConvertible {
    let name: String
    let inputs: [String: CalculationValue]
    let sentence: String
    var testDescription: String { sentence }
  }

  static let refusals: [Refusal] = [
    Refusal(
      name: "mmc", inputs: ["lam": 1, "mu": 2, "c": 1, "lamda": 3],
      sentence:
        "The input 'lamda' is not known here; the inputs are lam, mu, mean_interarrival, mean_service, c, t."),
    Refusal(name: "mmc", inputs: ["mu": 2, "c": 1], sentence: "The input 'lam' is missing."),
    Refusal(
      name: "mmc", inputs: ["lam": "fast", "mu": 2, "c": 1],
      sentence: "The input 'lam' must be a number, but is a text."),
    Refusal(
      name: "mmc", inputs: ["lam": 1, "mu": 2, "c": 1.5],
      sentence: "The input 'c' is 1.5, but must be a whole number from 0 to 1000000."),
    Refusal(
      name: "mmc", inputs: ["lam": .number(.infinity), "mu": 2, "c": 1],
      sentence: "The input 'lam' is inf, but must be finite."),
    Refusal(
      name: "mmc", inputs: ["lam": 3, "mu": 2, "c": 1],
      sentence: "There is no steady state: the offered load is 1.5 of the capacity, and must be below 1."),
    Refusal(
      name: "mmc", inputs: ["mean_interarrival": 0, "mean_service": 1, "c": 1],
      sentence: "The input 'mean_interarrival' is 0.0, but must be above zero."),
    Refusal(
      name: "cobham", inputs: ["lam": 2, "mu": 2, "c": 1],
      sentence: "The input 'lam' must be a list of numbers, but is a number."),
    Refusal(
      name: "cobham", inputs: ["lam": .table([]), "mu": 2, "c": 1],
      sentence: "The input 'lam' must hold at least one rate."),
    Refusal(
      name: "cobham", inputs: ["lam": .texts([]), "mu": 2, "c": 1],
      sentence: "The input 'lam' must hold at least one rate."),
    Refusal(
      name: "erlang-table", inputs: ["pairs_c_a": .table([[0, 1]])],
      sentence: "The input 'pairs_c_a' is 0.0, but must be 1 or more."),
    Refusal(
      name: "grade-stocks", inputs: ["P": .table([[1]]), "n0": .list([1]), "R": 1, "r": .list([1])],
      sentence: "The input 'P' must hold a way out of every grade."),
    Refusal(
      name: "erlang-table", inputs: ["pairs_c_a": .list([1, 2])],
      sentence: "The input 'pairs_c_a' must be a table of numbers, but is a list of numbers."),
    Refusal(
      name: "erlang-table", inputs: ["pairs_c_a": .table([[1, 2, 3]])],
      sentence: "The input 'pairs_c_a' must hold rows of two numbers."),
    Refusal(
      name: "two-kind-loss", inputs: ["lam": 1, "p": 1.5, "mu": .list([1, 2])],
      sentence: "The input 'p' is 1.5, but must be between 0 and 1."),
    Refusal(
      name: "two-kind-loss", inputs: ["lam": 1, "p": 0.5, "mu": .list([1])],
      sentence: "The input 'mu' must hold exactly 2 numbers."),
    Refusal(
      name: "mginf-steady", inputs: ["lam": 1, "mean": 2, "dists": .texts(["cauchy"])],
      sentence:
        "The input 'dists' must hold names like exp, det, lnorm_cv1.2, gamma_shape2, not 'cauchy'."),
    Refusal(
      name: "mginf-steady", inputs: ["lam": 1, "mean": 2, "dists": .table([[1]])],
      sentence: "The input 'dists' must be a list of texts, but is a table of numbers."),
    Refusal(
      name: "t-interval", inputs: ["x": .list([1, 2]), "conf": 1],
      sentence: "The input 'conf' is 1.0, but must be strictly between 0 and 1."),
    Refusal(
      name: "t-interval", inputs: ["x": .list([1])], sentence: "The input 'x' must hold at least two numbers."
    ),
    Refusal(
      name: "t-interval", inputs: ["x": 4],
      sentence: "The input 'x' must be a list of numbers, or a text that describes one, but is a number."),
    Refusal(
      name: "paired-comparison", inputs: ["A": .list([1, 2]), "B": .list([1])],
      sentence: "The input 'B' must hold as many numbers as 'A', and at least two."),
    Refusal(
      name: "proportion-intervals", inputs: ["k_n": .table([[3, 2]])],
      sentence: "The input 'k_n' must hold successes and at least as many trials."),
    Refusal(
      name: "quantile-ranks", inputs: ["n_p": .table([[5, 0.5]])],
      sentence: "The input 'n_p' must hold enough numbers to enclose the quantile."),
    Refusal(
      name: "mser5", inputs: ["x": .list([1, 2])],
      sentence: "The input 'x' must hold at least two batches of five."
    ),
    Refusal(
      name: "kaplan-meier", inputs: ["events": .list([]), "censored": .list([])],
      sentence: "The input 'events' must hold some time above zero."),
    Refusal(
      name: "law-parameters",
      inputs: [
        "lognormal": .list([1, 1]), "triangular": .list([1, 2, 3]), "pert": .list([1, 2, 3]), "weibull": 2,
      ],
      sentence: "The input 'weibull' must be a record, but is a number."),
    Refusal(
      name: "tally", inputs: ["x": .record([:])],
      sentence: "The input 'x' must be a list of numbers, or a text that describes one, but is a record."),
  ]

  @Test("A wrong input is named", arguments: refusals)
  func refuses(_ refusal: Refusal) throws {
    let calculation = try #require(Calculation.named(refusal.name))
    let error = #expect(throws: CalculationError.self) { try calculation(refusal.inputs) }
    #expect(error?.description == refusal.sentence)
  }

  @Test func furtherAnswersOnRequest() throws {
    let steady = try #require(Calculation.named("mginf-from-empty"))
    let answers = try steady([
      "lam_per_month": 1, "mean_los_months": 2, "t": .list([1e9]), "dists": .texts(["gamma_shape3"]),
    ])
    #expect(answers["mean"] == .record(["gamma_shape3": .list([2])]))
    let shared = try #require(Calculation.named("shared-capacity"))
    guard case .list(let states)? = try shared(["lam": 1, "mu": 2, "R": 1, "states": 3])["p"] else {
      Issue.record("no states")
      return
    }
    #expect(states == [0.5, 0.25, 0.125])
  }
}
