import Reports
import Results
import ServiceModel
import Testing

@testable import Evidence

@Suite("Whether an overlay is worth it")
struct WorthTests {
  /// Two years of replications: what lines cost in each month, by line, and how many leave.
  private func readings(
    _ costs: [BudgetLine: (Int, Int) -> Double], leavers: (Int, Int) -> Double, count: Int, months: Int = 24
  ) -> MonthlyReadings {
    let replications = 0..<count
    func table(_ value: (Int, Int) -> Double) -> [[Double]] {
      replications.map { replication in (0..<months).map { value(replication, $0) } }
    }
    var series: [MonthlyReadings.Series] = []
    for (line, cost) in costs.sorted(by: { $0.key.label < $1.key.label }) {
      series.append(Written.series("cost_gbp", "line=\(line.label)", table(cost)))
    }
    let total = { (replication: Int, month: Int) in costs.values.reduce(0) { $0 + $1(replication, month) } }
    series.append(Written.series("cost_gbp", table(total)))
    series.append(Written.series("cost_real_gbp", table(total)))
    series.append(Written.series("leavers_fte", table(leavers)))
    return Written.readings(series, months: months)
  }

  private func rows(_ worth: Worth, _ item: WorthRow.Item, _ year: String = "all") -> [WorthRow] {
    worth.rows.filter { $0.item == item && $0.year == year }
  }

  /// £10 a month for a programme in the first year; £20.50 a month less for agency staff in the second; a tenth of a leaver
  /// fewer each month, a little more or less by replication.
  private func worth(saving: Double = 20.5) -> Worth {
    func noise(_ replication: Int) -> Double { Double(replication % 5) - 2 }
    let base = readings(
      [.agency: { 100 + noise($0) + Double($1) }, .programmes: { _, _ in 0 }], leavers: { _, _ in 1 },
      count: 20)
    let with = readings(
      [
        .agency: { 100 + noise($0) + Double($1) - ($1 >= 12 ? saving + noise($0) / 10 : 0) },
        .programmes: { _, month in month < 12 ? 10 : 0 },
      ], leavers: { replication, _ in 0.9 + noise(replication) / 100 }, count: 20)
    return Worth(overlay: "pay", base: base, with: with)
  }

  @Test("The overlay's own cost is in the net, by year and in all, by hand")
  func byHand() throws {
    let worth = worth()
    let net = try #require(rows(worth, .net).first)
    #expect(abs(net.change.mean - (120 - 246)) < 1e-9 && net.change.isApart)
    #expect(abs((rows(worth, .net, "2015-16").first?.change.mean ?? 0) - 120) < 1e-9)
    #expect(abs((rows(worth, .cumulative, "2016-17").first?.change.mean ?? 0) + 126) < 1e-9)
    let headings = rows(worth, .heading)
    #expect(abs(headings.reduce(0) { $0 + $1.change.mean } - net.change.mean) < 1e-9)
    #expect(headings.first { $0.code == "own_cost" }?.change.mean == 120)
    #expect(worth.rows.filter { $0.item == .line && $0.year == "all" }.count == BudgetLine.allCases.count)
    let leavers = try #require(rows(worth, .leavers).first)
    #expect(abs(leavers.change.mean + 2.4) < 1e-9 && leavers.unit == "FTE")
    let own = try #require(rows(worth, .ownCostPerLeaver).first)
    #expect(abs(own.change.mean - 50) < 1e-9 && own.change.lower < 50 && own.change.upper > 50)
    // £120 spent by March 2016 and £20.50 a month saved: back after six months.
    let payback = try #require(rows(worth, .payback).first)
    #expect(payback.date == "2016-09-30")
  }

