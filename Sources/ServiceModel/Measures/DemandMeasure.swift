import DiscreteEvents
import Parameters

/// Referrals, and the share that come again within twelve months.
struct DemandMeasure: Measure {
  static let subject = Series.Subject.children
  private var count = 0.0
  private var again = 0.0
  private var refused = 0.0
  private var otherContacts = 0.0

  init(_ tables: ModelTables) {}

  mutating func hear(_ fact: Fact, at time: SimulatedTime) {
    switch fact {
    case .referred(_, let isAgain):
      count += 1
      if isAgain { again += 1 }
    case .refused: refused += 1
    case .contactsWithoutReferral(let number): otherContacts += Double(number)
    default: break
    }
  }

  mutating func report(_ r: inout Report) {
    r.flow(
      "referrals", .children, count,
      "Children referred; each child of a family counts. As the Department counts them: every request for services for a "
        + "child without an open case, step-ups from early help, returns to care of closed children and children who are "
        + "looked after at once among them.",
      .neither.headline(4, "Referrals in the year"))
    r.flow(
      "contacts", .children, count + otherContacts,
      "Contacts about children at the front door: referrals, and the contacts that were not.")
    r.forget(&otherContacts)
    r.rate(
      "rereferral_rate", .share, &again, over: &count,
      "Share of referrals of a child whose last referral was at most 365.25 days before. The Department counts "
        + "referrals within 12 months of an earlier one.",
      .less)
    r.flow(
      "referrals_refused", .children, &refused,
      "Children turned away because a team's list was full; 0 unless a limit is set.", .less)
  }
}
