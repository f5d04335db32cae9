import Foundation
import TestSupport
import Testing

@Suite("The same again", .timeLimit(.minutes(1)))
struct ReproducibilityTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write(SmallService.text)
  }

  /// Runs the small service into a folder and returns the bytes of every table.
  private func tables(_ folder: String, _ words: String...) throws -> [String: Data] {
    let process = try place.start(["run", "service.yaml", "--raw", "-q", "--out", folder] + words)
    let outcome = try place.finish(process)
    #expect(outcome.code == 0, "\(outcome.err)")
    let names = place.names(in: folder).filter { $0.contains(".csv") }
    #expect(names.count == 10)
    return Dictionary(uniqueKeysWithValues: try names.map { ($0, try place.bytes("\(folder)/\($0)")) })
  }

  @Test("One seed gives the same bytes, however many cores are used")
  func sameSeed() throws {
    let first = try tables("first", "--jobs", "1")
    #expect(try tables("again", "--jobs", "1") == first)
    #expect(try tables("two", "--jobs", "2") == first)
  }

  @Test("Another seed gives other figures")
  func otherSeed() throws {
    let first = try tables("first")
    let other = try tables("other", "--seed", "12")
    for name in ["series.csv", "years.csv", "finance.csv", "replications.csv.gz"] {
      #expect(first[name] != other[name], "\(name) did not change with the seed")
    }
  }

  @Test("The first replications do not depend on how many follow")
  func prefix() throws {
    let few = try tables("few", "--reps", "1")
    let more = try tables("more", "--reps", "1", "--set", "run.seed=11")
    #expect(few["series.csv"] == more["series.csv"])
  }
}
