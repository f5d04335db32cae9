import DiscreteEvents

/// Children who step down from a children's home to a family.
extension Service {
  /// A child has come to a children's home, or is in one at the start: steps down unless it moves before.
  mutating func awaitStepDown(_ child: Int) {
    let lever = tables.parameters.levers.stepDown
    guard lever.perChildYear > 0 else { return }
    // One unit-exponential threshold, reached when the integrated rate is as high.
    let wanted = stepDownStream(child).exponential(mean: 365.25 / lever.perChildYear)
    let ramp = lever.dates.ramp(tables.calendar)
    guard let day = ramp.day(adding: wanted, from: now.days, by: tables.calendar.end.days) else { return }
    children[child].stepsDownAt = max(SimulatedTime(days: day), now)
  }

  private mutating func stepDownStream(_ child: Int) -> RandomStream {
    streams.stream(
      .stepDown, entity: children[child].key,
      occurrence: UInt32(children[child].careSpells) << 16 | UInt32(children[child].moves))
  }

  /// The child goes to a family.
  mutating func stepDown(_ child: Int) {
    let lever = tables.parameters.levers.stepDown
    let stream = stepDownStream(child)
    // The first draw was that of the moment.
    _ = stream.exponential(mean: 1)
    let drawn = stream.uniform()
    let match = stream.uniform()
    var placement = Placement.agencyFostering
    if drawn < lever.kinshipShare {
      placement = .kinship
    } else if drawn < lever.kinshipShare + lever.inHouseShare {
      if hasPlace(children[child].need, children[child].band(at: now), match: match) {
        placement = .inHouseFostering
      } else {
        utter(.fosterPlaceMissed)
      }
    }
    if lever.poundsEach > 0 { utter(.spent(line: .programmes, pounds: lever.poundsEach, events: 1)) }
    endPlacement(child)
    place(child, choosing: placement, first: false)
  }
}
