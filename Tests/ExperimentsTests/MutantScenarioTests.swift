import Dates
import Foundation
import Parameters
import ScenarioFiles
import ServiceModel
import Testing

@testable import Experiments
@testable import Sweeps

/// The shipped files with random damage: whatever reading lets through can be checked, laid out and run.
///
/// A trap ends the whole test, so each mutant is written to `.build/mutant` before it is tried: what stands there after a
/// crash is the one. `FUZZ=20000 FUZZ_SEED=7` tries more, or others; `make fuzz` does.
@Suite("Random damage to the shipped files", .serialized)
struct MutantScenarioTests {
  private static let count = ProcessInfo.processInfo.environment["FUZZ"].flatMap { Int($0) } ?? 2000
  private static let seed =
    ProcessInfo.processInfo.environment["FUZZ_SEED"].flatMap { UInt64($0) } ?? 20_151_124
  private static let project = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  private static let base = project.appendingPathComponent("Scenarios/cheshire-east-2015.yaml")

  private static func note(_ number: Int, _ words: String) {
    let text = "seed \(seed), mutant \(number): \(words)\n"
    try? Data(text.utf8).write(to: project.appendingPathComponent(".build/mutant"))
  }

  // MARK: Values

  /// A value that the parameter allows, at an end of its range more often than not.
  private func value(_ parameter: Parameter<ServiceParameters>, _ random: inout Mulberry) -> Value? {
    func number(_ range: ClosedRange<Double>) -> Double {
      switch random.whole(6) {
      case 0: range.lowerBound
      case 1: range.upperBound
      case 2: range.contains(0) ? 0 : range.lowerBound
      case 3: range.contains(1) ? 1 : range.upperBound
      case 4: min(range.upperBound, range.lowerBound + 1e-9)
      default: range.lowerBound + (range.upperBound - range.lowerBound) * random.share()
      }
    }
    switch parameter.kind {
    case .number(let range): return .number(number(range))
    case .whole(let range):
      let ends = Double(range.lowerBound)...Double(min(range.upperBound, 1 << 50))
      return .whole(min(range.upperBound, max(range.lowerBound, Int(number(ends)))))
    case .flag: return .flag(random.whole(2) == 0)
    case .choice(let names): return .choice(names[random.whole(names.count)])
    case .date:
      let days = [-700_000, -40_000, -1, 0, 1, 31, 365, 3650, 40_000, 2_900_000]
      return .date(CivilDate(2015, 4, 1).adding(days: days[random.whole(days.count)] + random.whole(3)))
    case .numbers(let range):
      let counts = [0, 1, 2, 3, 4, 5, 7, 11, 12, 13, 16, 17, 300]
      return .numbers((0..<counts[random.whole(counts.count)]).map { _ in number(range) })
    }
  }

  @Test("Values within their ranges, in any combination", .timeLimit(.minutes(60)))
  func values() throws {
    let scenario = try ScenarioReader<ServiceParameters>(modelVersion: "1").read(Self.base.path)
    var random = Mulberry(Self.seed)
    var (sound, runs) = (0, 0)
    for number in 0..<Self.count {
      var service = scenario.parameters
      var words: [String] = []
      for _ in 0...random.whole(3) {
        let parameter = ServiceParameters.table[random.whole(ServiceParameters.table.count)]
        guard let value = value(parameter, &random) else { continue }
        #expect(parameter.kind.complaint(about: value) == nil)
        parameter.write(&service, value)
        words.append("\(parameter.path)=\(value.text)")
      }
      Self.note(number, words.joined(separator: " "))
      let found = service.contradictions()
      #expect(found.allSatisfy { !$0.paths.isEmpty && !$0.message.isEmpty }, "\(words)")
      guard !found.contains(where: { $0.severity == .error }) else { continue }
      sound += 1
      guard isSmall(service) else { continue }
      service.run.ends = service.run.starts.adding(days: 61).lastOfMonth
      guard !service.contradictions().contains(where: { $0.severity == .error }) else { continue }
      let tables = ModelTables(service)
      guard runs < Self.count / 20, number.isMultiple(of: 3) else { continue }
      runs += 1
      var replicator = Replicator(tables)
      _ = replicator.run(number % 2)
    }
    #expect(sound > Self.count / 10 && runs > 0)
  }

