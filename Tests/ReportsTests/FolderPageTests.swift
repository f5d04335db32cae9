import Dates
import Foundation
import Parameters
import Testing

@testable import Reports
@testable import Results

@Suite("Pages of what compare, worth and sweep write")
struct FolderPageTests {
  private let names = MeasureNames(
    [
      Series(
        measure: "children_looked_after", unit: .children, gathering: .stock,
        .less.headline(1, "Children looked after").fan),
      Series(
        measure: "cost_gbp", unit: .pounds, gathering: .flow, subject: .money,
        .less.headline(12, "Cost in the year").fan),
      Series(
        measure: "vacancy_rate_fte", breakdown: "role=social_worker", unit: .share, gathering: .stockRate,
        subject: .staff,
        .less.headline(7, "Vacancy rate").fan),
    ], meanings: ["demand.referralsPerYear": "Referrals in a year. As published."])

  private var manifest: Manifest {
    var manifest = SmallResult.manifest()
    (manifest.checksHold, manifest.replicationsDone, manifest.replicationsWanted) = (true, 40, 40)
    manifest.command = ["/opt/tools/caseload", "compare", "a.yaml", "b c.yaml"]
    manifest.warnings = []
    return manifest
  }

  private func row(_ output: String, _ unit: String, _ verdict: ComparisonRow.Verdict, _ mean: Double)
    -> ComparisonRow
  {
    ComparisonRow {
      ($0.scenario, $0.base, $0.output, $0.unit) = ("pay", "base", output, unit)
      ($0.baseMean, $0.mean, $0.difference) = (10, 10 + mean, mean)
      ($0.lower, $0.upper, $0.verdict) = (mean - 0.5, mean + 0.5, verdict)
      $0.period = "on 2016-03-31"
      ($0.pairsBetter, $0.pairsSame, $0.pairsWorse) = (30, 4, 6)
    }
  }

  private func spread(_ mean: Double, _ half: Double) -> Spread {
    var spread = Spread()
    (spread.mean, spread.lower, spread.upper) = (mean, mean - half, mean + half)
    return spread
  }

