import Foundation
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

  @Test("Over budget: the share of replications, with its interval")
  func budget() throws {
    let ten = Array(repeating: 10.0, count: 12)
    let growth = try GrowthCost(
      readings(ten, ten.map { _ in 0 }), budgets: [1000])
    let row = try #require(growth.rows.first)
    #expect(row.budget == 1000 && row.overBudget == Likelihood(1, of: 1))
  }
}

@Suite("Savings by class")
struct SavingsTests {
  @Test("The class follows from the baseline")
  func split() {
    // Growth from 100 to 130 is held at 110: 20 avoided, nothing cashable.
    #expect(
      Savings.split(base: 130, with: 110, baseline: 100) == [.cashable: 0, .avoidance: 20, .addedCost: 0])
    // Down to 90: 30 avoided and 10 below today's spending.
    #expect(
      Savings.split(base: 130, with: 90, baseline: 100) == [.cashable: 10, .avoidance: 30, .addedCost: 0])
    #expect(Savings.split(base: 95, with: 90, baseline: 100) == [.cashable: 5, .avoidance: 0, .addedCost: 0])
    #expect(Savings.split(base: 95, with: 99, baseline: 100) == [.cashable: 0, .avoidance: 0, .addedCost: 4])
  }

  @Test("The two parts of a saving are the saving")
  func property() {
    var numbers = Numbers(seed: 5)
    for _ in 0..<1000 {
      let (base, with, baseline) = (numbers.next(), numbers.next(), numbers.next())
      let parts = Savings.split(base: base, with: with, baseline: baseline)
      let sum = (parts[.cashable] ?? 0) + (parts[.avoidance] ?? 0) - (parts[.addedCost] ?? 0)
      #expect(abs(sum - (base - with)) < 1e-12)
      #expect(parts.values.allSatisfy { $0 >= 0 })
    }
  }
}
