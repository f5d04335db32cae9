/// `Files.md`: every table that a result is written to, column by column, made from their declarations.
package enum FilesPage {
  package static var text: String {
    """
    # Files

    The tables in a folder of results. This page is made from their declarations in the code.

    `\(ResultFile.manifest)` keeps the length and the SHA-256 of each; one that is not as it was written is refused. Evidence
    has `evidence_….json` for the same. To edit a table, work on a copy.

    All are comma-separated text (RFC 4180) with one header row; an empty cell means no value. A column is found by its
    name: one that is missing is told as an error. A text that a spreadsheet would calculate (it begins with `=`, `+`, `-`,
    `@` or a tab, and is no number) stands behind an apostrophe. Numbers have 12 significant digits. Every table ends with
    `\(Origin.columns.joined(separator: "`, `"))`: where its rows came from. `\(ResultFile.manifest)` holds what it takes to
    make the result again. Money is in pounds, here and in every answer in JSON; a table of money has a column `unit`. Signs are
    written in ASCII (`GBP` for the pound sign, `-` for a dash, `x` for times), so that Excel, pandas and sqlite3 read a
    file alike; letters of names that others gave stay, in UTF-8.

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
