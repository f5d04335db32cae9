import Charts
import Results

/// Whether levers are worth it, as one page: for each what it pays and saves, leavers avoided, cost for each, and payback.
package struct WorthPage: Sendable {
  let stored: StoredComparison

  package init(_ stored: StoredComparison) { self.stored = stored }

  private var parts: FolderParts {
    FolderParts(manifest: stored.manifest, folder: stored.folder, inputs: stored.inputs)
  }

  package var bytes: [UInt8] {
    let parts = parts
    let overlays = stored.worth.map(\.overlay).uniqued
    let levers = overlays.enumerated().map { place, name in
      WorthLever(
        name: stored.manifest.title(of: name), rows: stored.worth.filter { $0.overlay == name }, place: place,
        base: stored.manifest.title,
        parts: parts)
    }
    let idle = overlays.filter { name in stored.worth.filter { $0.overlay == name }.changeNothing }
    let question = stored.manifest.question.isEmpty ? "" : stored.manifest.question + " "
    return FolderPage(
      title: levers.count == 1
        ? "\(stored.manifest.title): is \(levers[0].name) worth it?"
        : "\(stored.manifest.title): which of \(levers.count) levers are worth it?",
      lead: question + (parts.everywhere.map { $0 + " " } ?? "")
        + (levers.count == 1 ? levers[0].answer : "Each lever is held against the scenario without it.")
        + " From \(parts.futures) with and without, \(parts.period).",
      notices: parts.notices(idle: idle),
      sections: levers.flatMap { lever in
        [
          FolderPage.Section(
            id: "lever-\(lever.place)", title: levers.count == 1 ? "What it comes to" : lever.name,
            pieces: lever.pieces(saysAnswer: levers.count > 1)),
          .init(
            id: "inputs-\(lever.place)", title: levers.count == 1 ? "What is set" : "What \(lever.name) sets",
            pieces: [.html(parts.inputsTable(of: overlays[lever.place], base: "the scenario"))]),
        ]
      } + [
        .init(
          id: "trust", title: "How far to trust it", pieces: [.html(Html.list(parts.trust + Self.classes))]),
        .init(id: "again", title: "How to make this again", pieces: [.html(parts.again)]),
      ], origin: parts.origin
    ).bytes
  }

  private static let classes = [
    "Cashable is what lies below the first year's cost raised by general inflation, which a budget holds; avoidance lies "
      + "above it, which no budget holds. Together they are the whole change."
  ]
}
