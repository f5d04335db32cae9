/// Entries to care in some years, exits from it, and what the number of children looked after grows by: three things that are
/// expected apart and must agree, since the growth is what entries leave over exits.
///
/// The gap between them is shared out as it has been on average where such gaps were met: half of it was in the exits that a
/// council's own years led to expect, a third in the entries, and the rest in the growth.
struct CareBalance {
  /// Years after the start in which they agree.
  static let years = 3

  /// Children, each as it is expected by itself.
  let entries, exits, growth: Double
  /// By how many children published numbers grow beyond published entries less exits.
  let unexplained: Double

  /// What the growth is expected to be beyond what the flows make of it.
  private var gap: Double { growth - unexplained - (entries - exits) }

  /// Entries and exits that agree with the other two, as they are published.
  var agreedEntries: Double { entries + CouncilAssumption.gapOfEntries.value * gap }
  var agreedExits: Double { exits - CouncilAssumption.gapOfExits.value * gap }
  /// Exits of a model in which nothing grows but by entries less exits.
  var modelledExits: Double { agreedExits - unexplained }
}
