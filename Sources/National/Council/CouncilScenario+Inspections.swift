import Parameters
import ServiceModel

extension CouncilScenario {
  /// A vacancy rate so far above the council's usual one stands in the way of lifting a notice.
  private static let vacanciesAboveUsual = 0.05

  /// How often inspections find what, and which vacancies stand in the way of lifting a notice.
  mutating func addInspections() {
    let autumn = min(figures.newest(.september), year)
    if let rate = vacancyRateOfEngland(autumn),
      let found = Judgements.chances(
        by: figures.asOf, atVacancyRate: rate, slope: base.inspection.perVacancy)
    {
      add("inspection.inadequateShare", found.inadequate.value, found.inadequate.source)
      add("inspection.goodShare", found.good.value, found.good.source)
    }
    if let usual = usualVacancies(autumn), usual + Self.vacanciesAboveUsual > base.notice.vacancyRateAtMost {
      add(
        "notice.vacancyRateAtMost", usual + Self.vacanciesAboveUsual,
        .assumption("five points above the rate expected of the council: it is to be no worse than it was"))
    }
  }

  /// The mean of England's councils.
  private func vacancyRateOfEngland(_ autumn: Int) -> Double? {
    guard let measure = NationalMeasure.named("vacancy_rate_fte") else { return nil }
    let rates = figures.table.real.compactMap { figures.table.figure(measure, $0.code, autumn).value }
    return rates.isEmpty ? nil : rates.reduce(0, +) / Double(rates.count)
  }
}
