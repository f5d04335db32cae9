import Foundation
import ScenarioFiles
import ServiceModel
import Testing

@testable import Evidence

@Suite("Drivers of growth that hold what is so anyway")
struct GrowthDriverTests {
  private let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Scenarios").path

  @Test("A driver whose values the scenario has already is left out and named; the others are run")
  func parted() throws {
    let named = try GrowthDrivers(path: "\(folder)/profiles/growth-drivers.yaml")
    let reader = ScenarioReader<ServiceParameters>(modelVersion: ModelVersion.current)
    func parted(_ more: [String]) throws -> (moving: GrowthDrivers, idle: [GrowthDrivers.Driver]) {
      try named.parted { sets throws(ScenarioFailure) in
        try reader.read("\(folder)/cheshire-east-2015.yaml", sets: more + sets).hash
      }
    }
    let shipped = try parted([])
    #expect(shipped.idle.map(\.id) == ["referral_rate"])
    #expect(shipped.moving.drivers.map(\.id) + ["referral_rate"] != named.drivers.map(\.id))
    #expect(Set(shipped.moving.drivers.map(\.id)).union(["referral_rate"]) == Set(named.drivers.map(\.id)))
    #expect(
      GrowthDrivers.words(leftOut: shipped.idle).contains("More referrals for each child (referral_rate)"))
    let growing = try parted(["demand.growthPerYear=0.02"])
    #expect(growing.idle.isEmpty && GrowthDrivers.words(leftOut: growing.idle).isEmpty)
  }
}
