/// A rate that moves with the month of the year around a mean of 1.
struct SeasonalRate: ~Copyable, Sendable {
  private let profile: [Double]
  private let firstMonth: Int
  /// The highest factor; candidates are drawn at it and thinned.
  let ceiling: Double

  /// - Parameter profile: twelve relative rates, April first; empty means even.
  init(_ profile: [Double], calendar: ModelCalendar) {
    self.profile = Self.scaled(profile)
    ceiling = self.profile.max() ?? 1
    firstMonth = (calendar.start.civil.month + 8) % 12
  }

  /// The same rates with a mean of 1; none where all are 0.
  static func scaled(_ profile: [Double]) -> [Double] {
    let mean = profile.reduce(0, +) / Double(max(profile.count, 1))
    return mean > 0 ? profile.map { $0 / mean } : []
  }

  var isSeasonal: Bool { !profile.isEmpty }

  /// The factor in a month of the run, counted from 0.
  func factor(month: Int) -> Double { profile.isEmpty ? 1 : profile[(firstMonth + month) % 12] }
}