  /// Whether a run of two months takes no time to speak of.
  private func isSmall(_ service: ServiceParameters) -> Bool {
    let posts = Team.allCases.reduce(0) { $0 + service.workforce.teams[$1].posts.elements.reduce(0, +) }
    let children = service.opening.children.elements.reduce(0, +)
    return posts < 2000 && children < 20_000 && service.demand.referralsPerYear < 20_000
      && service.demand.population > 20_000 && service.run.starts.civil.year > 1900
      && service.run.starts.civil.year < 2100
  }

  // MARK: Files

  /// A text with a few of its lines or characters changed.
  private func damaged(_ text: String, _ random: inout Mulberry) -> String {
    let pieces = [
      "0", "-1", "1e9", ",", ";", "\t", "\"", "'", "[", "]", "{", "}", ": ", "- ", "%", "£", "k",
      "2015-02-30", "9999-12-31",
      "null", "~", "é", "\u{0}", "\u{FEFF}", "\r", "value", "uncertain: [1, 2]", "basedOn: x", "council: x",
      "[]", "[1]", "nan",
    ]
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for _ in 0...random.whole(2) {
      let place = random.whole(lines.count)
      switch random.whole(7) {
      case 0: lines.remove(at: place)
      case 1: lines.insert(lines[random.whole(lines.count)], at: place)
      case 2: lines.swapAt(place, random.whole(lines.count))
      case 3: lines[place] = String(lines[place].prefix(random.whole(lines[place].count + 1)))
      default:
        var characters = Array(lines[place])
        let at = random.whole(characters.count + 1)
        if random.whole(2) == 0, at < characters.count { characters.remove(at: at) }
        characters.insert(contentsOf: pieces[random.whole(pieces.count)], at: min(at, characters.count))
        lines[place] = String(characters)
      }
      if lines.isEmpty { lines = [""] }
    }
    return lines.joined(separator: "\n")
  }

  @Test(
    "Damaged overlays, designs and published figures are read, or refused with a place",
    .timeLimit(.minutes(60)))
  func files() throws {
    let folder = Self.project.appendingPathComponent("Scenarios")
    let names = [
      "levers/retention-payment.yaml", "levers/extra-social-workers.yaml", "shocks/demand-surge.yaml",
      "responses/no-responses.yaml", "hindsight/cheshire-east-2015.yaml", "cheshire-east-2015.yaml",
    ]
    let texts = try names.map { try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8) }
    let observed = try String(
      contentsOf: folder.appendingPathComponent("observed/cheshire-east.csv"), encoding: .utf8)
    let figures = observed.split(separator: "\n").prefix(40).joined(separator: "\n")
    let design =
      "demand.referralsPerYear,levers.paySupplement.share,run.starts\n600,0.1,2015-04-01\n700,\"0.2\",2016-04-01\n"
    let reader = ScenarioReader<ServiceParameters>(modelVersion: "1")
    let watched = ModelTables(ServiceParameters()).watched
    var random = Mulberry(Self.seed &+ 1)
    for number in 0..<Self.count {
      let kind = random.whole(20)
      // The scenario itself takes longest to read.
      let place = kind < 1 ? names.count - 1 : random.whole(names.count - 1)
      let text = damaged(kind < 8 ? texts[place] : kind < 14 ? design : figures, &random)
      Self.note(number, "\(kind < 8 ? names[place] : kind < 14 ? "design" : "figures")\n\(text)")
      do throws(ScenarioFailure) {
        if kind < 8 {
          _ = try reader.read(text: text, name: folder.appendingPathComponent("x.yaml").path)
        } else if kind < 14 {
          _ = try reader.points(in: GivenTable(bytes: Array(text.utf8), name: "design.csv"))
        } else {
          _ = try ObservedFile(text: text, name: "figures.csv", watched: watched)
        }
      } catch {
        #expect(
          !error.findings.isEmpty && error.findings.allSatisfy { !$0.text.isEmpty && $0.place.line > 0 })
      }
    }
  }
}

/// Random numbers that are the same everywhere.
struct Mulberry {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A whole number from 0 to below `count`; 0 where that is 0.
  mutating func whole(_ count: Int) -> Int { count < 1 ? 0 : Int(next() % UInt64(count)) }

  /// A number from 0 to below 1.
  mutating func share() -> Double { Double(next() >> 11) * 0x1p-53 }
}

extension CivilDate {
  /// The last day of its month.
  fileprivate var lastOfMonth: CivilDate {
    let (year, month, _) = civil
    return (month == 12 ? CivilDate(year + 1, 1, 1) : CivilDate(year, month + 1, 1)).adding(days: -1)
  }
}
