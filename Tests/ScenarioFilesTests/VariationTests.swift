import Parameters
import Testing

@testable import ScenarioFiles

@Suite("Variants of a scenario")
struct VariationTests {
  private let reader = ScenarioReader<Town>(modelVersion: "1")

  @Test("A variant has the fingerprint and the parameters of the same scenario read with --set")
  func likeReading() throws {
    let base = try reader.readDefaults()
    let paths = Town.table.compactMap { parameter -> String? in
      // Shares must sum to 1, and so do not vary alone.
      if case .number = parameter.kind, parameter.unit != .share { return parameter.path }
      return nil
    }
    try #require(paths.count >= 2)
    let chosen = [paths[1], paths[0]]
    let variation = ScenarioVariation(base, varying: chosen)
    let texts = chosen.map { path -> String in
      guard case .number(let range)? = Town.table.first(where: { $0.path == path })?.kind else { return "0" }
      return Value.number(range.lowerBound).text
    }
    var values: [Value] = []
    for (path, text) in zip(chosen, texts) { values.append(try reader.value(path, text)) }
    let read = try reader.readDefaults(sets: zip(chosen, texts).map { "\($0)=\($1)" })
    let variant = variation.variant(values)
    #expect(variant.fingerprint == read.hash)
    for parameter in Town.table {
      #expect(parameter.read(variant.parameters) == parameter.read(read.parameters))
    }
    #expect(variation.variant(values.reversed()).fingerprint != read.hash || values[0] == values[1])
  }

  @Test("What is left out does not count")
  func leftOut() throws {
    let path = try #require(
      Town.table.first { if case .number = $0.kind { $0.unit != .share } else { false } }?.path)
    guard case .number(let range)? = Town.table.first(where: { $0.path == path })?.kind else { return }
    let one = try reader.readDefaults(sets: ["\(path)=\(Value.number(range.lowerBound).text)"])
    let two = try reader.readDefaults(sets: ["\(path)=\(Value.number(range.upperBound).text)"])
    func print(_ scenario: Scenario<Town>, without: Set<String>) -> String {
      ScenarioVariation(scenario, varying: [], leavingOut: without).variant([]).fingerprint
    }
    #expect(print(one, without: []) != print(two, without: []))
    #expect(print(one, without: [path]) == print(two, without: [path]))
    #expect(print(one, without: []) == one.hash)
  }

  @Test("A value is read as --set reads it, and named by its own option")
  func values() {
    do throws(ScenarioFailure) {
      _ = try reader.value("nothing.here", "1", option: "--vary")
      Issue.record("a path that does not exist was read")
    } catch {
      #expect(error.findings.first?.place.file == "--vary nothing.here=1")
      #expect(error.findings.first?.code == "unknown-key")
    }
  }
}
