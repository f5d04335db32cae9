/// What can happen, and to whom.
struct ServiceEvent: BitwiseCopyable, Sendable {
  enum Kind: UInt8 {
    /// A family may be referred (thinning decides).
    case candidate
    case replayedReferral
    /// The next child of a direct entry: unaccompanied, remanded or transferred in.
    case directEntry
    /// A child's stage reaches its drawn end, an emergency, or the eighteenth birthday.
    case stageEnd
    case placementMove
    /// A child steps down from a children's home.
    case stepDown
    case rereferral
    case returnToCare
    /// A way out of care that policies have widened; a child is placed for adoption.
    case careRouteOpens, placedForAdoption
    case leaveCheck
    case handover
    case departure
    case induction
    case recruitmentStep
    case rollingStarter
    /// A worker's next stage of work is done.
    case workCompleted
    case fosterRecruit, fosterLoss
    /// A partner's engagement takes a step.
    case partnerSteps
    /// An action of the plan has come to its day, or its effort is done.
    case actionMayBegin, actionDelivered
    /// An unaccompanied child's sixteenth birthday.
    case grantChanges
    case absenceBegins, absenceEnds
    case agencyAsked, agencyArrives, assignmentEnds
    /// A practice manager has done a piece of work.
    case deskTaskEnds
    case supervisionDue
    /// A pod's manager is no longer new.
    case managerSettles
    case cohortArrives
    /// Somebody of a cohort has waited long enough for a vacancy.
    case cohortGivesUp
    /// A judgement, or a step of its fading; a review of the notice to improve.
    case inspection, noticeReview
    /// What levers and shocks do on their dates.
    case leverCharged, retentionPaid, tieInEnds, managersLost, postsFunded
    /// Dated changes of influences, from that one on.
    case influenceChanges
    /// Management looks at the service; a response takes effect.
    case managementReview, responseBegins
    case monthEnd

    /// Whether the entity is a child's place.
    @inline(__always)
    var isOfChild: Bool {
      switch self {
      case .stageEnd, .placementMove, .stepDown, .rereferral, .returnToCare, .grantChanges, .careRouteOpens,
        .placedForAdoption:
        true
      default: false
      }
    }
  }

  let kind: Kind
  /// Place of the child, worker or post, or a number of the kind's own.
  let entity: Int32

  init(_ kind: Kind, _ entity: Int) {
    self.kind = kind
    self.entity = Int32(truncatingIfNeeded: entity)
  }
}

/// Order among events of one moment: readings first, so that what happens at midnight belongs to the new month.
enum EventPriority {
  static let reading: UInt8 = 0
  static let ordinary: UInt8 = 1
}
