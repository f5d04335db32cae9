import Testing

@testable import ServiceModel

@Suite("A replication of which only the first months are read")
struct MonthsReadTests {
  @Test("What is read of it is what the whole run reads, to the bit")
  func same() throws {
    var service = SignService.staff
    service.demand.growthPerYear = 0.2
    let tables = ModelTables(service)
    var whole = Replicator(tables)
    var part = Replicator(tables)
    let months = 7
    for number in [0, 1, 2] {
      let long = whole.run(number)
      let short = try #require(part.run(number, months: months) { false })
      #expect(short.events < long.events)
      #expect(short.opening.map(\.bitPattern) == long.opening.map(\.bitPattern))
      let read = months * long.readings.seriesCount
      #expect(
        short.readings.numerators[..<read].map(\.bitPattern)
          == long.readings.numerators[..<read].map(\.bitPattern))
      #expect(
        short.readings.denominators[..<read].map(\.bitPattern)
          == long.readings.denominators[..<read].map(\.bitPattern))
    }
    // And the whole again after a part.
    #expect(part.run(1).events == whole.run(1).events)
  }
}
