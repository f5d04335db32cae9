/// One number of a council beside the same of others.
package struct BenchmarkRow: TableRow, Equatable {
  /// Where the number is from.
  package enum Kind: String, Cell, Sendable { case published, forecast }

  package var benchmark = "", label = "", unit = ""
  package var kind = Kind.published
  /// The year that it is of: to 31 March, or the autumn of it for staff.
  package var year = 0
  package var value = Double.nan
  /// Other councils with a figure, and the share of them whose own is less, ties counted half.
  package var councils = 0
  package var percentile = Double.nan
  package var region = ""
  package var regionCouncils = 0
  package var regionPercentile = Double.nan
  package var neighbours = 0
  package var neighboursPercentile = Double.nan
  /// Of the other councils.
  package var p25 = Double.nan, p50 = Double.nan, p75 = Double.nan
  /// The values of a scenario that set it, parted by spaces.
  package var parameters = ""

  package static let blank = BenchmarkRow()

  /// The number with its unit, as a person says it.
  package var shown: String { shown(value) }

  /// Another number of the same unit.
  package func shown(_ value: Double) -> String {
    switch unit {
    case "share": Phrase.percent(value)
    case "£": Phrase.pounds(value)
    case "£ per week": "\(Phrase.pounds(value)) a week"
    case "ratio": Phrase.number(value, decimals: 2)
    default: "\(Phrase.number(value, decimals: value < 100 ? 1 : 0)) \(unit)"
    }
  }
}

extension Tables {
  package static let benchmarks = Table<BenchmarkRow>(
    "benchmarks.csv",
    "A council's published figures, and its forecast three years on, each at its percentile among other councils' newest "
      + "published figures: England's, its region's, and those of the ten councils most like it.",
    [
      Column("benchmark", \.benchmark, "What is compared."), Column("label", \.label, "What it is called."),
      Column("unit", \.unit, "Its unit."),
      Column("kind", \.kind, "published, or forecast: the median three years after the newest figure."),
      Column("year", \.year, "The year to 31 March that it is of; for staff, the autumn of that year."),
      Column("value", \.value, "The council's number."),
      Column("councils", \.councils, "Other councils with a figure."),
      Column("percentile", \.percentile, "Share of them whose number is less; ties count half."),
      Column("region", \.region, "Its region."),
      Column("region_councils", \.regionCouncils, "Other councils of the region with a figure."),
      Column("region_percentile", \.regionPercentile, "Share of them whose number is less."),
      Column("neighbours", \.neighbours, "Councils most like it with a figure, of ten."),
      Column("neighbours_percentile", \.neighboursPercentile, "Share of them whose number is less."),
      Column("p25", \.p25, "25th percentile of the other councils."),
      Column("p50", \.p50, "Their median."), Column("p75", \.p75, "Their 75th percentile."),
      Column("parameters", \.parameters, "Values of the scenario that set it, parted by spaces."),
    ])
}
