import ServiceModel
import Statistics

extension RiskRuns {
  /// What each control is worth, from the sets of controls that were run.
  func worths(_ risk: Risk, _ bySet: [Int: RiskAssessment], all: Int) -> [Worth] {
    guard let net = bySet[all] else { return [] }
    func breaches(_ assessment: RiskAssessment) -> [Double] {
      assessment.outcomes.map { $0.breach == nil ? 0 : 1 }
    }
    func pounds(_ assessment: RiskAssessment) -> [Double] { assessment.outcomes.map(\.pounds) }
    var likelihood: [Double] = []
    var money: [Double] = []
    if bySet.count == all + 1 {
      // A set is worth what it takes off: the shares add up to gross less net.
      func worth(_ value: (RiskAssessment) -> [Double]) -> [Double] {
        (0...all).map { set in bySet[set].map { -Spread(value($0)).mean } ?? 0 }
      }
      likelihood = ShapleyValue.shares(parts: risk.controls.count, worth: worth(breaches))
      money = ShapleyValue.shares(parts: risk.controls.count, worth: worth(pounds))
    }
    return risk.controls.enumerated().compactMap { place, control in
      guard let without = bySet[all & ~(1 << place)] else { return nil }
      return Worth(
        control: control, breaches: zip(breaches(without), breaches(net)).map { $0 - $1 },
        pounds: zip(pounds(without), pounds(net)).map { $0 - $1 },
        shapleyLikelihood: likelihood.isEmpty ? nil : likelihood[place],
        shapleyPounds: money.isEmpty ? nil : money[place])
    }
  }

  /// The values of a stress of that size, as `path=value` texts.
  func sets(_ stress: Risk.Stress, _ change: Double) throws(EvidenceFailure) -> [String] {
    let settings = runs.result.scenario.settings
    var sets: [String] = []
    for path in stress.paths {
      guard let setting = settings[path] else {
        let near = Suggestions.path(path, among: settings.keys.sorted())
        throw EvidenceFailure(
          "error[unknown-path]: a stress names '\(path)', and there is no such parameter"
            + (near.map { "\nhelp: did you mean '\($0)'?" } ?? ""))
      }
      func changed(_ number: Double) -> Double { stress.isFactor ? number * change : number + change }
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
