/// A rate that moves with the month of the year around a mean of 1.
struct SeasonalRate: Sendable {
  private let profile: [Double]
  private let firstMonth: Int
  /// The highest factor; candidates are drawn at it and thinned.
  let ceiling: Double

  /// - Parameter profile: twelve relative rates, April first; empty means even.
  init(_ profile: [Double], calendar: ModelCalendar) {
    let mean = profile.reduce(0, +) / Double(max(profile.count, 1))
    self.profile = mean > 0 ? profile.map { $0 / mean } : []
    ceiling = self.profile.max() ?? 1
    firstMonth = (calendar.start.civil.month + 8) % 12
  }

  var isSeasonal: Bool { !profile.isEmpty }

  /// The factor in a month of the run, counted from 0.
  func factor(month: Int) -> Double { profile.isEmpty ? 1 : profile[(firstMonth + month) % 12] }
}
