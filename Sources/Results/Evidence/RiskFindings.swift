/// All that was found out about one risk, as plain data: its rows in the tables, its page and its paragraph are made
/// from it.
package struct RiskFindings: Sendable {
  /// How likely an impact, or a worse one, is, with its likelihood band from 1.
  package struct Impact: Sendable {
    package let label: String
    package let likelihood: Likelihood
    package let band: Int
    package let bandLabel: String
    /// Whether the interval of the likelihood lies in one band.
    package let isCertain: Bool

    package init(label: String, likelihood: Likelihood, band: Int, bandLabel: String, isCertain: Bool) {
      (self.label, self.likelihood) = (label, likelihood)
      (self.band, self.bandLabel, self.isCertain) = (band, bandLabel, isCertain)
    }
  }

  package var cause = "", consequence = ""
  /// The event in words.
  package var means = ""
  /// Where the profile's bands come from.
  package var profileSource = ""
  /// The risk as it stands.
  package var net: RiskRow
  /// Gross and target, where they were run.
  package var others: [RiskRow] = []
  package var impacts: [Impact] = []
  package var controls: [RiskControlRow] = []
  package var stresses: [RiskStressRow] = []
  package var warnings: [RiskWarningRow] = []
  package var thresholds: [RiskThreshold] = []
  package init(_ net: RiskRow) { self.net = net }

  /// The states in the order gross, net, target.
  package var states: [RiskRow] {
    others.filter { $0.state == .gross } + [net] + others.filter { $0.state == .target }
  }

  /// The tables of a register's risks.
  package static func files(_ all: [RiskFindings], _ manifest: Manifest) -> [WholeFile.Prepared] {
    [
      RiskRow.table.file(all.flatMap(\.states), manifest),
      RiskControlRow.table.file(all.flatMap(\.controls), manifest),
      RiskWarningRow.table.file(all.flatMap(\.warnings), manifest),
      RiskStressRow.table.file(all.flatMap(\.stresses), manifest),
      RiskThreshold.table.file(all.flatMap(\.thresholds), manifest),
    ]
  }
}
