import DiscreteEvents

/// What the Home Office pays the council for children who came to the country alone.
extension Service {
  /// An unaccompanied child comes into care.
  mutating func beginGrant(_ child: Int) {
    guard children[child].isUnaccompanied else { return }
    let sixteenth = tables.calendar.birthday(16, bornOn: children[child].birthDay)
    utter(.grantStarted(child: child, kind: now < sixteenth ? .under16 : .age16or17))
    if now < sixteenth, tables.grantChangesAt16 { schedule(.grantChanges, child, at: sixteenth) }
  }

  /// The sixteenth birthday, if the child is still in care. The place of one who left it may be another child's by now.
  mutating func grantChanges(_ child: Int) {
    guard children[child].stage == .lookedAfter, children[child].isUnaccompanied,
      tables.calendar.birthday(16, bornOn: children[child].birthDay) == now
    else { return }
    utter(.grantStarted(child: child, kind: .age16or17))
  }

  /// A care leaver who was unaccompanied.
  mutating func continueGrant(_ child: Int) {
    if children[child].isUnaccompanied { utter(.grantStarted(child: child, kind: .careLeaver)) }
  }
}
