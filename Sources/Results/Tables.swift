import Parameters

/// The tables of a result, each as the bytes of its file. Column names and their order are part of the contract.
package enum Tables {
  package static let estimateColumns = [
    "n_reps", "mean", "mc_se", "ci_lo", "ci_hi", "p05", "p10", "p25", "p50", "p75", "p90", "p95",
  ]

  /// What `opening.csv` says of each series beside its start.
  package static let traitColumns = [
    "subject", "better", "label", "headline", "fan", "indicator", "twelve_months", "definition",
  ]

  /// `opening.csv`: each series as it was at the start, where it is a stock, and how a month's readings become a year's.
  package static func opening(_ result: ResultSet) -> [UInt8] {
    var table = CSVText(
      columns: ["measure", "breakdown", "unit", "gathering", "workforce_year", "date"] + estimateColumns
        + traitColumns,
      origin: Origin(result.manifest))
    for (place, series) in result.series.enumerated() {
      table.cells([series.measure, series.breakdown, series.unit.symbol, series.gathering.rawValue])
      table.cell(series.hasWorkforceYear)
      table.cell(result.manifest.startDate)
      table.cells(of: place < result.opening.count ? result.opening[place] ?? .none : .none)
      table.cells([series.subject.rawValue, series.better.rawValue, series.label])
      table.cell(series.headline)
      table.cell(series.hasFan)
      table.cell(series.indicator)
      table.cell(series.coversTwelveMonths)
      table.cell(series.definition)
      table.endRow()
    }
    return table.bytes
  }

  /// `series.csv`: each series at each month end.
  package static func series(_ result: ResultSet) -> [UInt8] {
    var table = CSVText(
      columns: ["measure", "breakdown", "unit", "month_end", "fy"] + estimateColumns,
      origin: Origin(result.manifest))
    let months = result.months.map { (date: $0.date.description, year: $0.financialYear) }
    for (series, estimates) in zip(result.series, result.monthly) {
      for (month, estimate) in zip(months, estimates) {
        table.cells([series.measure, series.breakdown, series.unit.symbol, month.date, month.year])
        table.cells(of: estimate)
        table.endRow()
      }
    }
    return table.bytes
  }

  /// `years.csv`: each series over each financial year and, for the workforce, each year to 30 September.
  package static func years(_ result: ResultSet) -> [UInt8] {
    var table = CSVText(
      columns: ["measure", "breakdown", "unit", "fy", "dfe_year"] + estimateColumns,
      origin: Origin(result.manifest))
    for row in result.years {
      let series = result.series[row.series]
      table.cells([series.measure, series.breakdown, series.unit.symbol, row.financialYear])
      table.cell(row.workforceYear)
      table.cells(of: row.estimate)
      table.endRow()
    }
    return table.bytes
  }

  /// `fans.csv`: the ends of the range that holds 95% of the replications, and the first replications one by one, of the
  /// series that a report draws as fans. The position at the start stands under the day before it.
  package static func fans(_ result: ResultSet) -> [UInt8] {
    var table = CSVText(
      columns: ["measure", "breakdown", "unit", "month_end", "fy", "p025", "p975"]
        + (1...FanRow.pathCount).map { "path_\($0)" }, origin: Origin(result.manifest))
    for row in result.fans {
      let series = result.series[row.series]
      table.cells([
        series.measure, series.breakdown, series.unit.symbol, row.date.description, row.financialYear,
      ])
      for place in -2..<FanRow.pathCount {
        let value =
          place == -2 ? row.p025 : place == -1 ? row.p975 : place < row.paths.count ? row.paths[place] : .nan
        table.cell(value.isFinite ? value : nil)
      }
      table.endRow()
    }
    return table.bytes
  }

  /// `finance.csv`: each budget line in each financial year; money in pounds.
  package static func finance(_ result: ResultSet) -> [UInt8] {
    var table = CSVText(
      columns: [
        "fy", "line_code", "line", "price_basis", "mean", "mc_se", "p10", "p50", "p80", "p90", "es95",
        "budget",
        "prob_over_budget", "ci_lo", "ci_hi", "activity", "activity_unit", "unit_cost",
      ], origin: Origin(result.manifest))
    for row in result.finance {
      let e = row.estimate
      table.cells([row.financialYear, row.lineCode, row.line, row.priceBasis])
      for number in [e.mean, e.standardError, e.p10, e.p50, row.p80, e.p90, row.expectedShortfall95] {
        table.cell(e.n > 0 ? number : nil)
      }
      table.cell(row.budget)
      table.cell(row.probabilityOverBudget)
      table.cell(e.n > 0 ? e.interval.lowerBound : nil)
      table.cell(e.n > 0 ? e.interval.upperBound : nil)
      table.cell(row.activity)
      table.cell(row.activityUnit)
      table.cell(row.unitCost)
      table.endRow()
    }
    return table.bytes
  }

  /// `parameters.csv`: each parameter as it was used, and who says so.
  package static func parameters(_ result: ResultSet) -> [UInt8] {
    var table = CSVText(
      columns: [
        "path", "value", "unit", "kind", "default", "range", "source", "uncertain", "meaning", "from",
      ], origin: Origin(result.manifest))
    for row in result.parameters {
      table.cells([
        row.path, row.value, row.unit, row.kind, row.defaultValue, row.range, row.source, row.uncertain,
        row.meaning, row.from,
      ])
      table.endRow()
    }
    return table.bytes
  }

  /// `checks.csv`: each balance, with enough digits for its parts to add up.
  package static func checks(_ result: ResultSet) -> [UInt8] {
    var table = CSVText(
      columns: [
        "balance", "unit", "opening", "entered", "left", "closing", "largest_residual", "tolerance",
        "months_checked", "holds",
      ], origin: Origin(result.manifest))
    for row in result.checks {
      table.cells([row.balance, row.unit])
      for number in [
        row.opening, row.entered, row.left, row.closing, row.largestResidual, row.tolerance,
      ] {
        table.cell(number, digits: PlainNumber.exactDigits)
      }
      table.cell(row.monthsChecked)
      table.cell(row.holds)
      table.endRow()
    }
    return table.bytes
  }

  /// `draws.csv`: the value of each uncertain input in each replication; replication 0 has the point values.
  package static func draws(_ result: ResultSet) -> [UInt8] {
    var table = CSVText(columns: ["rep", "path", "unit", "value"], origin: Origin(result.manifest))
    for row in result.draws {
      table.cell(row.replication)
      table.cells([row.path, row.unit])
      table.cell(row.value)
      table.endRow()
    }
    return table.bytes
  }

  /// `variance.csv`: where the variance of each headline comes from. Estimates as they came out: a share may lie below 0.
  package static func variance(_ result: ResultSet) -> [UInt8] {
    var table = CSVText(
      columns: [
        "measure", "breakdown", "unit", "when", "n_twins", "mean", "sd", "variance", "inputs_variance",
        "chance_variance", "inputs_share", "share_ci_lo", "share_ci_hi",
      ], origin: Origin(result.manifest))
    for row in result.variance {
      table.cells([row.measure, row.breakdown, row.unit, row.when])
      table.cell(row.twins)
      for number in [row.mean, row.variance.squareRoot(), row.variance, row.inputs, row.chance] {
        table.cell(number)
      }
      for number in [row.share, row.interval?.lowerBound, row.interval?.upperBound] { table.cell(number) }
      table.endRow()
    }
    return table.bytes
  }

  /// `observed.csv`: each published figure beside what was simulated for the same day or year, where anything was.
  package static func observed(_ result: ResultSet) -> [UInt8] {
    var table = CSVText(
      columns: [
        "measure", "breakdown", "unit", "date", "observed", "release", "n_reps", "sim_mean", "sim_p10",
        "sim_p50", "sim_p90", "inside_80", "note",
      ], origin: Origin(result.manifest))
    for pair in ObservedComparison.pairs(in: result) {
      let figure = pair.figure
      table.cells([figure.measure, figure.breakdown, figure.unit, figure.date.description])
      table.cell(figure.value)
      table.cell(figure.release)
      table.cell(pair.simulated?.n)
      for quantity in [\Estimate.mean, \.p10, \.p50, \.p90] { table.cell(pair.simulated?[keyPath: quantity]) }
      table.cell(pair.isInside)
      table.cell(figure.note)
      table.endRow()
    }
    return table.bytes
  }
}

extension FinanceRow {
  /// The codes of the headings that sum lines: those of children looked after, and all.
  package static let lookedAfter = Series.lookedAfter
  package static let total = "total"

  /// Pounds per unit of what the money bought; nil where it bought nothing countable.
  package var unitCost: Double? {
    guard let activity, activity > 0, estimate.n > 0 else { return nil }
    return estimate.mean / activity
  }
}
