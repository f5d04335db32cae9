/// Where something stands in a file, or on the command line.
package struct Place: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The file as the user named it, or `--set path=value` for a value of the command line.
  package let file: String
  /// From 1; 0 where it is no line of a file.
  package let line: Int
  /// From 1, counted in Unicode scalars.
  package let column: Int
  /// The first column after the end, on the same line, where it is known.
  package let endColumn: Int?

  package init(file: String, line: Int, column: Int, endColumn: Int? = nil) {
    (self.file, self.line, self.column, self.endColumn) = (file, line, column, endColumn)
  }

  /// Whether the place is a `--set` of the command line.
  package var isCommandLine: Bool { file.hasPrefix("--set ") }

  /// `file:line:column`, or for the command line the whole of `--set path=value`.
  package var description: String { isCommandLine || line == 0 ? file : "\(file):\(line):\(column)" }

  package static func < (left: Place, right: Place) -> Bool {
    (left.file, left.line, left.column) < (right.file, right.line, right.column)
  }
}
