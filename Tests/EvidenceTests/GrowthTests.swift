import Foundation
import Reports
import Results
import Testing

@testable import Evidence

@Suite("What growth in looked-after children costs")
struct GrowthTests {
  /// A service of two kinds of placement, ten children at the start in the first and none in the second; the number in
  /// each by month, and the number that there would have been had stays not changed, that of all unless given.
  private func readings(
    _ first: [Double], _ second: [Double], price: (Int) -> Double = { _ in 700 }, atFirstStay: [Double]? = nil
  ) -> MonthlyReadings {
    let months = Written.months(first.count)
    let days = Written.readings([Written.series("x", [first])], months: first.count).days
    var series: [MonthlyReadings.Series] = []
    let total = zip(first, second).map { $0 + $1 }
    for (place, kind) in FlatService.kinds.enumerated() {
      let children =
        place == 0 ? first : place == 1 ? second : kind.placement.isEmpty ? total : total.map { _ in 0 }
      let unit = kind.placement.isEmpty ? 70.0 : place == 1 ? 3 : 1
      let weeks = children.indices.map { children[$0] * days[$0] / 7 }
      let cost = weeks.indices.map { weeks[$0] * (kind.placement.isEmpty ? unit : unit * price($0)) }
      series.append(Written.series("activity", "line=\(kind.line)", [weeks]))
      series.append(Written.series("cost_gbp", "line=\(kind.line)", [cost]))
      if !kind.placement.isEmpty {
        series.append(
          Written.series(
            "children_looked_after", "placement=\(kind.placement)", opening: place == 0 ? 10 : 0, [children]))
      }
    }
    let deflator = months.indices.map { pow(1.02, Double($0 / 12)) }
    series.append(Written.series("children_looked_after", opening: 10, [total]))
    series.append(Written.series("cost_gbp", [deflator.map { 100 * $0 }]))
    series.append(Written.series("cost_real_gbp", [deflator.map { _ in 100 }]))
    series.append(Written.series("children_looked_after_average", [total]))
    series.append(Written.series("children_looked_after_at_first_stay", [atFirstStay ?? total]))
    return Written.readings(series, months: first.count)
  }

  private func parts(_ growth: GrowthCost, year: Int) -> [Double] {
    growth.years[0][year].parts.map { $0.reduce(0, +) }
  }

