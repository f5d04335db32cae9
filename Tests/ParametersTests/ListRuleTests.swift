import Testing

@testable import Parameters

private struct Lists: ParameterGroup {
  var values = [1.0, 0.5]
  var shares = [0.75, 0.25]
  var months: [Double] = []
  var ends = [10.0, 20]
  var every = [1.0, 2, 3]
  var arrivals: [Double] = []
  var lengths: [Double] = []

  static let table: [Parameter<Lists>] = [
    .init("values", \.values, .fte, 0...1, .notEmpty, .modelChoice, "Values."),
    .init(
      "shares", \.shares, .share, 0...1, .shares(1...Int.max).asLong(as: "values"), .modelChoice, "Shares."),
    .init("months", \.months, .ratio, 0...9, .weights(12), .modelChoice, "Weights."),
    .init("ends", \.ends, .days, 0...99, .anyLength.rising, .modelChoice, "Ends."),
    .init(
      "every", \.every, .days, 0...99, .notEmpty.asLong(as: "ends", plus: 1), .modelChoice, "Intervals."),
    .init("arrivals", \.arrivals, .days, 0...99, .anyLength.sorted, .modelChoice, "Arrivals."),
    .init("lengths", \.lengths, .days, 0...99, .anyLength.reaching("arrivals"), .modelChoice, "Lengths."),
  ]
}

private struct Whole: ParameterGroup {
  var inside = Lists()

  static let table = Lists.table.lifted(to: \Whole.inside, under: "inside")
}

@Suite("What a list must be stands with its parameter")
struct ListRuleTests {
  private func found(_ change: (inout Lists) -> Void) -> [String] {
    var lists = Lists()
    change(&lists)
    return lists.listContradictions(Lists.table).map { "\($0.code) \($0.paths.joined(separator: " "))" }
  }

  @Test("Sound lists have no fault")
  func sound() {
    #expect(found { _ in }.isEmpty)
    #expect(found { ($0.arrivals, $0.lengths) = ([1, 1, 2], [1, 2, 3, 4]) }.isEmpty)
    #expect(found { $0.months = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1] }.isEmpty)
    #expect(found { ($0.ends, $0.every) = ([], [7]) }.isEmpty)
  }

  @Test("Lists that do not go together")
  func lengths() {
    #expect(found { $0.shares = [1] } == ["list-lengths shares values"])
    #expect(found { $0.shares = [0.5, 0.25, 0.25] } == ["list-lengths shares values"])
    #expect(found { $0.shares = [] } == ["list-lengths shares values"])
    #expect(found { $0.values = [] } == ["list-lengths values", "list-lengths shares values"])
    #expect(
      found { ($0.values, $0.shares) = ([], []) } == ["list-lengths values", "list-lengths shares values"])
    #expect(found { $0.every = [] } == ["list-lengths every ends"])
    #expect(found { $0.every = [1] } == ["list-lengths every ends"])
    #expect(found { ($0.arrivals, $0.lengths) = ([1, 2], [1]) } == ["list-lengths lengths arrivals"])
    #expect(found { $0.months = [1, 2] } == ["list-lengths months"])
  }

  @Test("Figures that are not what they must be together")
  func figures() {
    #expect(found { $0.months = Array(repeating: 0, count: 12) } == ["all-zero months"])
    #expect(found { $0.shares = [0.5, 0.25] } == ["sum-not-one shares"])
    #expect(found { $0.ends = [10, 10] } == ["not-in-order ends"])
    #expect(found { $0.arrivals = [2, 1] } == ["not-in-order arrivals"])
  }

  @Test("Paths of partners are those of the whole, and each fault says what to do")
  func lifted() {
    var whole = Whole()
    whole.inside.shares = [1]
    whole.inside.months = [1]
    whole.inside.ends = [2, 1]
    let found = whole.listContradictions(Whole.table)
    #expect(found.map(\.paths) == [["inside.shares", "inside.values"], ["inside.months"], ["inside.ends"]])
    #expect(found.allSatisfy { $0.help != nil && $0.severity == .error })
    #expect(
      found[0].message
        == "inside.shares has 1 figure; it needs 2: as many figures as inside.values")
    #expect(found[1].message == "inside.months has 1 figure; it needs 12 figures, or none")
  }
}

@Suite("What readings can be")
struct RangeTests {
  @Test("A share is within 0 and 1 unless its line says more, money may be income")
  func ranges() {
    func series(_ unit: Unit, _ traits: Series.Traits = .neither) -> ClosedRange<Double> {
      Series(measure: "a", unit: unit, gathering: .stock, traits).range
    }
    #expect(series(.share) == 0...1)
    #expect(series(.share, .less.aboveOne.indicator(3)) == 0 ... .infinity)
    #expect(series(.children) == 0 ... .infinity)
    #expect(series(.pounds).contains(-3))
    #expect(series(.share).text == "0 to 1" && series(.fte).text == "0 or more")
    #expect(series(.pounds).text == "any number")
  }

  @Test("Units that may stand beside one another")
  func comparable() {
    #expect(Unit.share.isComparable(with: .share) && Unit("referrals").isComparable(with: .children))
    #expect(Unit("cases").isComparable(with: "cases per FTE"))
    for (one, two) in [
      (Unit.share, Unit.children), (.pounds, .share), (.fte, .people), (.days, .weeks), ("£m", .pounds),
    ] {
      #expect(!one.isComparable(with: two) && !two.isComparable(with: one), "\(one) and \(two)")
    }
  }
}