  @Test(
    "In what share of the futures the money is back, by year, by hand; the range of the paired net; half by a date"
  )
  func chance() throws {
    let worth = worth()
    // Each future saves £20.30 to £20.70 a month from the thirteenth month on: £120 are back after six of them.
    #expect(worth.paybacks.allSatisfy { $0 == 17 })
    #expect(rows(worth, .paidBack, "2015-16").first?.change.mean == 0)
    let whole = try #require(rows(worth, .paidBack).first)
    #expect(whole.change.mean == 1 && whole.change.lower > 0.8 && whole.date == "2016-09-30")
    let net = try #require(rows(worth, .net).first)
    #expect(abs(net.change.p10 - (120 - 248.4)) < 1.3 && abs(net.change.p90 - (120 - 243.6)) < 1.3)
    let text = WorthRow.text(worth.rows, width: 80, colour: false).replacing(#/\s+/#, with: " ")
    #expect(text.contains("In 8 in 10 futures the change is between -£128 and -£124."))
    #expect(text.contains("The money is back by the end of the run: almost certain"))
    #expect(text.contains("in half of them by 2016-09-30"))
    #expect(
      WorthRow.text(worth.rows, width: 80, colour: false).split(separator: "\n").allSatisfy { $0.count <= 80 }
    )
    let dear = self.worth(saving: 5)
    #expect(dear.paybacks.allSatisfy { $0 == nil })
    #expect(WorthRow.text(dear.rows, width: 80, colour: false).contains("fewer than half"))
  }

  @Test("A net saving for each leaver avoided is called one")
  func saving() throws {
    let net = try #require(rows(worth(), .netCostPerLeaver).first)
    #expect(net.change.mean < 0 && net.note.contains("saving"))
    let text = WorthRow.text(worth().rows, width: 100, colour: false)
    #expect(text.contains("Net saving for each leaver avoided: £5") && !text.contains("Net cost for each"))
    let dear = WorthRow.text(worth(saving: 5).rows, width: 100, colour: false)
    #expect(dear.contains("Net cost for each leaver avoided: £"))
  }

  @Test("The two classes make up the net in every year, whole cost of the service")
  func classes() {
    let worth = worth()
    for year in worth.years.indices {
      let (parts, net) = (worth.classes(year), worth.changes("cost_gbp", [""], worth.years[year].months))
      for (place, whole) in net.enumerated() {
        #expect(abs(parts.cashable[place] + parts.avoidance[place] - whole) < 1e-4)
      }
    }
    // From 130 to 110 over a baseline of 100: avoidance alone; to 90: ten of it cashable.
    #expect(Worth.split(base: 130, with: 110, baseline: 100) == (0, -20))
    #expect(Worth.split(base: 130, with: 90, baseline: 100) == (-10, -30))
    #expect(Worth.split(base: 95, with: 99, baseline: 100) == (4, 0))
    var numbers = Numbers(seed: 5)
    for _ in 0..<1000 {
      let (base, with, baseline) = (numbers.next(), numbers.next(), numbers.next())
      let parts = Worth.split(base: base, with: with, baseline: baseline)
      #expect(abs(parts.cashable + parts.avoidance - (with - base)) < 1e-12)
    }
  }

  @Test("What cannot be told is said to be so")
  func notTold() throws {
    let base = readings(
      [.agency: { replication, _ in 100 + Double(replication % 7) }],
      leavers: { replication, _ in Double(replication % 3) },
      count: 20)
    let with = readings(
      [.agency: { replication, _ in 100 + Double((replication + 3) % 7) }],
      leavers: { replication, _ in Double((replication + 1) % 3) }, count: 20)
    let worth = Worth(overlay: "pay", base: base, with: with)
    #expect(rows(worth, .net).first?.change.isApart == false && worth.payback == .notTold)
    let ratio = try #require(rows(worth, .netCostPerLeaver).first)
    #expect(ratio.change.mean.isNaN && !ratio.note.isEmpty)
    let text = WorthRow.text(worth.rows, width: 80, colour: false)
    #expect(text.contains("cannot be told from 20 pairs") && text.contains("not told apart"))
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test("An overlay that changes nothing in any future is no difference, and the reason is given")
  func nothing() {
    let same = readings([.agency: { _, _ in 100 }], leavers: { _, _ in 1 }, count: 3)
    let rows = Worth(overlay: "late", base: same, with: same).rows
    let text = WorthRow.text(rows, width: 80, colour: false, reason: "it starts on 2026-04-01")
    #expect(text.contains("late: no difference in cost or leavers in any of 3 futures: it starts on"))
    #expect(!text.contains("cannot be told"))
  }

  @Test("When the money is back")
  func payback() {
    #expect(worth(saving: 5).payback == .never)
    #expect(worth().payback == .by(17))
    let same = readings([.agency: { _, _ in 100 }], leavers: { _, _ in 1 }, count: 3)
    #expect(Worth(overlay: "pay", base: same, with: same).payback == .nothing)
  }
}
