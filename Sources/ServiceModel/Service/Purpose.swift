/// What a random draw is for. A draw belongs to a person and a purpose, so adding a draw for one purpose never
/// shifts another; new purposes are added at the end.
enum Purpose: UInt32 {
  case arrival, directEntry, monthNoise
  case stage, returning, care, placement, careLeaver
  case worker, councilYear, recruitment, rolling
  case openingChild, openingWorker
  case newlyQualified, absence, agency, promotion, fostering
  case signOff, supervision
  case need, matching, partner, partnership, action
  case inspection
  case stepDown
  case ownStay, adoption, careRoute, hastened, siblings
  case waiting, emergency, contacts
  case threshold
  case drift
  /// Of an uncertain input, named by its path. Far from the others, so that no list that grows meets it.
  case uncertainty = 1000
}

/// Names of entities in the streams: the kind in the top byte, then what tells one from another.
enum EntityKey {
  /// The values are in every draw: a kind is added at the end, and none ever changes its value.
  private enum Kind: UInt64 {
    case family = 1
    case direct, opening, worker, replayed, agency

    func key(_ name: UInt64) -> UInt64 { rawValue << 56 | name }
  }

  static func family(month: Int, candidate: Int) -> UInt64 {
    Kind.family.key(UInt64(month) << 32 | UInt64(candidate) << 4)
  }
  static func direct(_ entry: DirectEntry, number: Int) -> UInt64 {
    Kind.direct.key(UInt64(entry.index) << 40 | UInt64(number) << 4)
  }
  static func opening(_ number: Int) -> UInt64 { Kind.opening.key(UInt64(number) << 4) }
  /// Of a child at the start: by stage, age, placement and whether it came alone, so that more or fewer of others change
  /// nothing for it.
  static func opening(_ cell: OpeningCell, number: Int) -> UInt64 {
    let way: UInt64 = cell.cameBy == nil ? 0 : 1 << 20
    let place =
      way | UInt64(cell.stage.index + 1) << 7 | UInt64(cell.band.index) << 4 | UInt64(cell.placement.index)
    return Kind.opening.key((place << 24 | UInt64(number)) << 4)
  }
  static func worker(post: Int, occupant: Int) -> UInt64 {
    Kind.worker.key(UInt64(post) << 24 | UInt64(occupant))
  }
  static func agency(post: Int, cover: Int) -> UInt64 { Kind.agency.key(UInt64(post) << 24 | UInt64(cover)) }
  static func replayed(_ number: Int) -> UInt64 { Kind.replayed.key(UInt64(number) << 4) }

  /// Name of the first of a child's siblings; nil for the first one, and for children without siblings.
  @inline(__always)
  static func firstSibling(of key: UInt64) -> UInt64? {
    key >> 56 == Kind.family.rawValue && key & 15 != 0 ? key & ~15 : nil
  }

  /// The number of a replayed referral; nil for the key of anything else.
  @inline(__always)
  static func replayedNumber(_ key: UInt64) -> Int? {
    key >> 56 == Kind.replayed.rawValue ? Int(key >> 4 & 0xFFFF_FFFF) : nil
  }

  /// Name of a post: by its team, role and number in them, so that posts added to another team or role change nothing
  /// for it.
  static func post(team: Team, role: Role, number: Int) -> UInt64 {
    UInt64(team.index) << 22 | UInt64(role.index) << 20 | UInt64(number)
  }
}
