import DiscreteEvents

/// What partners together do to the service now.
struct PartnershipLevels: BitwiseCopyable {
  /// Referrals relative to those with adequate partners.
  var contacts = 1.0
  /// Share of the referrals to be assessed that need no action after all.
  var noAction = 0.0
  /// Share of the families offered early help who take it up.
  var takeUp = 1.0
  /// Days that waiting for information adds to an assessment.
  var informationDays = 0.0
  /// Share of initial conferences adjourned.
  var notQuorate = 0.0
}

/// The partnership as the simulation reads it.
struct PartnershipTable: Sendable {
  /// Whether any partner ever moves or does anything.
  let isOn: Bool
  /// Whether engagement reaches into the stages of children.
  let touchesStages: Bool
  /// The most that engagement can multiply referrals by.
  let highestContacts: Double
  private let parameters: PartnershipParameters

  init(_ parameters: PartnershipParameters) {
    self.parameters = parameters
    func has(_ task: PartnerTask) -> Bool {
      Partner.allCases.contains { parameters.partners[$0].shares[task] > 0 }
    }
    let touchesContacts = parameters.contacts != EngagementValues(1) && has(.referrals)
    touchesStages =
      (parameters.noActionShare != EngagementValues(0) && has(.referrals))
      || (parameters.earlyHelpTakeUp != EngagementValues(1) && has(.earlyHelp))
      || (parameters.informationDays != EngagementValues(0) && has(.information))
      || (parameters.notQuorateShare != EngagementValues(0) && has(.conferences))
    let moves = Partner.allCases.contains { parameters.partners[$0].rates.sum > 0 }
    isOn = moves || touchesContacts || touchesStages || parameters.jointPace != EngagementValues(1)
    highestContacts = Partner.allCases.reduce(1.0) {
      $0 + parameters.partners[$1].shares[.referrals] * max(0, parameters.contacts.highest - 1)
    }
  }

  func atStart(_ partner: Partner) -> Engagement { parameters.partners[partner].atStart }

  /// Rate per second of a step.
  func rate(_ partner: Partner, _ step: EngagementStep) -> Double {
    parameters.partners[partner].rates[step] / (365.25 * 86_400)
  }

  /// Pace of joint actions with a partner in that state.
  func jointPace(_ engagement: Engagement) -> Double { parameters.jointPace[engagement] }

  /// What a partner in that state does by its part in everything is added up here.
  func add(_ partner: Partner, _ engagement: Engagement, to levels: inout PartnershipLevels) {
    let shares = parameters.partners[partner].shares
    levels.contacts += shares[.referrals] * (parameters.contacts[engagement] - 1)
    levels.noAction += shares[.referrals] * parameters.noActionShare[engagement]
    levels.takeUp += shares[.earlyHelp] * (parameters.earlyHelpTakeUp[engagement] - 1)
    levels.informationDays += shares[.information] * parameters.informationDays[engagement]
    levels.notQuorate += shares[.conferences] * parameters.notQuorateShare[engagement]
  }
}

/// One partner in one replication. It carries a unit-exponential threshold and takes its next step when the integrated
/// rate of leaving its state reaches it, so that a changed rate changes when the step comes and nothing else.
struct PartnerState: BitwiseCopyable {
  var engagement: Engagement
  var threshold = 0.0
  var exposure = 0.0
  /// Rate now, per second.
  var rate = 0.0
  var settled = SimulatedTime.zero
  var steps: UInt32 = 0
  var ticket = EventTicket.none
}
