import Parameters
import Testing

private struct Sound: ParameterGroup {
  var weeks = 3.0
  var limit: Double?
  static let table: [Parameter<Sound>] = [
    .init("waiting.weeks", \.weeks, .weeks, 0...52, .assumption("a guess"), "How long it takes."),
    .init("limit", \.limit, .children, 1...9, .modelChoice, "The most, or none when unset."),
  ]
}

private struct Faulty: ParameterGroup {
  var weeks = 60.0
  static let table: [Parameter<Faulty>] = [
    .init("a", \.weeks, .weeks, 0...99, .modelChoice, "Fine."),
    .init("a", \.weeks, .weeks, 0...99, .modelChoice, "Fine."),
    .init("a.b", \.weeks, .weeks, 0...52, .published(" "), "No stop"),
    .init("c..d", \.weeks, Unit(""), 0...99, .notGiven, ""),
  ]
}

@Suite("The catalogue's faults")
struct CatalogueTests {
  @Test("A sound table has none")
  func sound() {
    #expect(ParameterCatalogue.faults(in: Sound.table).isEmpty)
  }

  @Test("Each fault is told")
  func faulty() {
    #expect(
      ParameterCatalogue.faults(in: Faulty.table) == [
        "a: declared twice.", "a: a value, and also the group of a.b.",
        "\"c..d\": a path has no empty parts.",
        "a.b: its meaning does not end with a full stop.", "a.b: its source is empty.",
        "a.b: its default 60 is outside 0 to 52.", "c..d: has no meaning.", "c..d: has no unit.",
        "c..d: has no source.",
      ])
  }
}
