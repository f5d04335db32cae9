import Notation

/// Share still there after each length of time (Kaplan and Meier), for up to four groups, with the numbers at risk.
package struct SurvivalChart: AdaptiveChart {
  /// The share just after one time.
  package struct Step: Sendable, Equatable {
    package let time, share, lower, upper: Double
    package let atRisk: Int

    package init(time: Double, share: Double, lower: Double, upper: Double, atRisk: Int) {
      (self.time, self.share, self.lower, self.upper) = (time, share, lower, upper)
      self.atRisk = atRisk
    }
  }

  /// One curve; its steps in order of time.
  package struct Group: Sendable, Equatable {
    package let label: String
    package let steps: [Step]

    package init(label: String, steps: [Step]) {
      self.label = label
      self.steps = steps
    }
  }

  package let groups: [Group]
  /// What the time is counted in, for example `years since starting`.
  package let timeUnit: String
  /// What remains, for example `still in post`.
  package let quantity: String
  package var isNarrow = false

  /// Up to four groups are drawn; there must not be more.
  package init(groups: [Group], timeUnit: String, quantity: String) {
    precondition(groups.count <= 4, "more than four curves cannot be told apart")
    (self.groups, self.timeUnit, self.quantity) = (groups, timeUnit, quantity)
  }

  package var table: ChartTable {
    let percent = ValueFormat.percent
    return ChartTable(
      columns: ["Group", "Time, \(timeUnit)", "Share", "95% interval", "At risk"],
      rows: groups.flatMap { group in
        group.steps.map {
          [
            group.label, ValueFormat(decimals: 2).text($0.time), percent.text($0.share),
            "\(percent.text($0.lower)) to \(percent.text($0.upper))", String($0.atRisk),
          ]
        }
      })
  }
}