  private func comparison(isOld: Bool = false) -> StoredComparison {
    let series = ["base", "pay"].flatMap { scenario in
      (1...3).map { month in
        ComparedSeriesRow {
          ($0.scenario, $0.measure, $0.unit) = (scenario, "children_looked_after", "children")
          $0.date = CivilDate(2015, 3 + month, 30)
          $0.estimate = SmallResult.estimate(358 + (scenario == "pay" ? -9 : 0), spread: 4)
        }
      }
    }
    let money = [("2015-16", 2e5), ("2016-17", -9e5), ("all", -7e5)].flatMap { year, mean in
      [ComparedMoneyRow.Level.net, .heading].map { level in
        ComparedMoneyRow {
          ($0.scenario, $0.level, $0.year, $0.pairs) = ("pay", level, year, 40)
          ($0.code, $0.title) = level == .net ? ("", "Whole cost of the service") : ("agency", "Agency staff")
          ($0.baseMean, $0.mean, $0.change) = (2e7, 2e7 + mean, self.spread(mean, 1e5))
        }
      }
    }
    let input = ChangedInputRow {
      ($0.scenario, $0.path, $0.meaning) = ("pay", "levers.pay.from", "First day of <b>pay</b>.")
      ($0.baseValue, $0.value, $0.unit) = ("", "2016-04-01", "date")
    }
    return StoredComparison(
      folder: "Results/a comparison", manifest: manifest,
      rows: [
        row("children_looked_after", "children", .better, -9),
        row("vacancy_rate_fte{role=social_worker}@average", "share", .unresolved, 0.2),
        row("cost_gbp", "£", .better, -7e5), row("cases", "cases", .same, 0),
      ], series: isOld ? [] : series, money: isOld ? [] : money, inputs: isOld ? [] : [input])
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  /// The words of the page, without markup, drawings' coordinates and commands.
  private func words(_ page: String) -> String {
    page.replacing(#/<style>[\s\S]*?<\/style>/#, with: "").replacing(#/<pre[\s\S]*?<\/pre>/#, with: "")
      .replacing(#/<[^>]*>/#, with: " ")
  }

  private func expectPlain(_ page: String) {
    for word in ["replication", "P10", "P90", "quantile", "seed "] {
      #expect(!words(page).lowercased().contains(word.lowercased()), "\(word)")
    }
    #expect(words(page).firstMatch(of: #/\d{4}-\d\d-\d\d/#) == nil, "dates are in words")
    for word in ["<script", "http://", "https://", "src=", "url("] {
      #expect(!page.replacing("xmlns=\"http://www.w3.org/2000/svg\"", with: "").contains(word), "\(word)")
    }
    #expect(page.contains("default-src 'none'"))
  }

  @Test("A comparison: the answer first, inputs, differences, both bands, money and net")
  func compared() throws {
    let page = text(ComparisonPage(comparison(), names: names).bytes)
    let order = [
      "What it comes to", "What differs in the inputs", "Differences", "With and without it, over time",
      "Money, nominal",
      "How far to trust it", "How to make this again",
    ]
    let places = order.compactMap { page.range(of: "\">\($0)</h2>")?.lowerBound }
    #expect(places.count == order.count && places == places.sorted())
    #expect(
      page.contains(
        "the service with Pay saves £700k, nominal (95% interval of the change \u{2212}£800k to \u{2212}£600k)"
      ))
    #expect(
      page.contains(
        "Children looked after: lower by 9.0 children (95% interval of the change \u{2212}9.5 to \u{2212}8.5): better."
      ))
    #expect(
      page.contains("Cannot be told from chance: Vacancy rate (social workers), averaged over the run."))
    #expect(page.contains("The same in every future: Cases."))
    #expect(
      page.contains(
        "352 to 364 children in 8 in 10 simulated futures with Tiny town, 343 to 355 children with Pay"))
    #expect(
      page.contains("1 April 2016") && page.contains("&lt;b&gt;pay&lt;/b&gt;") && page.contains("not set"))
    #expect(page.contains("caseload compare a.yaml &#39;b c.yaml&#39;") && !page.contains("/opt/tools"))
    #expect(page.contains("caseload report &#39;Results/a comparison&#39;"))
    expectPlain(page)
    #expect(text(ComparisonPage(comparison(), names: names).bytes) == page, "the same bytes every time")
  }

  @Test("Each figure is drawn for a wide and a narrow screen, with a table and a source")
  func drawn() {
    let page = text(ComparisonPage(comparison(), names: names).bytes)
    let count = page.matches(of: #/<figure id=/#).count
    #expect(count == 4)
    #expect(page.matches(of: #/<svg class="chart" viewBox="0 0 720/#).count == count)
    #expect(page.matches(of: #/<svg class="chart slim" viewBox="0 0 340/#).count == count)
    for number in 1...count {
      #expect(page.contains("Figure \(number). ") && page.contains("Source of figure \(number): "))
      #expect(page.contains("Figure \(number) as a table"))
    }
    let ids = page.matches(of: #/ id="([^"]+)"/#).map { String($0.output.1) }
    #expect(Set(ids).count == ids.count, "an id stands once on the page")
  }

  @Test("A folder of an earlier program, and one that was stopped, say so")
  func old() {
    var stored = comparison(isOld: true)
    let page = text(ComparisonPage(stored, names: names).bytes)
    #expect(page.contains("has no readings over time: an earlier program wrote it"))
    #expect(page.contains("has no costs by year"))
    var manifest = manifest
    (manifest.checksHold, manifest.interrupted, manifest.replicationsDone) = (false, true, 12)
    stored = StoredComparison(folder: "c", manifest: manifest, rows: stored.rows)
    let stopped = text(ComparisonPage(stored, names: names).bytes)
    #expect(
      stopped.contains("Unfinished: 12 of 40 futures")
        && stopped.contains("A balance of the model does not hold"))
  }

  private func worth(
    _ item: WorthRow.Item, _ year: String, _ mean: Double, code: String = "", unit: String = "£"
  ) -> WorthRow {
    var row = WorthRow.blank
    (row.overlay, row.item, row.year, row.code, row.unit) = ("pay", item, year, code, unit)
    (row.title, row.change, row.replications) = (
      code == "agency" ? "Agency staff" : "Programmes", spread(mean, mean.magnitude / 2), 40
    )
    return row
  }

  @Test("A lever: what it pays and saves, net by year and so far, leavers avoided, cost for each, payback")
  func lever() {
    var payback = WorthRow.blank
    (payback.overlay, payback.item, payback.year, payback.unit) = ("pay", .payback, "all", "")
    (payback.date, payback.note) = ("2017-06-30", "from then on no more has been spent")
    var each = worth(.ownCostPerLeaver, "all", 12_000, unit: "£ per FTE")
    each.title = "Programmes for each leaver avoided"
    var none = worth(.netCostPerLeaver, "all", .nan)
    (none.title, none.note) = (
      "Net cost for each leaver avoided", "it cannot be told from these replications"
    )
    let rows =
      [payback, each, none]
      + ["2015-16", "2016-17", "all"].flatMap { year in
        [
          worth(.heading, year, 3e5, code: "own_cost"), worth(.heading, year, -8e5, code: "agency"),
          worth(.net, year, -5e5),
          worth(.leavers, year, -6, unit: "FTE"), worth(.cumulative, year, -5e5),
        ]
      }
    let page = text(
      WorthPage(StoredComparison(folder: "w", manifest: manifest, worth: rows)).bytes)
    #expect(page.contains("is Pay worth it?"))
    #expect(page.contains("the service with Pay saves £500k on average, nominal, its own cost included"))
    #expect(page.contains("Payback of the mean: 30 June 2017; from then on no more has been spent."))
    #expect(page.contains("It saves £800k on agency staff, nominal, over all years"))
    #expect(page.contains("6.0 full-time equivalents fewer leave over all years"))
    #expect(page.contains(">£12k<") && page.contains("cannot be given"))
    #expect(page.matches(of: #/<figure id=/#).count == 4)
    expectPlain(page)
  }

  @Test(
    "A sweep over two inputs: a heat map, the best point with its doubt, the split of variance",
    arguments: [1, 2, 3])
  func swept(inputs: Int) {
    var sweep = SweepFindings()
    sweep.title = "Small <service>"
    sweep.varied = (0..<inputs).map {
      .init(name: ["demand.referralsPerYear", "pay.share", "x.y"][$0], unit: "-")
    }
    sweep.outputs = [
      .init(name: "cost_gbp", unit: "£", better: "less"),
      .init(name: "children_looked_after", unit: "children", better: "less"),
    ]
    (sweep.objective, sweep.best, sweep.wanted, sweep.failed, sweep.replications) = (0, 0, 9, 0, 12)
    for number in 0..<9 {
      let values = ["\(400 + 100 * (number % 3))", "0.\(number / 3)", "\(number)"]
      var point = SweepFindings.Point(
        id: "p\(number)", values: Array(inputs == 1 ? ["\(400 + number)"] : values.prefix(inputs)),
        estimates: [
          SmallResult.estimate(1e6 + Double(number) * 1e5, spread: 1e4), SmallResult.estimate(60, spread: 3),
        ])
      if number > 0 {
        point.beyondBest = .init(mean: Double(number) * 1e5, lower: -1e4, upper: 3e5, isApart: number > 2)
      }
      sweep.points.append(point)
    }
    sweep.shares = [
      .init(varied: 0.5, inputs: 0.3, chance: 0.2, inputsRange: 0.1...0.5),
      .init(varied: nil, inputs: nil, chance: nil),
    ]
    let page = text(SweepPage(sweep, folder: "s", names: names).bytes)
    #expect(page.contains("The least cost in all, nominal, is £1.0m, with demand.referralsPerYear at 400"))
    #expect(page.contains("2 of the other 8 points cannot be told apart from it in the same futures"))
    #expect(
      page.contains(
        "The variance of cost in all: 50% from what was varied, 30% from uncertain inputs, 20% from chance"))
    #expect(page.contains("Referrals in a year") && page.contains("Small &lt;service&gt;"))
    #expect(page.contains("<figure id=\"heat-0\"") == (inputs == 2))
    #expect(page.contains("<figure id=\"line-0-0\"") == (inputs != 2))
    #expect(page.contains("<figure id=\"line-0-2\"") == (inputs == 3))
    expectPlain(page)
  }
}
