import Foundation
import Parameters
import ServiceModel
import Testing

/// A parameter as it is declared, wherever it is used: `mean` of every length is one, `perYear` of every band another.
private struct Declared: Hashable {
  let property: String
  /// The group that holds it where keys follow, and what it means where they do not.
  let about: String
}

@Suite("Every parameter is tried")
struct ParameterTests {
  /// Words that stand one or two apart in a chain such as `leaving.perYear` or `pathway.stages[…].weight`, in the tests.
  private var pairs: Set<String> = []
  private let verification: [String]

  init() throws {
    let folder = SourceFile.project.appendingPathComponent("Scenarios/verification")
    verification = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      .filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".json") }
      .map { try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8) }
    for room in ["ServiceModelTests", "ExperimentsTests", "EvidenceTests", "ScenarioFilesTests"] {
      for file in try SourceFile.all(in: "Tests/\(room)") { takePairs(of: file.text) }
    }
  }

  private mutating func takePairs(of text: String) {
    // Twice, since a subscript may have one inside.
    let subscripted = #/(\w)\[[^\[\]]*\]/#
    let withoutSubscripts = text.replacing(subscripted) { $0.output.1 }.replacing(subscripted) { $0.output.1 }
    for chain in withoutSubscripts.split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "." }) {
      let words = chain.split(separator: ".")
      for place in words.indices.dropFirst() {
        pairs.insert("\(words[place - 1]).\(words[place])")
        if place > 1 { pairs.insert("\(words[place - 2]).\(words[place])") }
      }
    }
  }

  static func names<Key: ParameterKey>(of list: Key.Type) -> [String] { Key.allCases.map(\.name) }

  static let lists: [any ParameterKey.Type] = [
    Stage.self, Exit.self, AgeBand.self, Placement.self, Need.self, Team.self, Role.self, TenureBand.self,
    LeavingReason.self, RecruitmentStep.self, GrantKind.self, BudgetLine.self, Partner.self,
    EngagementStep.self, PartnerTask.self, ActionSlot.self, SurgeSlot.self, InspectionSlot.self,
    CohortRoute.self, DirectEntry.self, DriftDriver.self, DriftPair.self,
  ]
  private static let keys = Set(lists.flatMap { names(of: $0) })

  @Test("Each is set in a test or in a scenario of the verification")
  func areSet() {
    var isSet: [Declared: Bool] = [:]
    for parameter in ServiceParameters.table {
      let parts = parameter.path.split(separator: ".").map(String.init)
      var bare = parts.enumerated().filter { $0 == 0 || !Self.keys.contains($1) }.map(\.element)
      if bare.count == 1 { bare.append(parts[parts.count - 1]) }
      let (group, property) = (bare[bare.count - 2], bare[bare.count - 1])
      let isKeyed = Self.keys.contains(parts[parts.count - 1])
      let about = isKeyed ? group : parameter.meaning.components(separatedBy: ": ").last ?? ""
      let declared = Declared(property: property, about: about)
      if isSet[declared] != true { isSet[declared] = isTried(group, property) }
    }
    #expect(isSet.count > 250)
    for declared in isSet.keys.filter({ isSet[$0] == false }).map({ "\($0.property): \($0.about)" }).sorted()
    {
      Issue.record("No test sets \(declared)")
    }
  }

  /// Whether a test sets it as a property of its group, or a scenario has both.
  private func isTried(_ group: String, _ property: String) -> Bool {
    pairs.contains("\(group).\(property)")
      || verification.contains { $0.contains("\(group):") && $0.contains("\(property):") }
  }
}
