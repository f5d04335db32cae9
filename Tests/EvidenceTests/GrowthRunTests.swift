import Dates
import Experiments
import Foundation
import Results
import Statistics
import Testing

@testable import Evidence
@testable import ServiceModel

/// Growth of whole runs: a service of children looked after only, opened with the stock that it comes to by itself.
@Suite("The parts of growth answer to their own change")
struct GrowthRunTests {
  private static let replications = 80
  private static let ratios = [0.42, 0.36, 1.3, 1.9, 0.9]

  /// From 1 April 2015, so many years.
  private func service(years: Int) -> ServiceParameters {
    var service = ServiceParameters()
    service.run.ends = CivilDate(2015 + years, 3, 31)
    service.run.seed = 47
    service.demand.entry[.frontDoor] = 0
    service.demand.entry[.lookedAfter] = 1
    var row = StageParameters()
    row.heldBy = .caredFor
    row.waitsForWorker = false
    row.duration = DurationParameters(.weibull, mean: 700)
    row.duration.shape = 0.7
    for (band, ratio) in zip(AgeBand.allCases, Self.ratios) { row.ageRatio[band] = ratio }
    service.pathway.stages[.lookedAfter] = row
    service.workforce.teams[.caredFor].posts[.socialWorker] = 40
    service.workforce.teams[.caredFor].caseloadCap = 1_000
    for band in AgeBand.allCases { service.placements.mix[band] = shares }
    service.opening.placements = shares
    service.placements.movesPerYear = Keyed(repeating: 0.5)
    service.money.placementPerWeek[.inHouseFostering] = 500
    service.money.placementPerWeek[.agencyFostering] = 900
    service.money.placementPerWeek[.residential] = 3_500
    service.money.placementInflation = Keyed(repeating: 0.02)
    service.money.careOverheadPerWeek = 100
    service.money.generalInflation = [0.02]
    return service
  }

  private var shares: PlacementShares {
    var shares = PlacementShares()
    shares.shares = Keyed(repeating: 0)
    shares.shares[.inHouseFostering] = 0.6
    shares.shares[.agencyFostering] = 0.25
    shares.shares[.residential] = 0.15
    return shares
  }

  private func readings(
    _ service: ServiceParameters, _ replications: Int,
    isWanted: @escaping @Sendable (String, String) -> Bool = GrowthCost.isWanted
  ) async throws -> MonthlyReadings {
    try await KeptRuns(jobs: 2).readings(
      ModelTables(service), nil, "", Array(0..<replications), months: nil, isWanted: isWanted)
  }

  /// Children of each band in the steady state for one entry a year, a fifth of them in each band: the mean, over ages
  /// at entry, of the years for which a stay lasts while the child is of the band.
  private static let steady: [Double] = {
    var stock = Array(repeating: 0.0, count: 5)
    let scale = 700 / 365.25 / tgamma(1 + 1 / 0.7)
    for band in AgeBand.allCases {
      for entry in 0..<40 {
        let width = band.years.upperBound - band.years.lowerBound
        let age = band.years.lowerBound + (Double(entry) + 0.5) / 40 * width
        var before = 0.0
        for point in 1...400 {
          let part = Double(point) / 400
          let after = (18 - age) * part * part * part
          let middle = (before + after) / 2
          let lasts = exp(-pow(middle / (scale * ratios[band.index]), 0.7))
          stock[AgeBand(years: age + middle).index] += 0.2 / 40 * lasts * (after - before)
          before = after
        }
      }
    }
    return stock
  }()

  /// Six years from the steady state of 320 children, with a change.
  private func growth(_ change: (inout ServiceParameters) -> Void = { _ in }) async throws -> GrowthCost {
    var service = service(years: 6)
    let perEntry = Self.steady.reduce(0, +)
    service.demand.referralsPerYear = 320 / perEntry
    service.opening.children[.lookedAfter] = 320
    for band in AgeBand.allCases {
      service.opening.lookedAfterAges[band] = Self.steady[band.index] / perEntry
    }
    // At the start the load is at the norm, where it does nothing.
    service.workforce.teams[.caredFor].caseloadNorm = 8
    change(&service)
    return try GrowthCost(try await readings(service, Self.replications), budgets: nil)
  }

  /// Each part in so many standard errors from 0, over all years and in the last.
  private func scores(_ growth: GrowthCost) -> [GrowthCost.Driver: [Double]] {
    var scores: [GrowthCost.Driver: [Double]] = [:]
    for driver in GrowthCost.Driver.allCases {
      let byYear = growth.years.map { years in years.map { $0.parts[driver.rawValue].reduce(0, +) } }
      for values in [byYear.map { $0.reduce(0, +) }, byYear.map { $0.last ?? 0 }] {
        var tally = Tally()
        for value in values { tally.add(value) }
        // What is nothing but rounding is nothing.
        scores[driver, default: []].append(abs(tally.mean) < 1 ? 0 : tally.mean / tally.standardError)
      }
    }
    return scores
  }

  @Test("Where nothing changes every part is nothing, and that of stays exactly")
  func nothing() async throws {
    let growth = try await growth()
    let scores = scores(growth)
    #expect(scores.values.joined().allSatisfy { abs($0) < 2 }, "\(scores)")
    #expect(growth.years.joined().allSatisfy { year in year.parts[1].allSatisfy { abs($0) < 1 } })
  }

  private func expect(_ changed: GrowthCost.Driver, sign: Double, _ growth: GrowthCost) {
    let scores = scores(growth)
    for driver in GrowthCost.Driver.allCases {
      for score in scores[driver] ?? [] {
        if driver == changed {
          #expect(score * sign > 5, "\(driver) is \(score)")
        } else {
          #expect(abs(score) < 3, "\(driver) is \(score)")
        }
      }
    }
    for years in growth.years {
      for year in years {
        #expect(abs(year.parts.joined().reduce(0, +) - year.growth) < 1e-6 * max(year.actual, 1))
      }
    }
  }

  @Test("More entries") func entries() async throws {
    expect(.entries, sign: 1, try await growth { $0.demand.yearIndex = [1, 1.4] })
  }

  @Test("Longer stays, for half of what each can carry") func stays() async throws {
    let growth = try await growth {
      $0.overload.driftElasticity = 0.7
      $0.levers.caseloadPolicy.dates.from = CivilDate(2016, 4, 1)
      $0.levers.caseloadPolicy.normRatio = 0.5
    }
    expect(.lengthOfStay, sign: 1, growth)
  }

  @Test("Fewer in children's homes") func mix() async throws {
    let growth = try await growth {
      $0.levers.stepDown.dates.from = CivilDate(2016, 4, 1)
      $0.levers.stepDown.perChildYear = 2
      $0.levers.stepDown.inHouseShare = 1
    }
    expect(.mix, sign: -1, growth)
  }

  @Test("Dearer homes") func price() async throws {
    expect(.price, sign: 1, try await growth { $0.money.placementInflation[.residential] = 0.08 })
  }
}
