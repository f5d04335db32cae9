extension ServiceParameters {
  /// What a run carries forward beyond the years for which the scenario has figures; a sentence each.
  public var extrapolations: [String] {
    var found: [String] = []
    if run.ends > run.dataAsOf {
      let years = Double(run.ends.dayNumber - run.dataAsOf.dayNumber) / 365.25
      if years > 1 {
        found.append(
          "the run ends on \(run.ends), \(Int(years.rounded())) years after the newest figure on which the scenario "
            + "rests (\(run.dataAsOf)): later results are extrapolated.")
      }
    }
    let calendar = ModelCalendar(run)
    let short = yearlyLists.filter { !$0.values.isEmpty && $0.years < calendar.yearLabels.count }
    guard !short.isEmpty else { return found }
    let names = short.map { list in "\(list.path) (to \(calendar.yearLabels[list.years - 1]))" }
    found.append(
      "yearly figures that end before the run are carried forward: \(names.joined(separator: ", ")).")
    return found
  }

  /// Lists with a figure for each financial year, and for how many years each speaks. A list of one is a constant.
  private var yearlyLists: [(path: String, values: [Double], years: Int)] {
    // A rise leads from one year to the next: it speaks for one year more.
    [
      ("demand.populationByYear", demand.populationByYear, 0), ("demand.yearIndex", demand.yearIndex, 0),
      ("money.payAwards", money.payAwards, 1), ("agency.priceRise", agency.priceRise, 1),
      ("money.generalInflation", money.generalInflation, 1),
    ].compactMap { path, values, more in values.count > 1 ? (path, values, values.count + more) : nil }
  }
}
