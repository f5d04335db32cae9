import Parameters

extension ServiceParameters {
  /// Makes each group of shares that no longer sums to 1 do so again, after some of them were set.
  ///
  /// The other shares of the group give way in proportion to each other. Where that cannot be, since the shares that
  /// were set exceed 1 by themselves or are all there is, all of the group are scaled alike.
  public mutating func mendShares(keeping paths: Set<String>) {
    for fault in contradictions() where fault.code == Self.sumFault {
      guard let group = fault.paths.first else { continue }
      mend(Self.shares(of: group), keeping: paths)
    }
  }

  /// The shares that sum to 1 together with the one at that path, itself included; empty where it is no such share.
  public static func sharesBeside(_ path: String) -> [Parameter<ServiceParameters>] {
    let group = path.split(separator: ".").dropLast().joined(separator: ".")
    let members = shares(of: group)
    guard members.count > 1, members.contains(where: { $0.path == path }) else { return [] }
    // A group of shares is one that complains when it does not sum to 1.
    var broken = ServiceParameters()
    for member in members { member.write(&broken, .number(0.9)) }
    let complains = broken.contradictions().contains { $0.code == sumFault && $0.paths.first == group }
    return complains ? members : []
  }

  private static let sumFault = "sum-not-one"

  /// The numbers of each group of parameters, in their order.
  private static let numbers: [String: [Parameter<ServiceParameters>]] = Dictionary(
    grouping: table.filter { if case .number = $0.kind { true } else { false } },
    by: { $0.path.split(separator: ".").dropLast().joined(separator: ".") })

  private static func shares(of group: String) -> [Parameter<ServiceParameters>] { numbers[group] ?? [] }

  private mutating func mend(_ shares: [Parameter<ServiceParameters>], keeping paths: Set<String>) {
    var kept = 0.0
    var others = 0.0
    for share in shares {
      let value = share.read(self)?.asNumber ?? 0
      if paths.contains(share.path) { kept += value } else { others += value }
    }
    guard kept + others > 0 else { return }
    let isRoom = kept <= 1 && others > 0
    let factor = isRoom ? (1 - kept) / others : 1 / (kept + others)
    for share in shares where !isRoom || !paths.contains(share.path) {
      let value = share.read(self)?.asNumber ?? 0
      share.write(&self, .number(value * factor))
    }
  }
}
