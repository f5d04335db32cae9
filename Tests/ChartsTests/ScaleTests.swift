import Dates
import Testing

@testable import Charts

@Suite struct ScaleTests {
  @Test func aValueIsPlacedInProportion() {
    let scale = Scale(domain: 0...10, from: 100, to: 0)
    #expect(scale(0) == 100 && scale(5) == 50 && scale(10) == 0)
    #expect(Scale(domain: 3...3, from: 0, to: 10)(3) == 5, "a range without width is drawn in the middle")
  }

  /// Over ranges of many sizes and places: round steps, in order, evenly apart, holding the whole range.
  @Test(arguments: [1e-6, 0.003, 0.17, 1, 7, 357, 23_773_871, 1e12])
  func ticksAreRoundAndHoldTheRange(size: Double) {
    for offset in [0.0, 0.1, 1, 13.7] {
      let range = (offset * size)...(offset * size + size)
      let ticks = Ticks(range, count: 5)
      #expect(ticks.domain.lowerBound <= range.lowerBound + size * 1e-6)
      #expect(ticks.domain.upperBound >= range.upperBound - size * 1e-6)
      #expect((2...12).contains(ticks.values.count), "\(ticks.values)")
      for (one, two) in zip(ticks.values, ticks.values.dropFirst()) {
        #expect(abs(two - one - ticks.step) < ticks.step * 1e-6)
      }
      var mantissa = ticks.step
      while mantissa < 0.999 { mantissa *= 10 }
      while mantissa >= 9.99 { mantissa /= 10 }
      #expect([1.0, 2, 5].contains { abs($0 - mantissa) < 1e-6 }, "the step \(ticks.step) is not round")
    }
  }

  @Test func aSingleValueHasAnAxisToo() {
    let ticks = Ticks(4...4, count: 5)
    #expect(ticks.domain.contains(4) && ticks.domain.lowerBound < ticks.domain.upperBound)
  }

  @Test func labelsKeepTheirDistanceAndTheirOrder() {
    let wanted = [50.0, 52, 51, 10, 99]
    let places = LabelPlaces.spread(wanted, gap: 15, within: 0...100)
    let order = wanted.indices.sorted { wanted[$0] < wanted[$1] }
    for (one, two) in zip(order, order.dropFirst()) { #expect(places[two] - places[one] >= 14.999) }
    #expect(places.allSatisfy { (0...100).contains($0) })
    #expect(LabelPlaces.spread([20, 60], gap: 15, within: 0...100) == [20, 60], "those with room stay")
  }

  @Test func financialYearsBeginInApril() {
    let days = CivilDate.firstsOfApril(from: CivilDate(2015, 4, 2), through: CivilDate(2018, 4, 1))
    #expect(days.map(\.description) == ["2016-04-01", "2017-04-01", "2018-04-01"])
  }

  @Test func theExtentLeavesOutWhatIsNoNumber() {
    #expect(extent([3, .nan, -1, .infinity]) == -1...3)
    #expect(extent([]) == 0...1)
  }
}
