import Dates
import Foundation
import ScenarioFiles
import ServiceModel
import Sweeps
import Testing

@testable import National

@Suite("A council's own scenario")
struct CouncilScenarioTests {
  private static let table = Result { try NationalTable(folder: NationalTable.shipped) }
  private static let reader = ScenarioReader<ServiceParameters>(modelVersion: ModelVersion.current)
  private static let basePath = "Scenarios/england.yaml"
  private static let base = Result { try reader.read(basePath).parameters }

  /// City of London and the Isles of Scilly have too few children for figures that may be told.
  private static let tooSmall: Set = ["201", "420"]

  @Test("every council with figures gives a scenario without a mistake")
  func everyCouncil() throws {
    let (table, base) = (try Self.table.get(), try Self.base.get())
    let councils = table.real.filter { $0.successors.isEmpty && !Self.tooSmall.contains($0.code) }
    #expect(councils.count >= 150)
    for council in councils {
      let scenario = try CouncilScenario(table, council, asOf: nil, base: base)
      let text = scenario.text(basedOn: Self.basePath)
      let read = try Self.reader.read(text: text, name: "\(council.code).yaml")
      // Its own figures are not held against the base, which is nobody's.
      #expect(!read.warnings.contains { $0.code == "implausible" }, "\(council.name)")
      #expect(!text.contains("source: \"no source given\""))
      // A run reads the published figures beside it without a complaint.
      let watched = ModelTables(read.parameters).watched
      let figures = String(decoding: scenario.observed(beside: watched), as: UTF8.self)
      #expect(throws: Never.self, "\(council.name)") {
        try ObservedFile(text: figures, name: "observed.csv", watched: watched)
      }
    }
  }

  @Test("nothing of after the day that it is made for is used", arguments: [2015, 2018, 2021])
  func nothingLater(_ year: Int) throws {
    let (full, base) = (try Self.table.get(), try Self.base.get())
    let day = CivilDate(year, 12, 31)
    // What was out by the end of the year: children of its 31 March, all else of the year before.
    let known = NationalTable(councils: full.councils, years: full.years, sources: full.sources) {
      let last =
        switch $2.period {
        case .march: year
        case .financial: year - 1
        case .september: year - 1
        case .midYear: year - 1
        }
      return $1 <= last ? full.figure($2, $0, $1) : .missing
    }
    for code in ["383", "895", "301", "919"] {
      let council = try #require(full.council(code))
      let one = try CouncilScenario(full, council, asOf: day, base: base)
      let two = try CouncilScenario(known, council, asOf: day, base: base)
      #expect(one.text(basedOn: "b") == two.text(basedOn: "b"))
      #expect(one.observed(beside: []) == two.observed(beside: []))
      #expect(one.year == year)
    }
  }

  @Test("the pathway's shares give the flows that were published")
  func flows() throws {
    let base = try Self.base.get()
    let published = ReferralFlows.Published(
      referrals: 5000, noActionShare: 0.05, notInNeedShare: 0.3, enquiries: 1400, conferences: 600,
      plansStarted: 520, plans: 480, inNeed: 3600, lookedAfter: 620, entries: 260, ceased: 250,
      careLeavers: 240, before18: 180, direct: 20)
    let solved = ReferralFlows(published, base: base)
    let need = solved.stocks[.childInNeed] / solved.needDays * 365.25
    let enquiries =
      solved.assessments * solved.assessmentExits[.section47] + need * solved.needExits[.section47]
    #expect(abs(enquiries / 1400 - 1) < 1e-6)
    #expect(abs(enquiries * solved.enquiryExits[.conference] / 600 - 1) < 1e-6)
    #expect(abs(600 * solved.conferenceExits[.protectionPlan] / 520 - 1) < 1e-6)
    #expect(abs(solved.planDays - 480 / 520.0 * 365.25) < 1e-6)
    for exits in [
      solved.assessmentExits, solved.enquiryExits, solved.conferenceExits, solved.needExits, solved.planExits,
    ] {
      #expect(abs(exits.elements.reduce(0, +) - 1) < 1e-9)
      #expect(exits.elements.allSatisfy { $0 >= 0 })
    }
    // Entries: as planned from each stage, and suddenly, with direct entries and those who come back.
    let returns =
      180 * base.pathway.stages[.lookedAfter].exits[.returnedHome] * base.care.returnShare * 0.85
    let planned =
      solved.assessments * solved.assessmentExits[.care] + enquiries * solved.enquiryExits[.care]
      + need * solved.needExits[.care] + 520 * solved.planExits[.care]
    let sudden =
      solved.careRatio
      * [Stage.assessment, .childInNeed, .childProtectionPlan].reduce(0) {
        $0 + base.pathway.stages[$1].emergencyEntryPerYear * solved.stocks[$1]
      }
    #expect(abs((planned + sudden + returns + 20) / 260 - 1) < 1e-3)
  }

  @Test("a run starts with the newest published staff", arguments: ["383", "302", "886", "895"])
  func newestStaff(_ code: String) throws {
    let (table, base) = (try Self.table.get(), try Self.base.get())
    let council = try table.find(code, asOf: nil)
    let made = try CouncilScenario(table, council, asOf: nil, base: base)
    let service = try Self.reader.read(text: made.text(basedOn: Self.basePath), name: "x.yaml").parameters
    func published(_ name: String) throws -> Double {
      let measure = try #require(NationalMeasure.named(name))
      return try #require(table.figure(measure, council.code, 2025).value)
    }
    let teams = Team.allCases.map { service.workforce.teams[$0] }
    let posts = teams.reduce(0) { $0 + $1.posts.elements.reduce(0, +) }
    let vacant = teams.reduce(0) { $0 + $1.vacantAtStart.elements.reduce(0, +) }
    let (rate, agency) = (try published("vacancy_rate_fte"), try published("agency_fte"))
    let (staff, empty) = (try published("inpost_fte"), try published("vacancy_fte"))
    #expect(abs(Double(vacant) - Double(posts) * rate) <= 0.51)
    let size = zip(base.workforce.fteValues, base.workforce.fteShares).reduce(0) { $0 + $1.0 * $1.1 }
    let inPost = size * Double(posts - vacant)
    // Posts are whole in each team and role.
    #expect(abs(inPost / staff - 1) < 0.04)
    let covering = size * Double(service.agency.atStart[.socialWorker])
    let beyond = Double(service.agency.aboveAtStart.elements.reduce(0, +))
    #expect(abs(covering + beyond - 0.88 * agency) <= 0.51 + size)
    // Some are there beyond vacancies where more than vacancies have room for are published.
    #expect(beyond > 1 || agency < 1.2 * empty)
  }

  @Test(
    "children come into care at the ages that are published, and open children are of the ages to which that leads",
    arguments: ["383", "355", "204", "850"])
  func entryAges(_ code: String) throws {
    let (table, base) = (try Self.table.get(), try Self.base.get())
    let made = try CouncilScenario(table, try table.find(code, asOf: nil), asOf: nil, base: base)
    let service = try Self.reader.read(text: made.text(basedOn: Self.basePath), name: "x.yaml").parameters
    let published = try #require(made.publishedEntryAges(made.flows().published.entries)).counts
    let ages = service.expectedAges()
    for band in AgeBand.allCases {
      let share = ages.entries[band.index] / ages.entries.reduce(0, +)
      #expect(abs(share - published[band.index] / published.reduce(0, +)) < 0.01, "\(band)")
      let open = ages.open[band.index] / ages.open.reduce(0, +)
      #expect(abs(open - service.opening.otherAges[band]) < 0.002, "\(band)")
    }
    // The column itself, the mean of three years: infants are more than anybody else's of one year of age.
    let infants = try (2023...2025).map { year in
      try #require(
        NationalMeasure.named("cla_started/age=under1").flatMap { table.figure($0, code, year).reckoned })
    }
    let all = try (2023...2025).map { year in
      try #require(NationalMeasure.named("cla_started").flatMap { table.figure($0, code, year).reckoned })
    }
    let wanted = infants.reduce(0, +) / all.reduce(0, +)
    #expect(abs(ages.entries[0] / ages.entries.reduce(0, +) / wanted - 1) < 0.5)
  }

  @Test("unaccompanied children at the start are those published, and no more care leavers than there are")
  func unaccompanied() throws {
    let (table, base) = (try Self.table.get(), try Self.base.get())
    let measure = try #require(NationalMeasure.named("children_looked_after/uasc"))
    for code in ["383", "886", "204", "895"] {
      let made = try CouncilScenario(table, try table.find(code, asOf: nil), asOf: nil, base: base)
      let service = try Self.reader.read(text: made.text(basedOn: Self.basePath), name: "x.yaml").parameters
      #expect(Double(service.opening.unaccompanied) == table.figure(measure, code, 2025).value)
      let leavers = service.opening.unaccompaniedLeavers
      #expect(leavers > 0 && leavers <= service.opening.children[.careLeaver])
    }
  }

  @Test("care leavers at the start are of all ages that are supported")
  func leavers() throws {
    let (table, base) = (try Self.table.get(), try Self.base.get())
    for (code, name) in [("383", "Leeds"), ("895", "Cheshire East")] {
      let made = try CouncilScenario(table, try table.find(code, asOf: nil), asOf: nil, base: base)
      let service = try Self.reader.read(text: made.text(basedOn: Self.basePath), name: "x.yaml").parameters
      func number(_ column: String) throws -> Double {
        try #require(NationalMeasure.named(column).flatMap { table.figure($0, code, 2025).value })
      }
      // To 21 all are supported, and a quarter to 25: of those aged 18, twice a third of those aged 19 to 21, and once.
      let each = try number("care_leavers_19_to_21") / 3
      let wanted = try number("cla_ceased/age=18plus") + 3 * each
      #expect(abs(Double(service.opening.children[.careLeaver]) - wanted) <= 0.51, "\(name)")
      #expect(made.supportedShares == [1, 1, 1, 0.25, 0.25, 0.25, 0.25])
    }
  }

  @Test(
    "where many land who came alone, as many come as are published; elsewhere as many as keep their number")
  func landed() throws {
    let (table, base) = (try Self.table.get(), try Self.base.get())
    let there = try #require(NationalMeasure.named("children_looked_after/uasc"))
    for (code, many) in [("886", true), ("383", false), ("855", false), ("926", false)] {
      let made = try CouncilScenario(table, try table.find(code, asOf: nil), asOf: nil, base: base)
      let service = try Self.reader.read(text: made.text(basedOn: Self.basePath), name: "x.yaml").parameters
      let (way, usual) = (service.demand.direct[.unaccompanied], base.demand.direct[.unaccompanied])
      let number = try #require(table.figure(there, code, 2025).value)
      if !many {
        #expect(abs(way.perYear - 0.7 * number) < 0.01 && way.stay.to18Share == usual.stay.to18Share)
        continue
      }
      // Kent: 1,105 children left care at 16 and 699 at 17 in 2024-25, and 2,101 came at 16 or over.
      // At 10 to 15 came 824, where England's rate gives some 250.
      #expect(2_300..<2_700 ~= way.perYear)
      #expect(abs(way.ages.reduce(0, +) - 1) < 1e-9 && way.ages.prefix(3).allSatisfy { $0 == 0 })
      #expect(0.18..<0.3 ~= way.ages[3])
      #expect(service.pathway.careEntryRatio[.age16plus] < 10)
      // Their own children stay about as long as elsewhere.
      #expect(1_000..<3_000 ~= service.pathway.stages[.lookedAfter].duration.mean)
      // As many stay to eighteen as where none are passed on, and together they keep their number.
      let turning18 = way.perYear * way.stay.to18Share
      #expect(turning18 < 0.7 * number * usual.stay.to18Share)
      let kept = turning18 / usual.stay.to18Share / 0.7
      #expect(abs(kept + (way.perYear - 0.7 * kept) * 30 / 365.25 - number) < 0.01 * number)
      let entries = try #require(made.expectedEntries).value
      #expect(entries == 3_226)
      // Infants and children to nine come as elsewhere: 104, 106 and 91 were published.
      let ages = service.expectedAges().entries
      #expect(zip(ages, [104, 106, 91]).allSatisfy { $0 > 0.6 * $1 && $0 < 1.4 * $1 }, "\(ages)")
    }
  }

  @Test("the grant is what was paid at the start: by night, by how many there are, and not by prices")
  func grants() throws {
    let (table, base) = (try Self.table.get(), try Self.base.get())
    func grant(_ code: String, _ year: Int) throws -> [Double] {
      let made = try CouncilScenario(
        table, try table.find(code, asOf: nil), asOf: CivilDate(year, 12, 31), base: base)
      let service = try Self.reader.read(text: made.text(basedOn: Self.basePath), name: "x.yaml").parameters
      return GrantKind.allCases.map { service.money.grantPerWeek[$0] }
    }
    // Croydon has many, Dudley few.
    #expect(try grant("306", 2017) == [798, 637, 200])
    #expect(try grant("306", 2019) == [798, 798, 200])
    #expect(try grant("306", 2021) == [1001, 1001, 240])
    #expect(try grant("332", 2021) == [798, 798, 240])
    #expect(try grant("332", 2024) == [798, 798, 270])
  }

  @Test("counts that are not told are said to be so")
  func small() throws {
    let table = try Self.table.get()
    let made = try CouncilScenario(table, try table.find("201", asOf: nil), asOf: nil, base: Self.base.get())
    let told = try #require(made.figures.stock("children_looked_after", 2025))
    #expect(told.source.text.contains("fewer than 6 and not told"))
  }

  @Test("children come to live where the council's children live", arguments: ["383", "355", "204", "886"])
  func placements(_ code: String) throws {
    let (table, base) = (try Self.table.get(), try Self.base.get())
    let made = try CouncilScenario(table, try table.find(code, asOf: nil), asOf: nil, base: base)
    let service = try Self.reader.read(text: made.text(basedOn: Self.basePath), name: "x.yaml").parameters
    let ages = AgeBand.allCases.map { service.opening.lookedAfterAges[$0] }
    let measure = try #require(NationalMeasure.named("children_looked_after/uasc"))
    let unaccompanied = try #require(table.figure(measure, code, 2025).value)
    let alone = unaccompanied / Double(service.opening.children[.lookedAfter])
    let direct = base.demand.direct[.unaccompanied].ages
    let others = zip(ages, direct).map { max($0 - alone * $1, 0.1 * $0) }
    let sum = others.reduce(0, +)
    for placement in [Placement.kinship, .withParents, .supported, .inHouseFostering, .residentialSchool] {
      var share = alone * service.placements.unaccompaniedMix.shares[placement]
      for (band, part) in zip(AgeBand.allCases, others) {
        share += (1 - alone) * part / sum * service.placements.sharesWithRoom(at: band)[placement]
      }
      // Chances have a limit on both sides.
      #expect(abs(share - service.opening.placements.shares[placement]) < 0.03, "\(placement)")
    }
  }

  @Test("judgements have the share that had been published, at England's vacancies")
  func judgements() throws {
    #expect(Judgements.chances(by: CivilDate(2015, 1, 1), atVacancyRate: 0.2, slope: 3) == nil)
    for (day, worst, best) in [
      (CivilDate(2016, 1, 1), 0.237, 0.237), (CivilDate(2018, 1, 1), 0.24, 0.29),
      (CivilDate(2024, 8, 29), 0.13, 0.49), (CivilDate(2026, 1, 1), 0.13, 0.6),
    ] {
      let found = try #require(Judgements.chances(by: day, atVacancyRate: 0.2, slope: 3))
      func moved(_ share: Double, _ logOdds: Double) -> Double {
        let odds = share / (1 - share) * exp(logOdds)
        return odds / (1 + odds)
      }
      #expect(abs(moved(found.inadequate.value, 0.6) - worst) < 1e-9)
      #expect(abs(moved(found.good.value, -0.6) - best) < 1e-9)
    }
  }

  @Test("the more one council's years vary, the nearer to its region's it is drawn")
  func shrinkage() throws {
    let table = try Self.table.get()
    func weight(_ name: String) throws -> Double {
      let measure = try #require(NationalMeasure.named(name))
      return try #require(Shrinkage(table, measure, upTo: 2022, populationUpTo: 2022)).ownShare(years: 3)
    }
    let (stock, flow) = (try weight("children_looked_after"), try weight("cpp_started"))
    #expect(stock > flow)
    #expect((0.5...1).contains(flow))
  }
}
