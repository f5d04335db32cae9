/// The agencies with which the council works for children.
public enum Partner: UInt8, ParameterKey {
  case police, health, schools, probation, housing, voluntary, courts

  public var spoken: String {
    switch self {
    case .voluntary: "the voluntary sector"
    case .schools, .courts: "the \(self)"
    case .police: "the police"
    default: String(label.map { $0 == "_" ? " " : $0 })
    }
  }
}

/// How well a partner plays its part.
public enum Engagement: String, CaseIterable, Sendable, BitwiseCopyable {
  case strong, adequate, weak

  /// 0 for strong, 1 for adequate, 2 for weak.
  var index: Int { self == .strong ? 0 : self == .adequate ? 1 : 2 }

  /// 1 for strong, a half for adequate, 0 for weak.
  var score: Double { 1 - Double(index) / 2 }

  static func at(_ index: Int) -> Engagement { index == 0 ? .strong : index == 1 ? .adequate : .weak }
}

/// The steps between neighbouring states of engagement.
public enum EngagementStep: UInt8, ParameterKey {
  case weakens, fails, recovers, strengthens

  public var spoken: String {
    switch self {
    case .weakens: "a strong partner becomes adequate"
    case .fails: "an adequate partner becomes weak"
    case .recovers: "a weak partner becomes adequate"
    case .strengthens: "an adequate partner becomes strong"
    }
  }
}

/// The tasks in which partners have a share.
public enum PartnerTask: UInt8, ParameterKey {
  case referrals, information, conferences, earlyHelp

  public var spoken: String {
    switch self {
    case .referrals: "referrals to the service"
    case .information: "information for assessments"
    case .conferences: "attendance at child protection conferences"
    case .earlyHelp: "take-up of early help"
    }
  }
}
