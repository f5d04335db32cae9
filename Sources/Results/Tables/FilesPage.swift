/// `Files.md`: every table that a result is written to, column by column, made from their declarations.
package enum FilesPage {
  package static var text: String {
    """
    # Files

    The tables in a folder of results. This page is made from their declarations in the code.

    All are comma-separated text (RFC 4180) with one header row; an empty cell means no value. A column is found by its
    name: one that is missing is told as an error. Numbers have 12 significant digits. Every table ends with
    `\(Origin.columns.joined(separator: "`, `"))`: where its rows came from. `\(ResultFile.manifest)` holds what it takes to
    make the result again; money in it is in whole pence.

    ## Tables of a run

    \(documentation(of: Tables.figures))
    ## Tables of other commands

    \(documentation(of: Tables.others))
    ## Tables of evidence

    \(documentation(of: EvidenceFile.all))
    """
  }

  private static func documentation(of tables: [any TableDeclaration]) -> String {
    tables.map(\.documentation).joined(separator: "\n")
  }
}
