import ScenarioFiles

/// What may have driven growth: for each driver, the values that hold it as it was at the start.
package struct GrowthDrivers: Sendable {
  package struct Driver: Sendable {
    package let id: String
    package let title: String
    /// `path=value` texts that take the driver away.
    package let hold: [String]
  }

  package let drivers: [Driver]
  /// What the file is called, for the table.
  package let name: String

  private init(_ drivers: [Driver], name: String) {
    self.drivers = drivers
    self.name = name
  }

  /// The drivers that take something away, and apart from them those that hold what the scenario has anyway: these
  /// bring about £0 by construction, which says nothing, so they are not run.
  ///
  /// - Parameter hash: of the scenario's values with more of them set.
  package func parted(
    _ hash: ([String]) throws(ScenarioFailure) -> String
  ) throws(ScenarioFailure) -> (moving: GrowthDrivers, idle: [Driver]) {
    let whole = try hash([])
    var (moving, idle): ([Driver], [Driver]) = ([], [])
    for driver in drivers {
      if try hash(driver.hold) == whole { idle.append(driver) } else { moving.append(driver) }
    }
    return (GrowthDrivers(moving, name: name), idle)
  }

  /// What is said of drivers that are left out; empty where there are none.
  package static func words(leftOut idle: [Driver]) -> String {
    idle.map {
      "\($0.title) (\($0.id)) is left out: the scenario already has what it holds, so it brings about nothing.\n"
    }.joined()
  }

  /// Reads a file of drivers:
  /// ```yaml
  /// drivers:
  ///   - { id: population, title: More children in the area, hold: { demand.populationByYear: [74959] } }
  /// ```
  package init(path: String) throws { try self.init(Document(path: path)) }

  package init(_ document: Document) throws(ScenarioFailure) {
    var reading = DocumentReading(document)
    let top = reading.group(document.root, "The file", ["drivers"])
    var drivers: [Driver] = []
    for node in reading.items(top, "drivers") {
      let parts = reading.group(node, "A driver", ["id", "title", "hold"])
      let driver = Driver(
        id: reading.text(parts, "id"), title: reading.text(parts, "title"), hold: reading.sets(parts, "hold"))
      if drivers.contains(where: { $0.id == driver.id }) {
        reading.complain("given-twice", node.place, "There are two drivers '\(driver.id)'.")
      }
      drivers.append(driver)
    }
    if drivers.count > 8 {
      reading.complain(
        "too-many", document.root.place,
        "There are \(drivers.count) drivers, and every combination of them is run.", help: "name 8 at most")
    }
    if drivers.isEmpty { reading.complain("empty-file", document.root.place, "There is no driver.") }
    try reading.finish()
    self.drivers = drivers
    name = document.name
  }
}
