import Charts
import Notation
import Results

extension WaterfallChart: ReportChart {
  var vegaLite: JSONValue {
    var rows: [JSONValue] = []
    func row(_ label: String, _ from: Double, _ to: Double, _ kind: String) {
      rows.append(
        .object([
          "part": .string(label), "from": .number(from), "to": .number(to), "kind": .string(kind),
          "change": .number(to - from),
        ]))
    }
    row(startLabel, 0, start, "total")
    var level = start
    for step in steps {
      row(step.label, level, level + step.change, step.change < 0 ? "fall" : "rise")
      level += step.change
    }
    row(endLabel, 0, end, "total")
    return .object([
      "width": .integer(600), "height": .object(["step": .integer(26)]), "data": VegaLite.data(rows),
      "mark": .object(["type": .string("bar"), "tooltip": .bool(true)]),
      "encoding": .object([
        "y": VegaLite.field("part", "nominal", more: ["sort": .null]),
        "x": VegaLite.amount("from", title: quantity, format), "x2": .object(["field": .string("to")]),
        "color": VegaLite.kinds(
          ["total", "rise", "fall"], [VegaLite.blue, VegaLite.orange, VegaLite.turquoise]),
      ]),
    ])
  }
}

extension TornadoChart: ReportChart {
  var vegaLite: JSONValue {
    let rows = bars.flatMap { bar in
      [(lowKey, bar.low, bar.lowLabel), (highKey, bar.high, bar.highLabel)].map {
        kind, value, label in
        JSONValue.object([
          "input": .string(bar.label), "kind": .string(kind), "baseline": .number(baseline),
          "value": .number(value),
          "set_to": .string(label),
        ])
      }
    }
    return .object([
      "width": .integer(600), "height": .object(["step": .integer(26)]), "data": VegaLite.data(rows),
      "mark": .object(["type": .string("bar"), "tooltip": .bool(true)]),
      "encoding": .object([
        "y": VegaLite.field("input", "nominal", more: ["sort": .null]),
        "x": VegaLite.amount("baseline", title: quantity, format),
        "x2": .object(["field": .string("value")]),
        "color": VegaLite.kinds([lowKey, highKey], [VegaLite.turquoise, VegaLite.orange]),
      ]),
    ])
  }
}

extension VegaLite {
  /// Colours by the field `kind`.
  static func kinds(_ names: [String], _ colours: [String]) -> JSONValue {
    field(
      "kind", "nominal",
      more: [
        "scale": .object([
          "domain": .strings(names), "range": .array(colours.map { colour($0) }),
        ])
      ])
  }
}
