import Dates
import Notation
import Parameters

/// `replications.csv.gz`: every reading of every replication, compressed while it is written, so that its size never
/// stands in memory.
///
/// A stock's reading at the start stands first, under the last day before it.
///
/// Write the rows in any fixed order (by replication, series and month is best), then `finish`, then commit the folder.
package final class RawFile {
  private let file: GzipFile
  private let ending: [UInt8]
  /// `,measure,breakdown,` per series and `month_end,` per month, encoded once.
  private let seriesCells: [[UInt8]]
  private let monthCells: [[UInt8]]
  private let openingCell: [UInt8]

  package init(
    in folder: OutputFolder, manifest: Manifest, series: [Series], months: [MonthEnd],
    opening: CivilDate? = nil
  ) throws(OutputFailure) {
    file = GzipFile(try folder.create(Tables.raw.name))
    ending = Origin(manifest).cells + [10]
    seriesCells = series.map { definition in
      var bytes = [UInt8(ascii: ",")]
      for text in [definition.measure, definition.breakdown] {
        CSVText.append(text, to: &bytes)
        bytes.append(UInt8(ascii: ","))
      }
      return bytes
    }
    monthCells = months.map { Array(($0.date.description + ",").utf8) }
    openingCell = Array(((opening?.description ?? "") + ",").utf8)
    let columns = Tables.raw.names + Origin.columns
    try file.append { $0 += (columns.joined(separator: ",") + "\n").utf8 }
  }

  /// Adds a reading of the opening position, under the last day before the start.
  package func writeOpening(replication: Int, series: Int, value: Double) throws(OutputFailure) {
    try append(replication, series, openingCell, value)
  }

  /// Adds one reading; `series` and `month` are places in the lists given at the start. Nil is an empty cell.
  package func write(replication: Int, series: Int, month: Int, value: Double?) throws(OutputFailure) {
    try append(replication, series, monthCells[month], value)
  }

  private func append(
    _ replication: Int, _ series: Int, _ date: [UInt8], _ value: Double?
  ) throws(OutputFailure) {
    try file.append { bytes in
      PlainNumber.append(integer: replication, to: &bytes)
      bytes.append(contentsOf: seriesCells[series])
      bytes.append(contentsOf: date)
      if let value { PlainNumber.append(value, to: &bytes) }
      bytes.append(contentsOf: ending)
    }
  }

  /// Writes what is left and closes the file.
  package func finish() throws(OutputFailure) { try file.close() }
}
