import Experiments
import Results
import ScenarioFiles
import ServiceModel
import Statistics

extension RiskRuns {
  /// What each control is worth, from the sets of controls that were run.
  static func worth(_ risk: Risk, _ bySet: [Int: RiskAssessment], all: Int) -> [RiskControlRow] {
    guard let net = bySet[all] else { return [] }
    func breaches(_ assessment: RiskAssessment) -> [Double] {
      assessment.outcomes.map { $0.breach == nil ? 0 : 1 }
    }
    func pounds(_ assessment: RiskAssessment) -> [Double] { assessment.outcomes.map(\.pounds) }
    /// A set is worth what it takes off: the shares add up to gross less net. None where not every set was run.
    func shares(_ value: (RiskAssessment) -> [Double]) -> [Double] {
      guard bySet.count == all + 1 else { return risk.controls.map { _ in .nan } }
      let worth = (0...all).map { set in bySet[set].map { -Spread(value($0)).mean } ?? 0 }
      return ShapleyValue.shares(parts: risk.controls.count, worth: worth)
    }
    let (likelihoods, costs) = (shares(breaches), shares(pounds))
    return risk.controls.enumerated().compactMap { place, control in
      guard let without = bySet[all & ~(1 << place)] else { return nil }
      var row = RiskControlRow.blank
      (row.risk, row.id, row.title) = (risk.id, control.id, control.title)
      (row.replications, row.net) = (net.count, net.likelihood.share)
      row.likelihood = Spread(zip(breaches(without), breaches(net)).map { $0 - $1 })
      row.cost = Spread(zip(pounds(without), pounds(net)).map { $0 - $1 })
      (row.fairLikelihood, row.fairCost) = (likelihoods[place], costs[place])
      row.sets = control.sets.joined(separator: "; ")
      return row
    }
  }

  /// The values of a stress of that size, as `path=value` texts.
  func sets(_ stress: Risk.Stress, _ change: Double) throws(EvidenceFailure) -> [String] {
    let settings = runs.result.scenario.settings
    func changed(_ number: Double) -> Double { stress.isFactor ? number * change : number + change }
    var sets: [String] = []
    for path in stress.paths {
      guard let setting = settings[path] else {
        let near = Suggestion.nearest(to: path, among: settings.keys.sorted())
        throw EvidenceFailure(
          "error[unknown-path]: a stress names '\(path)', and there is no such parameter"
            + (near.map { "\nhelp: did you mean '\($0)'?" } ?? ""))
      }
      switch setting.value {
      case .number(let number)?: sets.append("\(path)=\(changed(number))")
      case .whole(let whole)?: sets.append("\(path)=\(Int(changed(Double(whole)).rounded()))")
      case .numbers(let numbers)?:
        sets.append("\(path)=[\(numbers.map { "\(changed($0))" }.joined(separator: ", "))]")
      default:
        throw EvidenceFailure("error[not-a-number]: a stress changes '\(path)', which is not a number")
      }
    }
    return sets
  }
}