  @Test("A service that stays as it was, with prices that follow general inflation, has no growth")
  func flat() throws {
    let ten = Array(repeating: 10.0, count: 24)
    let none = Array(repeating: 0.0, count: 24)
    // Other services are at a fixed price here, so they fall behind inflation: the whole of what is left.
    let growth = try GrowthCost(
      readings(ten, none, price: { 700 * pow(1.02, Double($0 / 12)) }), budgets: nil)
    #expect(growth.labels == ["2015-16", "2016-17"])
    #expect(abs(growth.years[0][0].growth) < 1e-6)
    let weeks = 365.0 / 7
    #expect(abs(growth.years[0][1].growth - (-10 * weeks * 70 * 0.02)) < 1e-6)
    #expect(
      zip(parts(growth, year: 1), [0, 0, 0, -10 * weeks * 70 * 0.02]).allSatisfy { abs($0 - $1) < 1e-6 })
  }

  @Test("Each part by itself")
  func alone() throws {
    let ten = Array(repeating: 10.0, count: 12)
    let none = Array(repeating: 0.0, count: 12)
    let weeks = 366.0 / 7
    let mix = try GrowthCost(
      readings(Array(repeating: 4, count: 12), Array(repeating: 6, count: 12)),
      budgets: nil)
    let expected = 6 * weeks * (3 * 700 - 700)
    #expect(abs(mix.years[0][0].growth - expected) < 1e-6)
    #expect(abs(parts(mix, year: 0)[2] - expected) < 1e-6)
    // Twice as many children on twice as many starts: volume alone.
    let twice = try GrowthCost(
      readings(ten.map { $0 * 2 }, none), budgets: nil)
    let volume = 10 * weeks * (700 + 70)
    let found = parts(twice, year: 0)
    #expect(abs(twice.years[0][0].growth - volume) < 1e-6)
    #expect(zip(found, [volume, 0, 0, 0]).allSatisfy { abs($0 - $1) < 1e-6 })
  }

  @Test("What stays have brought about is length of stay, and the rest of the number entries")
  func entriesAndStay() throws {
    let months = 24
    var children = Array(repeating: 10.0, count: months)
    for month in 12..<months { children[month] = 15 }
    let none = Array(repeating: 0.0, count: months)
    let each = 365.0 / 7 * (700 + 70) * 1.02
    // With the stays of the first year there would be 12 of the 15.
    let atFirst = children.map { $0 == 15 ? 12 : $0 }
    let growth = try GrowthCost(readings(children, none, atFirstStay: atFirst), budgets: nil)
    #expect(abs(parts(growth, year: 0)[0]) + abs(parts(growth, year: 0)[1]) < 1e-6)
    let found = parts(growth, year: 1)
    #expect(abs(found[0] - 2 * each) < 1e-6 * each && abs(found[1] - 3 * each) < 1e-6 * each, "\(found)")
    // More entries and shorter stays that cancel are two parts that do.
    let even = try GrowthCost(
      readings(Array(repeating: 10, count: months), none, atFirstStay: children), budgets: nil)
    let both = parts(even, year: 1)
    #expect(abs(both[0] - 5 * each) < 1e-6 * each && abs(both[0] + both[1]) < 1e-6 * each, "\(both)")
  }

  @Test("The written parts add up to the written total, to the penny")
  func pennies() throws {
    let children = (0..<36).map { 10 + Double($0) / 7 }
    let growth = try GrowthCost(
      readings(
        children, children.map { $0 / 3 }, price: { 700 + Double($0) * 1.234 },
        atFirstStay: children.map { $0 * 1.3 }),
      budgets: nil)
    for label in growth.labels {
      let year = growth.parts.filter { $0.year == label }
      func pence(_ rows: [GrowthPartRow]) -> Int {
        rows.reduce(0) { $0 + Int(($1.part.mean * 100).rounded()) }
      }
      let total = year.filter { $0.driver == "total" }
      #expect(total.count == 1)
      #expect(pence(total) == pence(year.filter { $0.placement != "all" }))
      #expect(pence(total) == pence(year.filter { $0.placement == "all" && $0.driver != "total" }))
      #expect(year.allSatisfy { abs($0.residual) < 0.005 })
    }
  }

  @Test("A share of what staff cost is one more kind of cost, with a volume and a price")
  func staffing() throws {
    let children = Array(repeating: 15.0, count: 12)
    let none = Array(repeating: 0.0, count: 12)
    var series = readings(children, none).series
    for line in FlatService.staffLines {
      series.append(Written.series("cost_gbp", "line=\(line.label)", [children.map { _ in 100 }]))
    }
    let with = Written.readings(series, months: 12)
    let bare = try GrowthCost(with, budgets: nil)
    let half = try GrowthCost(with, budgets: nil, staffShare: 0.5)
    let staff = 100.0 * 12 * Double(FlatService.staffLines.count) * 0.5
    // Fifteen children where ten were: a third of the staff's cost is growth in numbers.
    #expect(abs(half.years[0][0].growth - bare.years[0][0].growth - staff / 3) < 1e-6)
    #expect(
      abs(half.years[0][0].parts[0].reduce(0, +) - bare.years[0][0].parts[0].reduce(0, +) - staff / 3) < 1e-6)
    let scope = GrowthScope(with, staffShare: 0.5).rows
    #expect(scope.first { $0.code == "social_workers" }?.share == 0.5)
    #expect(scope.first { $0.code == "residential" }?.share == 1)
    #expect(scope.first { $0.code == "total" }?.share.isNaN == true)
    let text = GrowthRow.text(half.rows, half.parts, half.presentValues(), scope, width: 80, colour: false)
    #expect(text.contains("Counted: ") && text.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test("Over budget: the share of replications, with its interval")
  func budget() throws {
    let ten = Array(repeating: 10.0, count: 12)
    let growth = try GrowthCost(
      readings(ten, ten.map { _ in 0 }), budgets: [1000])
    let row = try #require(growth.rows.first)
    #expect(row.budget == 1000 && row.overBudget == Likelihood(1, of: 1))
  }
}
