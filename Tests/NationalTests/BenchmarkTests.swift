import Dates
import Results
import Testing

@testable import National

@Suite("A council beside the others")
struct BenchmarkTests {
  private static let table = Result { try NationalTable(folder: NationalTable.shipped) }
  private static let day = CivilDate(2018, 3, 31)

  private func benchmarks(_ name: String, _ day: CivilDate = day) throws -> CouncilBenchmarks {
    let table = try Self.table.get()
    return CouncilBenchmarks(table, try table.find(name, asOf: day), dataAsOf: day)
  }

  @Test("percentiles are those of the others' figures, counted by hand")
  func percentiles() throws {
    let table = try Self.table.get()
    let row = try #require(try benchmarks("Leeds").rows().first { $0.benchmark == "vacancy_rate" })
    let measure = try #require(NationalMeasure.named("vacancy_rate_fte"))
    let own = try #require(table.figure(measure, "383", row.year).value)
    let others = table.real.filter { $0.code != "383" }.compactMap {
      table.figure(measure, $0.code, row.year).value
    }
    #expect(row.year == 2017 && row.value == own && row.councils == others.count)
    let below = Double(others.count { $0 < own }) + 0.5 * Double(others.count { $0 == own })
    #expect(row.percentile == below / Double(others.count))
    #expect(row.p25 <= row.p50 && row.p50 <= row.p75)
    #expect(row.regionCouncils == 14 && row.neighbours > 5 && row.neighbours <= 10)
  }

  @Test("the most and the least of all councils stand at the ends")
  func ends() throws {
    let table = try Self.table.get()
    let councils = table.real.filter { $0.successors.isEmpty }
    var percentiles: [Double] = []
    for council in councils {
      let rows = CouncilBenchmarks(table, council, dataAsOf: Self.day).rows()
      percentiles += rows.filter { $0.benchmark == "looked_after_rate" }.map(\.percentile)
      #expect(rows.allSatisfy { (0...1).contains($0.percentile) && $0.value.isFinite })
    }
    #expect(percentiles.count > 140 && percentiles.contains(0) && percentiles.contains(1))
    let mean = percentiles.reduce(0, +) / Double(percentiles.count)
    #expect(abs(mean - 0.5) < 0.01)
  }

  @Test("no figure of a later day is used")
  func nothingLater() throws {
    for row in try benchmarks("Kent", CivilDate(2016, 6, 30)).rows() {
      let column = try #require(Benchmark.all.first { $0.name == row.benchmark }).column
      #expect(column.lastDay(of: row.year) <= CivilDate(2016, 6, 30), "\(row.benchmark)")
    }
  }

  @Test("a forecast stands among the figures published at its start, over the children of then")
  func forecasts() throws {
    let made = try benchmarks("Leeds")
    let published = try #require(made.rows().first { $0.benchmark == "looked_after_rate" })
    let measure = try #require(NationalMeasure.named("children_looked_after"))
    let now = try #require(try Self.table.get().figure(measure, "383", published.year).value)
    let row = ForecastRow {
      ($0.measure, $0.horizon, $0.toldP50) = ("children_looked_after", 3, 2 * now)
    }
    let rows = made.rows(forecast: [row]).filter { $0.benchmark == "looked_after_rate" }
    #expect(rows.map(\.kind) == [.published, .forecast] && rows[0] == published)
    #expect(abs(rows[1].value - 2 * published.value) < 1e-9 && rows[1].year == published.year + 3)
    #expect(rows[1].percentile > rows[0].percentile)
  }

  @Test("a value that a figure sets is told where the council stands; another is not")
  func sentences() throws {
    let made = try benchmarks("Leeds")
    let words = try #require(made.sentence(for: "demand.referralsPerYear"))
    #expect(words.contains("Referrals in the year of Leeds in 2018") && words.contains("most like it"))
    #expect(made.sentence(for: "workforce.teams.safeguarding.posts.socialWorker") != nil)
    #expect(made.sentence(for: "run.seed") == nil)
  }

  @Test("the councils most like one are near in size, and it is not among them")
  func neighbours() throws {
    let table = try Self.table.get()
    let codes = Neighbours(table, "383") { _ in 2016 }.codes
    #expect(codes.count == 10 && !codes.contains("383") && Set(codes).count == 10)
    let children = try #require(NationalMeasure.named("population_0_17"))
    let sizes = codes.compactMap { table.figure(children, $0, 2016).value }
    let own = try #require(table.figure(children, "383", 2016).value)
    #expect(sizes.allSatisfy { $0 > own / 3 && $0 < own * 3 })
  }
}
