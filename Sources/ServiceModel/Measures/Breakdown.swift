/// A list of keys into whose parts a measure is broken down.
protocol Breakdown: ParameterKey {
  /// What the parts are of: `role` in `role=social_worker`.
  static var subject: String { get }
  /// The key as result files write it.
  var part: String { get }
}

extension Breakdown {
  var part: String { label }
  /// As it stands in the column `breakdown`.
  var breakdown: String { "\(Self.subject)=\(part)" }
}

extension AgeBand: Breakdown {
  static var subject: String { "age" }
  var part: String { self == .under1 ? "under-1" : published }
}
extension BudgetLine: Breakdown { static var subject: String { "line" } }
extension CohortRoute: Breakdown { static var subject: String { "route" } }
extension Exit: Breakdown { static var subject: String { "reason" } }
extension LeavingReason: Breakdown { static var subject: String { "reason" } }
extension Need: Breakdown { static var subject: String { "need" } }
extension Partner: Breakdown { static var subject: String { "partner" } }
extension Placement: Breakdown { static var subject: String { "placement" } }
extension Role: Breakdown { static var subject: String { "role" } }
extension Stage: Breakdown { static var subject: String { "stage" } }
extension Team: Breakdown { static var subject: String { "team" } }
