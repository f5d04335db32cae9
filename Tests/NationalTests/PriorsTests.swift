import Dates
import Foundation
import ScenarioFiles
import ServiceModel
import Testing

@testable import National

@Suite("How councils drift")
struct PriorsTests {
  private static let table = Result { try NationalTable(folder: NationalTable.shipped) }
  private static let priors = Result { try PriorsFile.read(NationalTable.shipped) }
  private static let reader = ScenarioReader<ServiceParameters>(modelVersion: ModelVersion.current)

  private func shipped() throws -> PriorsFile { try #require(try Self.priors.get()) }

  @Test("the shipped estimates are those that the shipped table gives, for any number of cores")
  func remade() async throws {
    let made = await PriorsFile.made(from: try Self.table.get(), asOf: 2017, jobs: 2)
    let alone = await PriorsFile.made(from: try Self.table.get(), asOf: 2017, jobs: 1)
    #expect(made.file.bytes == alone.file.bytes)
    let of2017 = PriorsFile(try shipped().estimates.filter { $0.year == 2017 })
    #expect(of2017.file.bytes == made.file.bytes)
    #expect(made.text.contains("careEntryUnder16"))
  }

  @Test("they come near a first measurement of the same law on the same figures")
  func sizes() throws {
    let all = try #require(try shipped().newest(upTo: 2025, fold: nil)).drivers
    for (driver, sd, kept) in [
      (DriftPrior.Driver.careEntryUnder16, 0.13, 0.72), (.careEntry16plus, 0.19, 0.74),
      (.careExitUnder16, 0.09, 0.73), (.planStarts, 0.16, 0.83), (.referrals, 0.19, 0.70),
      (.placementPrices, 0.07, 0.80),
    ] {
      let law = try #require(all[driver]?.law)
      #expect(abs(law.innovation / sd - 1) < 0.25, "\(driver)")
      #expect(abs(law.persistence - kept) < 0.12, "\(driver)")
    }
    #expect(abs((all[.establishment]?.growth ?? 0) - 0.023) < 0.01)
  }

  @Test("the base drifts as the estimate of its year says")
  func base() throws {
    let drift = try Self.reader.read("Scenarios/england.yaml").parameters.drift
    let priors = try #require(try shipped().newest(upTo: 2017, fold: nil)).drivers
    for driver in DriftDriver.allCases {
      let (terms, prior) = (drift.drivers[driver], try #require(priors[driver]))
      #expect(abs(terms.persistence - prior.law.persistence) < 6e-4, "\(driver)")
      #expect(abs(terms.nationalSd - prior.nationalSd) < 6e-4, "\(driver)")
      #expect(terms.sd <= prior.law.innovation + 6e-4, "\(driver)")
    }
  }

  @Test("estimates of every year from 2015 are there, for all and for each part")
  func complete() throws {
    let priors = try shipped()
    for year in 2015...2025 {
      for fold in [nil] + (0..<Panel.parts).map(Optional.some) {
        let found = try #require(priors.newest(upTo: year, fold: fold))
        #expect(found.year == year)
        #expect(found.drivers[.careEntryUnder16] != nil)
        #expect(found.drivers.values.allSatisfy { $0.years.upperBound <= year })
      }
    }
    #expect(priors.newest(upTo: 2014, fold: nil) == nil)
  }

  @Test(
    "a scenario drifts as was known by its day, and nothing of its own moves that",
    arguments: [("2018-03-31", 2017), ("2018-03-30", 2016), ("2017-12-31", 2016)])
  func scenario(_ day: String, _ year: Int) throws {
    let (table, priors) = (try Self.table.get(), try shipped())
    let base = try Self.reader.read("Scenarios/england.yaml").parameters
    let council = try #require(table.council("383"))
    let fold = try #require(Panel(table).fold(of: "383"))
    let made = try CouncilScenario(
      table, council, asOf: CivilDate(iso: day), base: base, priors: priors, fold: fold)
    let scenario = try Self.reader.read(
      text: made.text(basedOn: "Scenarios/england.yaml"), name: "leeds.yaml")
    let drift = scenario.parameters.drift
    #expect(drift.from == CivilDate(made.year, 3, 31))
    let known = try #require(priors.newest(upTo: year, fold: fold)).drivers
    let exit = try #require(known[.careExitUnder16])
    #expect(abs(drift.drivers[.careExitUnder16].sd - exit.law.innovation) < 1e-4)
    #expect(abs(drift.drivers[.careExitUnder16].persistence - exit.law.persistence) < 1e-4)
    let (own, shared) = (drift.drivers[.needStarts].sd, drift.drivers[.referrals].sd)
    let need = try #require(known[.needStarts]).law.innovation
    #expect(abs((own * own + shared * shared).squareRoot() - need) < 1e-3)
    #expect(drift.drivers[.referrals].trend == 0 && drift.drivers[.establishment].trend > 0)
    #expect(scenario.parameters.money.placementInflation.elements.allSatisfy { $0 == 0 })
  }
}
