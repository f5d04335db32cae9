import Experiments
import Results
import ServiceModel
import Statistics

extension ComparisonDetail {
  /// The headlines under each design.
  ///
  /// - Parameters:
  ///   - offset: how many outputs stand before the detail in each replication.
  ///   - names: of the designs, the base first.
  package func series(_ trials: TrialRunner.Trials, after offset: Int, names: [String]) -> [ComparedSeriesRow]
  {
    zip(names, trials.values).flatMap { name, values in
      fans.flatMap { fan in
        fan.ends.enumerated().map { place, end in
          ComparedSeriesRow {
            ($0.scenario, $0.measure, $0.breakdown) = (name, fan.series.measure, fan.series.breakdown)
            ($0.unit, $0.date, $0.financialYear) = (fan.series.unit.symbol, end.date, end.financialYear)
            $0.estimate = Estimate(values.map { $0[offset + fan.first + place] })
          }
        }
      }
    }
  }

  /// What each overlay changes in the cost: the whole and its headings by year and over all years, and each budget line
  /// over all years. Headings and lines that cost nothing in any design are left out.
  package func money(_ trials: TrialRunner.Trials, after offset: Int, names: [String]) -> [ComparedMoneyRow] {
    guard let base = trials.values.first else { return [] }
    return zip(names.dropFirst(), trials.values.dropFirst()).flatMap { name, values in
      let headings = WorthHeading.allCases.map { heading in
        (heading, lines.filter { WorthHeading($0.line) == heading })
      }
      var rows = rows(.net, "", "Whole cost of the service", whole.map { [$0] } ?? [], base, values, offset)
      rows += headings.flatMap { heading, own in
        self.rows(.heading, heading.rawValue, heading.title, own.map(\.first), base, values, offset)
      }
      rows += lines.flatMap { line, first in
        self.rows(.line, line.label, line.title, [first], base, values, offset).filter {
          $0.year == BudgetRow.allYears
        }
      }
      return rows.map { row in
        var row = row
        row.scenario = name
        return row
      }
    }
  }

  private func rows(
    _ level: ComparedMoneyRow.Level, _ code: String, _ title: String, _ places: [Int], _ base: [[Double]],
    _ other: [[Double]], _ offset: Int
  ) -> [ComparedMoneyRow] {
    guard !places.isEmpty else { return [] }
    func sum(_ values: [Double], _ years: Range<Int>) -> Double {
      places.reduce(0) { total, place in years.reduce(total) { $0 + values[offset + place + $1] } }
    }
    let spans = years.indices.map { (years[$0], $0..<($0 + 1)) } + [(BudgetRow.allYears, years.indices)]
    let rows = spans.map { year, span in
      let (with, without) = (other.map { sum($0, span) }, base.map { sum($0, span) })
      return ComparedMoneyRow {
        ($0.level, $0.code, $0.title, $0.year) = (level, code, title, year)
        ($0.pairs, $0.baseMean, $0.mean) = (base.count, Tally(without).mean, Tally(with).mean)
        $0.change = Spread(zip(with, without).map { Self.withoutDust($0 - $1) })
      }
    }
    return rows.contains { $0.baseMean != 0 || $0.mean != 0 } ? rows : []
  }

  /// Nothing, where what should be nothing is what rounding has left: less than a thousandth of a penny.
  private static func withoutDust(_ pounds: Double) -> Double { abs(pounds) < 1e-5 ? 0 : pounds }
}
