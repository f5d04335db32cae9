import Foundation
import Parameters
import TestSupport
import Testing

@testable import ServiceModel

@Suite("A series is declared in one line")
struct SeriesTests {
  private let series = ModelTables.everySeries

  @Test("The page on measures holds what their lines say")
  func page() throws {
    #expect(
      try GeneratedPart(of: "Sources/caseload/Documentation.docc/ServiceModel/Measures.md", named: "measures")
        .holds(series.page), "Measures.md is old: make pages")
  }

  @Test("No name of a series stands outside its measure and the list of names that other rooms ask for")
  func names() throws {
    // The Department's own columns, the rates that are worked out from them, and the columns of the national table, which
    // are named as they are published.
    let exceptions: Set = [
      "Sources/Parameters/SeriesNames.swift", "Sources/Results/Tables/WorkforceReturn.swift",
      "Sources/Statistics/Catalogue/Calculation+Rates.swift",
    ]
    // A name of one word is a word like any other.
    let names = Set(series.map(\.measure)).filter { $0.contains("_") }
    for file in try SourceFile.all(in: "Sources")
    where !file.path.hasPrefix("Sources/ServiceModel/Measures/") && !exceptions.contains(file.path)
      && file.room != "National"
    {
      for name in names { #expect(!file.text.contains("\"\(name)\""), "\(file.path) names \(name)") }
    }
  }

  @Test("Each series has a name of its own, and a definition that is a sentence")
  func definitions() {
    #expect(Set(series.map(\.name)).count == series.count)
    for one in series {
      #expect(one.definition.hasSuffix("."), "\(one.name) has no definition")
      #expect(one.headline == nil || !one.label.isEmpty, "\(one.name) is a headline without a label")
    }
  }

  @Test("Headlines and indicators are numbered without a gap")
  func places() {
    let headlines = Set(series.compactMap(\.headline))
    let indicators = Set(series.compactMap(\.indicator))
    #expect(headlines == Set(1...headlines.count) && headlines.count == 12)
    #expect(indicators == Set(1...indicators.count) && indicators.count == 22)
    for place in indicators {
      #expect(Set(series.filter { $0.indicator == place }.map(\.measure)).count == 1)
    }
  }
}
