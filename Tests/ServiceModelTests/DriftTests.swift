import Dates
import DiscreteEvents
import Statistics
import Testing

@testable import ServiceModel

@Suite("Drift from year to year")
struct DriftTests {
  /// Every driver with surprises of its own.
  private static func allDrifting(_ base: ServiceParameters) -> ServiceParameters {
    var service = base
    for driver in DriftDriver.allCases {
      service.drift.drivers[driver].sd = 0.2
      service.drift.drivers[driver].persistence = 0.7
    }
    return service
  }

  private func bits(_ service: ServiceParameters, replication: Int = 3) -> [UInt64] {
    SmallService.outcomes(service, replication..<(replication + 1))[0].readings.numerators.map(\.bitPattern)
  }

  // MARK: Off

  @Test("Switched off, or without anything that moves, it changes no bit")
  func offIsOff() {
    let base = LeverTests.service(months: 18)
    var off = Self.allDrifting(base)
    off.drift.active = false
    #expect(bits(off) == bits(base))
    var still = base
    for driver in DriftDriver.allCases { still.drift.drivers[driver].persistence = 0.9 }
    still.drift.correlations[.leavingWithApplicants] = 0.5
    still.drift.from = CivilDate(2015, 9, 30)
    #expect(bits(still) == bits(base))
    #expect(bits(Self.allDrifting(base)) != bits(base))
  }

  @Test("Up to its day every reading is what it would be without", arguments: [6, 7])
  func nothingBefore(month: Int) {
    var base = LeverTests.service(months: 18)
    base.leaving.councilYearCv = 0.3
    var service = Self.allDrifting(base)
    // The last day of the sixth month, and one within the seventh.
    service.drift.from = CivilDate(2015, month == 6 ? 9 : 10, month == 6 ? 30 : 15)
    let tables = ModelTables(service)
    let readings = { (service: ServiceParameters) in
      SmallService.outcomes(service, 3..<4)[0].readings.numerators.map(\.bitPattern)
    }
    // Lengths that begin before it and end after it end at another time: it is later readings that differ.
    let count = tables.watched.count * month
    let (with, without) = (readings(service), readings(base))
    #expect(Array(with.prefix(count)) == Array(without.prefix(count)))
    #expect(with != without)
  }

  @Test("The council-year has no effect where leaving drifts")
  func councilYearGivesWay() {
    var service = SignService.staff
    service.drift.drivers[.leaving].sd = 0.2
    var other = service
    other.leaving.councilYearCv = 0.6
    #expect(bits(service) == bits(other))
    other.drift.active = false
    service.drift.active = false
    #expect(bits(service) != bits(other))
  }

  // MARK: Paths

  @Test("Logarithms have the means, variances and correlations that are asked for")
  func paths() throws {
    var service = SmallService.empty(months: 60)
    service.drift.correlations[.leavingWithApplicants] = -0.6
    service.drift.correlations[.needStartsWithNeedEnds] = 0.7
    for driver in DriftDriver.allCases {
      let place = Double(driver.index)
      service.drift.drivers[driver].sd = 0.05 + 0.01 * place
      service.drift.drivers[driver].persistence = 0.3 + 0.04 * place
      service.drift.drivers[driver].opening = 0.02 * place
      service.drift.drivers[driver].trend = 0.03
      service.drift.drivers[driver].nationalSd = driver.index % 2 == 0 ? 0.04 : 0
    }
    let tables = ModelTables(service)
    #expect(tables.drift.firstMonth[.referrals] == 0 && tables.drift.mostYears == 5)
    var logs = DriftDriver.allCases.map { _ in Array(repeating: Tally(), count: 6) }
    var (leaving, needs) = (Covariance(), Covariance())
    var paths = DriftPaths()
    let count = 4_000
    for replication in 0..<count {
      paths.draw(tables.drift, RandomStreams(seed: 11, replication: UInt64(replication)))
      let log = { (driver: DriftDriver, turn: Int) in logarithm(paths.beginning(driver, 12 * turn)) }
      for driver in DriftDriver.allCases {
        for turn in 0...5 { logs[driver.index][turn].add(log(driver, turn)) }
      }
      // The first year's surprises, each over its standard deviation.
      leaving.add(log(.leaving, 1), log(.applicants, 1))
      needs.add(log(.needStarts, 1), log(.needEnds, 1))
    }
    for driver in DriftDriver.allCases {
      let terms = service.drift.drivers[driver]
      let exact = try DriftingMultiplier(
        sd: terms.sd, persistence: terms.persistence, opening: terms.opening, trend: terms.trend,
        nationalSd: terms.nationalSd)
      #expect(abs(logs[driver.index][0].mean - terms.opening) < 1e-12)
      for turn in [1, 2, 5] {
        let tally = logs[driver.index][turn]
        let variance = exact.logCovariance(turns: turn, turn)
        #expect(abs(tally.mean - exact.logMean(turn: turn)) < 4 * (variance / Double(count)).squareRoot())
        let error = variance * (2 / Double(count - 1)).squareRoot()
        #expect(abs(tally.variance - variance) < 4 * error, "\(driver) at \(turn)")
      }
    }
    let sd = { (driver: DriftDriver) in service.drift.drivers[driver].sd }
    let wantedOfLeaving = -0.6 * sd(.leaving) * sd(.applicants)
    let wantedOfNeeds = 0.7 * sd(.needStarts) * sd(.needEnds)
    // The standard error of a covariance of normals is at most that of independent ones times the root of two.
    let root = (2 / Double(count)).squareRoot()
    let total = { (driver: DriftDriver) in
      let terms = service.drift.drivers[driver]
      return (terms.sd * terms.sd + terms.nationalSd * terms.nationalSd).squareRoot()
    }
    #expect(abs(leaving.covariance - wantedOfLeaving) < 4 * root * total(.leaving) * total(.applicants))
    #expect(abs(needs.covariance - wantedOfNeeds) < 4 * root * total(.needStarts) * total(.needEnds))
  }

