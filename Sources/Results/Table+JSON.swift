import Notation
import Parameters

extension Table {
  /// The rows as JSON: an object each, whose members are the table's columns, with the figures and units of the file.
  /// Empty cells are null.
  package func json(_ rows: some Sequence<Row>) -> JSONValue {
    let names = names
    return .array(
      rows.map { row in
        let values = CSVText.row { text in for column in columns { column.write(row, &text) } }
        return .object(zip(names, values).map { ($0, $1) })
      })
  }
}

extension Column {
  /// The unit of a row's amounts, where the whole table is of money.
  package static var unitOfMoney: Column {
    Column("unit", from: { _ in Unit.pounds }, "Unit of the amounts: pounds.")
  }
}
