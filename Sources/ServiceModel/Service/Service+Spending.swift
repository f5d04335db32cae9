import DiscreteEvents

/// What the child who is followed has cost.
extension Service {
  /// A child of that number has been given a place: it and its costs are followed if it is the one.
  mutating func followIfWanted(_ number: Int, at place: Int) {
    trace.meets(child: number, at: place)
    if trace.target == .child(number) { scoreboard.follow(place) }
  }

  /// The child at that place has been forgotten.
  mutating func unfollow(_ place: Int) {
    if trace.follows(childAt: place) { scoreboard.follow(nil) }
    trace.loses(childAt: place)
  }

  /// At the end of each financial year and of the run: what it was, by budget line.
  mutating func tellSpending() {
    guard case .child = trace.target else { return }
    let calendar = tables.calendar
    guard state.month + 1 == calendar.months || calendar.yearOfMonth[state.month + 1] != state.year else {
      return
    }
    let spent = scoreboard.takeSpending()
    guard !spent.isEmpty else { return }
    let total = spent.reduce(0) { $0 + $1.pounds }
    let parts = spent.map {
      "\($0.line.title.prefix(1).lowercased())\($0.line.title.dropFirst()) \(Pounds.text($0.pounds))"
    }
    let verb = total < 0 ? "has brought in more than it cost" : "has cost \(Pounds.text(total))"
    trace.tell("\(verb) in \(calendar.yearLabels[state.year]): \(parts.joined(separator: ", ")).", at: now)
  }
}

/// Pounds in words.
enum Pounds {
  /// Whole pounds with a comma at each thousand: `£12,345`, `-£12`.
  static func text(_ pounds: Double) -> String {
    let whole = Int(pounds.rounded())
    var digits = String(abs(whole))
    var groups: [String] = []
    while digits.count > 3 {
      groups.insert(String(digits.suffix(3)), at: 0)
      digits.removeLast(3)
    }
    groups.insert(digits, at: 0)
    return (whole < 0 ? "-£" : "£") + groups.joined(separator: ",")
  }
}
