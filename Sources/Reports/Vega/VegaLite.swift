import Charts
import Dates
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

  /// An axis of values over a range that the drawing has too, in the units in which the drawing says them.
  static func level(
    _ name: String, title: String = "", _ format: ValueFormat = ValueFormat(),
    domain: ClosedRange<Double>? = nil
  ) -> JSONValue {
    let scale: JSONValue =
      domain.map {
        ["domain": [.number($0.lowerBound), .number($0.upperBound)], "nice": false, "zero": false]
      } ?? ["zero": false]
    return amount(name, title: title, format, more: [.init("scale", scale)])
  }

  /// An axis of such values. The data are in pounds where the chart says millions, and shares where it says percent; the
  /// labels say what the drawing says: `£20m`, `5%`.
  static func amount(
    _ name: String, title: String = "", _ format: ValueFormat, more: [JSONValue.Member] = []
  ) -> JSONValue {
    guard case .object(var members) = field(name, "quantitative", title: title) else { return .null }
    let number = "format(abs(datum.value) * \(PlainNumber.text(format.multiplier, digits: 6)), ',.3~f')"
    let sign = "(datum.value < 0 ? '\u{2212}' : '')"
    members.append(
      .init(
        "axis",
        [
          "tickCount": 6,
          "labelExpr": .string("\(sign) + '\(format.prefix)' + \(number) + '\(format.suffix)'"),
        ]))
    return .object(members + more)
  }

  /// Words beside marks, as the drawing has them.
  static func words(
    _ encoding: KeyValuePairs<String, JSONValue>, field: String, align: String = "left",
    data: JSONValue? = nil
  ) -> JSONValue {
    let members = encoding.map { ($0.key, $0.value) } + [("text", VegaLite.field(field, "nominal"))]
    var layer: [JSONValue.Member] = []
    if let data { layer.append(.init("data", data)) }
    layer.append(
      .init(
        "mark",
        ["type": "text", "align": .string(align), "dx": .integer(align == "left" ? 5 : -5), "fontSize": 12]))
    layer.append(.init("encoding", .object(members)))
    return .object(layer)
  }

  /// The colour of a whole layer, with its line in the legend; all layers of a chart have the same names and colours.
  static func key(_ name: String, _ all: [(name: String, colour: String)]) -> JSONValue {
    [
      "datum": .string(name), "type": "nominal",
      "scale": ["domain": .strings(all.map(\.name)), "range": .array(all.map { colour($0.colour) })],
      "legend": ["title": .null, "orient": "top", "symbolType": "square"],
    ]
  }

  /// No label is cut, and words are as large as in the drawing.
  static let config: JSONValue = [
    "font": "Arial, Liberation Sans, Helvetica, sans-serif",
    "axis": ["labelLimit": 0, "titleLimit": 0, "labelFontSize": 12, "titleFontSize": 12],
    "legend": ["labelLimit": 0, "titleLimit": 0, "labelFontSize": 12],
    "title": ["anchor": "start", "limit": 0], "view": ["stroke": .null],
  ]

  static func date(_ name: String = "date", domain: ClosedRange<CivilDate>? = nil) -> JSONValue {
    guard let domain else { return field(name, "temporal") }
    let ends = [domain.lowerBound, domain.upperBound].map { day -> JSONValue in
      let (year, month, day) = day.civil
      return ["year": .integer(year), "month": .integer(month), "date": .integer(day)]
    }
    return field(name, "temporal", more: ["scale": ["domain": .array(ends)]])
  }

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

  /// Blue over white as the bands of a fan have it, the widest first.
  static let bands = ["D9E1E8", "B1C1CF", "7E99B0"]
  static let ink = "0B0C0C", soft = "484F54"
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
