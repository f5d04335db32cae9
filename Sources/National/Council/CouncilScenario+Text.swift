import Notation
import ScenarioFiles

extension CouncilScenario {
  /// The scenario as a file.
  ///
  /// - Parameter basedOn: the base, relative to the file.
  package func text(basedOn: String) -> String {
    let name = NationalTable.bare(figures.council.name)
    return OverlayWriter.text(
      title: "\(name) from \(year)",
      remarks: [
        "\(name), from the position of 31 March \(year).", "",
        "Written by `caseload init --council` from published figures; every value has its source. What is not here",
        "is that of the base. Replace what you know better.", "",
        "Ranges hold chance, what the council's own years leave open, and what drifts from year to year as other councils'",
        "years say. How far such forecasts have been right stands on the page on skill.",
      ],
      headings: [
        ("council", "{ name: \(JSONValue.quoted(name)), code: \(JSONValue.quoted(figures.council.code)) }"),
        ("basedOn", JSONValue.quoted(basedOn)),
        (
          "question",
          JSONValue.quoted(
            "With the demand, staff and prices of \(year), what happens to children looked after, vacancies, "
              + "caseloads and cost?")
        ),
      ], isShort: true, entries)
  }
}
