/// Where a child is on the pathway. A child is in one stage at a time.
public enum Stage: UInt8, ParameterKey {
  /// A referral waiting for its decision (statutory: 1 working day).
  case frontDoor
  /// Help without a social worker, within the early-help capacity.
  case earlyHelp
  /// Child and family assessment (statutory: 45 working days from referral).
  case assessment
  /// Enquiry under section 47 of the Children Act 1989, opened by a strategy discussion.
  case section47
  /// From the end of the enquiry until the initial child protection conference is held (15 working days from
  /// the strategy discussion).
  case initialConference
  /// Child in need plan under section 17.
  case childInNeed
  /// Child protection plan.
  case childProtectionPlan
  /// Looked after by the council.
  case lookedAfter
  /// Left care at 16 or over, and supported until 21 or 25.
  case careLeaver
  /// Not open to the service.
  case closed

  /// A number for each stage in a child's own memory; that there is room for all is checked when a scenario is laid out.
  typealias Numbers = InlineArray<16, UInt8>

  /// The stages in which a child can be: all but `closed`.
  public static let open: [Stage] = allCases.filter { $0 != .closed }

  /// The traits of each stage: whether the Department for Education counts the child as in need, and the budget line
  /// of the services that the child gets.
  private var row: (countsAsInNeed: Bool, services: BudgetLine?) {
    switch self {
    case .closed: (false, nil)
    case .earlyHelp: (false, .earlyHelp)
    case .frontDoor, .assessment, .section47, .initialConference: (true, nil)
    case .childInNeed, .childProtectionPlan: (true, .familySupport)
    case .lookedAfter: (true, .careOverheads)
    case .careLeaver: (true, .careLeavers)
    }
  }

  /// True where the Department for Education counts the child as in need: from the referral
  /// on, plans, care and support after care included; early help is not.
  public var countsAsInNeed: Bool { row.countsAsInNeed }

  var services: BudgetLine? { row.services }
}
