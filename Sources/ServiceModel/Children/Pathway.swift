import DiscreteEvents

/// One row of the pathway as the simulation reads it at every step: plain values that copy cheaply.
struct PathwayRow: BitwiseCopyable, Sendable {
  let team: Team?
  let waitsForWorker: Bool
  let needsExperience: Bool
  /// Hundredths of a case.
  let weight: Int32
  /// 0 is first.
  let priority: Int
  let places: Int
  let statutoryWorkingDays: Int
  /// Days; nil where nobody enters care in an emergency.
  let meanDaysToEmergency: Double?
  let returnShare: Double
  /// What happens to those who wait for a place.
  let waiting: WaitingRates
  /// Whether something that changes over time may change the way out: an influence on the choice, or partners.
  let exitsMayChange: Bool
  /// Mean hours of the manager's time that a signature takes; 0 where none is needed.
  let signOffHours: Double

  init(_ row: StageParameters, stage: Stage) {
    team = row.heldBy
    waitsForWorker = row.waitsForWorker && row.heldBy != nil
    needsExperience = row.needsExperience
    weight = Int32((row.weight * 100).rounded())
    priority = row.priority - 1
    places = row.places
    statutoryWorkingDays = row.statutoryWorkingDays
    meanDaysToEmergency =
      row.emergencyEntryPerYear > 0 && stage != .lookedAfter && stage != .careLeaver
      ? 365.25 / row.emergencyEntryPerYear : nil
    returnShare = row.returnShare
    waiting = WaitingRates(row.waiting)
    exitsMayChange = stage == .frontDoor || Exit.allCases.contains { row.exits[$0] > 0 && $0.tilt != nil }
    signOffHours = row.signOffHours
  }
}
