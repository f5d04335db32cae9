import Charts
import Notation
import Results

extension WaterfallChart: ReportChart {
  var vegaLite: JSONValue {
    var rows: [JSONValue] = []
    func row(_ label: String, _ from: Double, _ to: Double, _ kind: String) {
      rows.append(
        [
          "part": .string(label), "from": .number(from), "to": .number(to), "kind": .string(kind),
          "change": .number(to - from),
        ])
    }
    row(startLabel, 0, start, "total")
    var level = start
    for step in steps {
      row(step.label, level, level + step.change, step.change < 0 ? "fall" : "rise")
      level += step.change
    }
    row(endLabel, 0, end, "total")
    return [
      "width": 600, "height": ["step": 26], "data": VegaLite.data(rows),
      "mark": ["type": "bar", "tooltip": true],
      "encoding": [
        "y": VegaLite.field("part", "nominal", more: ["sort": .null]),
        "x": VegaLite.amount("from", title: quantity, format), "x2": ["field": "to"],
        "color": VegaLite.kinds(
          ["total", "rise", "fall"], [VegaLite.blue, VegaLite.orange, VegaLite.turquoise]),
      ],
    ]
  }
}

extension TornadoChart: ReportChart {
  var vegaLite: JSONValue {
    let rows = bars.flatMap { bar in
      [(lowKey, bar.low, bar.lowLabel), (highKey, bar.high, bar.highLabel)].map {
        kind, value, label in
        [
          "input": .string(bar.label), "kind": .string(kind), "baseline": .number(baseline),
          "value": .number(value),
          "set_to": .string(label),
        ] as JSONValue
      }
    }
    return [
      "width": 600, "height": ["step": 26], "data": VegaLite.data(rows),
      "mark": ["type": "bar", "tooltip": true],
      "encoding": [
        "y": VegaLite.field("input", "nominal", more: ["sort": .null]),
        "x": VegaLite.amount("baseline", title: quantity, format),
        "x2": ["field": "value"],
        "color": VegaLite.kinds([lowKey, highKey], [VegaLite.turquoise, VegaLite.orange]),
      ],
    ]
  }
}

extension VegaLite {
  /// Colours by the field `kind`.
  static func kinds(_ names: [String], _ colours: [String]) -> JSONValue {
    field(
      "kind", "nominal",
      more: ["scale": ["domain": .strings(names), "range": .array(colours.map { colour($0) })]])
  }
}
