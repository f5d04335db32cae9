extension Story {
  /// What happens to the improvement plan and to the partners, and how management responds.
  static func ofPlan(_ fact: Fact) -> String? {
    switch fact {
    case .actionBegan(let action): return "\(capital(action.spoken)) begins."
    case .actionFailed(let action): return "\(capital(action.spoken)) has not worked and is done again."
    case .actionDelivered(let action, let late):
      let days = Int(abs(late).rounded(late > 0 ? .up : .down))
      let when =
        days == 0 ? "on the due day" : "\(days) \(days == 1 ? "day" : "days") \(late > 0 ? "late" : "early")"
      return "\(capital(action.spoken)) is delivered, \(when)."
    case .engagementSet(let partner, let engagement, let before):
      return before == nil
        ? "\(capital(partner.spoken)): engagement is \(engagement.rawValue) at the start."
        : "\(capital(partner.spoken)): engagement becomes \(engagement.rawValue)."
    case .responseChanged(let response, let team, let inForce):
      let place = team.map { " in the \($0.spoken) team" } ?? ""
      return "\(capital(response.spoken))\(place): \(inForce ? "in force from now on" : "at an end")."
    default: return nil
    }
  }

  private static func capital(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}
