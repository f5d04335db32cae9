/// What a folder of ours holds, by the tables that its manifest names.
package enum FolderKind: Sendable, Equatable {
  /// The result of a run.
  case run
  /// What `compare`, `worth` and `sweep` write.
  case comparison, worth, sweep
  /// What another verb writes; its name.
  case other(String)

  /// Looks into a folder, without checking its tables.
  ///
  /// - Throws: where there is no folder, or none that this program wrote; where its manifest was changed.
  package init(_ folder: String) throws(ReadFailure) {
    let manifest = try StoredManifest(folder)
    if manifest.isOurs, manifest.isSweep {
      self = .sweep
      return
    }
    let names = Set(try manifest.opened().1.sums.keys)
    let verbs = [
      (Tables.opening.name, FolderKind.run), (Tables.comparison.name, .comparison),
      (WorthRow.table.name, .worth), (Tables.selection.name, .other("select")),
      (Tables.goal.name, .other("goal")), (Tables.precision.name, .other("reps")),
      (Tables.fit.name, .other("calibrate")),
    ]
    self = verbs.first { names.contains($0.0) }?.1 ?? .run
  }

  /// The verb that writes such a folder.
  package var verb: String {
    switch self {
    case .run: "run"
    case .comparison: "compare"
    case .worth: "worth"
    case .sweep: "sweep"
    case .other(let verb): verb
    }
  }

  /// Why no page is drawn of such a folder.
  package func refusal(of folder: String) -> ReadFailure {
    .foreign(
      path: folder,
      reason:
        "it holds what `caseload \(verb)` wrote, and pages are drawn of what run, compare, worth and sweep write"
    )
  }
}
