import Charts
import Notation
import Results

/// Pieces of Vega-Lite specifications, version 5.
enum VegaLite {
  /// Rows of data that stand inside the specification.
  static func data(_ rows: [JSONValue]) -> JSONValue { ["values": .array(rows)] }

  /// A field against an axis; `title` is what the axis says.
  static func field(
    _ name: String, _ type: String, title: String = "", more: KeyValuePairs<String, JSONValue> = [:]
  ) -> JSONValue {
    .object(
      [("field", .string(name)), ("type", .string(type)), ("title", title.isEmpty ? .null : .string(title))]
        + more.map { ($0.key, $0.value) })
  }

  /// Axes begin where the values are, not always at nothing.
  static func level(_ name: String, title: String = "", _ format: ValueFormat = ValueFormat()) -> JSONValue {
    amount(name, title: title, format, more: [.init("scale", ["zero": false])])
  }

  /// An axis of such values. The data are in pounds where the chart says millions, and shares where it says percent.
  static func amount(
    _ name: String, title: String = "", _ format: ValueFormat, more: [JSONValue.Member] = []
  ) -> JSONValue {
    let unit = format.prefix.isEmpty || title.isEmpty ? "" : " (\(format.prefix))"
    guard case .object(var members) = field(name, "quantitative", title: title + unit) else { return .null }
    if format.multiplier == 100 {
      members.append(.init("axis", ["format": "~%"]))
    } else if !format.prefix.isEmpty {
      members.append(.init("axis", ["format": "~s"]))
    }
    return .object(members + more)
  }

  static func date(_ name: String = "date") -> JSONValue { field(name, "temporal") }

  static func colour(_ hex: String) -> JSONValue { .string("#" + hex) }

  /// A mark with its own properties and places.
  static func layer(
    _ mark: KeyValuePairs<String, JSONValue>, _ encoding: KeyValuePairs<String, JSONValue>,
    data: JSONValue? = nil
  ) -> JSONValue {
    var members: [JSONValue.Member] = []
    if let data { members.append(.init("data", data)) }
    members.append(.init("mark", .object(mark)))
    members.append(.init("encoding", .object(encoding)))
    return .object(members)
  }

  static let blue = "12436D"
  static let turquoise = "28A197"
  static let pink = "801650"
  static let orange = "F46A25"
}

extension FanChart.Reading {
  /// The reading as a row of data.
  var row: JSONValue {
    let quantiles = [
      ("p05", p05), ("p10", p10), ("p25", p25), ("p50", p50), ("p75", p75), ("p90", p90), ("p95", p95),
    ]
    let widest = [("p025", p025), ("p975", p975)].filter { $0.1.isFinite }
    return .object(
      [("date", .string(date.description))] + (quantiles + widest).map { ($0.0, JSONValue.number($0.1)) })
  }
}

extension FanChart.Point {
  var row: JSONValue {
    ["date": .string(date.description), "published": .number(value), "source": .string(source)]
  }
}
