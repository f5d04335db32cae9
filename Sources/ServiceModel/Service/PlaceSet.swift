/// A set of places that finds the next one at once: a bit for each place, and one for each sixty-four of them that tells
/// whether any is set.
struct PlaceSet: ~Copyable {
  private static var bits: Int { UInt64.bitWidth }

  private var words = Store<UInt64>(reserving: 4)
  private var anyInWord = Store<UInt64>(reserving: 4)
  private(set) var count = 0

  mutating func removeAll() {
    words.removeAll()
    anyInWord.removeAll()
    count = 0
  }

  func contains(_ place: Int) -> Bool {
    let word = place / Self.bits
    return word < words.count && words[word] & (1 << UInt64(place % Self.bits)) != 0
  }

  /// Adds a place, 0 or more, or takes it out; nothing happens where it is as wanted.
  mutating func set(_ place: Int, _ isMember: Bool) {
    guard contains(place) != isMember else { return }
    let word = place / Self.bits
    while words.count <= word { words.append(0) }
    while anyInWord.count <= word / Self.bits { anyInWord.append(0) }
    let bit: UInt64 = 1 << UInt64(place % Self.bits)
    let bitOfWord: UInt64 = 1 << UInt64(word % Self.bits)
    if isMember {
      words[word] |= bit
      anyInWord[word / Self.bits] |= bitOfWord
      count += 1
    } else {
      words[word] &= ~bit
      if words[word] == 0 { anyInWord[word / Self.bits] &= ~bitOfWord }
      count -= 1
    }
  }

  /// The first member in a range; nil where there is none.
  func first(in range: Range<Int>) -> Int? {
    guard count > 0, range.lowerBound < range.upperBound else { return nil }
    let word = range.lowerBound / Self.bits
    guard word < words.count else { return nil }
    var found: Int?
    let rest = words[word] & (.max << UInt64(range.lowerBound % Self.bits))
    if rest != 0 {
      found = word * Self.bits + rest.trailingZeroBitCount
    } else if let next = firstWord(from: word + 1) {
      found = next * Self.bits + words[next].trailingZeroBitCount
    }
    return found.flatMap { $0 < range.upperBound ? $0 : nil }
  }

  /// The first member from that place on; nil where there is none.
  func first(from place: Int) -> Int? { first(in: place..<max(place, words.count * Self.bits)) }

  /// The first word from that one on in which anything is set.
  private func firstWord(from word: Int) -> Int? {
    var group = word / Self.bits
    guard group < anyInWord.count else { return nil }
    var bits = anyInWord[group] & (.max << UInt64(word % Self.bits))
    while bits == 0 {
      group += 1
      guard group < anyInWord.count else { return nil }
      bits = anyInWord[group]
    }
    return group * Self.bits + bits.trailingZeroBitCount
  }

  /// The next member after a place of the range, going round in it; nil where no other place of it is a member.
  func next(after place: Int, roundIn range: Range<Int>) -> Int? {
    first(in: (place + 1)..<max(place + 1, range.upperBound)) ?? first(in: range.lowerBound..<place)
  }
}