  @Test("A driver's path is its own: others that drift as well do not move it")
  func ownStreams() {
    var service = SmallService.empty(months: 36)
    service.drift.drivers[.planEnds].sd = 0.3
    let all = Self.allDrifting(service)
    var more = all
    more.drift.drivers[.planEnds] = service.drift.drivers[.planEnds]
    var one = DriftPaths()
    var two = DriftPaths()
    one.draw(ModelTables(service).drift, RandomStreams(seed: 5, replication: 9))
    two.draw(ModelTables(more).drift, RandomStreams(seed: 5, replication: 9))
    for month in 0..<36 { #expect(one[.planEnds, month] == two[.planEnds, month]) }
    #expect(one[.planEnds, 20] != 1 && one[.referrals, 20] == 1 && two[.referrals, 20] != 1)
  }

  @Test("A drift that began before the run has come as far as the months since then")
  func beganBefore() {
    var service = SmallService.empty(months: 12)
    service.drift.from = CivilDate(2013, 9, 30)
    service.drift.drivers[.referrals].trend = 0.12
    var paths = DriftPaths()
    paths.draw(ModelTables(service).drift, RandomStreams(seed: 5, replication: 0))
    // Eighteen months of 0.01 each, and the middle of the next.
    #expect(abs(logarithm(paths[.referrals, 0]) - 0.185) < 1e-5)
  }

  @Test("Each driver drifts from a day of its own, where it has one")
  func ownDays() {
    var service = SmallService.empty(months: 24)
    service.drift.from = CivilDate(2015, 3, 31)
    for driver in [DriftDriver.referrals, .leaving, .agency] {
      service.drift.drivers[driver].trend = 0.12
    }
    service.drift.drivers[.leaving].from = CivilDate(2014, 9, 30)
    service.drift.drivers[.agency].from = CivilDate(2016, 3, 31)
    var paths = DriftPaths()
    paths.draw(ModelTables(service).drift, RandomStreams(seed: 5, replication: 0))
    #expect(abs(logarithm(paths[.referrals, 0]) - 0.005) < 1e-5)
    #expect(abs(logarithm(paths[.leaving, 0]) - 0.065) < 1e-5)
    #expect(paths[.agency, 11] == 1)
    #expect(abs(logarithm(paths[.agency, 12]) - 0.005) < 1e-5)
    #expect(abs(logarithm(paths[.agency, 23]) - 0.115) < 1e-5)
  }

  @Test("A month has the mean of the multiplier over it")
  func monthMeans() throws {
    var service = SmallService.empty(months: 24)
    service.drift.drivers[.referrals].trend = 0.4
    service.drift.drivers[.referrals].opening = 0.1
    service.drift.drivers[.referrals].persistence = 0.5
    let exact = try DriftingMultiplier(sd: 0, persistence: 0.5, opening: 0.1, trend: 0.4)
    var paths = DriftPaths()
    paths.draw(ModelTables(service).drift, RandomStreams(seed: 5, replication: 0))
    for month in 0..<24 { #expect(abs(paths[.referrals, month] - exact.mean(month: month)) < 1e-10) }
  }
}
