import Parameters
import Testing

@testable import ServiceModel

@Suite("No list that reading lets through stops the program")
struct ListTests {
  /// Lists of lengths that a person may write for any parameter, with figures inside its range.
  private static func lists(_ parameter: Parameter<ServiceParameters>) -> [[Double]] {
    guard case .numbers(let range) = parameter.kind else { return [] }
    let high = min(range.upperBound, 1)
    let least = range.lowerBound
    return [0, 1, 2, 3, 5, 11, 12, 13, 40].flatMap { count in
      [Array(repeating: least, count: count), Array(repeating: high, count: count)]
    }
  }

  @Test(
    "Each list says what it must be", arguments: ServiceParameters.table.filter { $0.list != nil }.map(\.path)
  )
  func declared(path: String) throws {
    let parameter = try #require(ServiceParameters.table.first { $0.path == path })
    var services = [ServiceParameters(), SmallService.empty()]
    for service in services.indices {
      for list in Self.lists(parameter) {
        parameter.write(&services[service], .numbers(list))
        let errors = services[service].contradictions().filter { $0.severity == .error }
        // What has no error can be laid out for a run.
        if errors.isEmpty { _ = ModelTables(services[service]) }
      }
    }
  }

  @Test("One wrong list hides no other mistake, and brings no mistake of its own making")
  func others() {
    var service = ServiceParameters()
    service.workforce.fteValues = [1, 0.8, 0.6]
    service.demand.ages[.under1] = 0.7
    let found = service.contradictions().map { "\($0.code) \($0.paths[0])" }
    #expect(found == ["list-lengths workforce.fteShares", "sum-not-one demand.ages"])
  }

  @Test("Only lists have a rule, and every list has one")
  func rules() {
    for parameter in ServiceParameters.table {
      let isList = if case .numbers = parameter.kind { true } else { false }
      #expect((parameter.list != nil) == isList, "\(parameter.path)")
    }
  }
}
