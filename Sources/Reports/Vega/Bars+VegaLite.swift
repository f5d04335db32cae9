import Charts
import Notation
import Results

extension WaterfallChart: ReportChart {
  var vegaLite: JSONValue {
    var rows: [JSONValue] = []
    func row(_ label: String, _ from: Double, _ to: Double, _ kind: String, _ words: String) {
      rows.append(
        [
          "part": .string(label), "from": .number(from), "to": .number(to), "kind": .string(kind),
          "change": .number(to - from), "end": .number(max(from, to)), "words": .string(words),
        ])
    }
    row(startLabel, 0, start, "whole", format.text(start))
    var level = start
    for step in steps {
      row(
        step.label, level, level + step.change, step.change < 0 ? "less" : "more", format.signed(step.change))
      level += step.change
    }
    row(endLabel, 0, end, "whole", format.text(end))
    let y = VegaLite.field("part", "nominal", more: ["sort": .null])
    return [
      "width": 600, "height": ["step": 26], "data": VegaLite.data(rows),
      "layer": .array([
        VegaLite.layer(
          ["type": "bar", "tooltip": true],
          [
            "y": y, "x": VegaLite.amount("from", title: quantity, format), "x2": ["field": "to"],
            "color": VegaLite.kinds(
              ["whole", "more", "less"], [VegaLite.blue, VegaLite.orange, VegaLite.turquoise]),
          ]),
        VegaLite.words(["y": y, "x": VegaLite.amount("end", title: quantity, format)], field: "words"),
      ]),
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
          "value": .number(value), "set_to": .string(label),
          "words": .string(value == baseline ? "" : label.isEmpty ? format.text(value) : label),
        ] as JSONValue
      }
    }
    let y = VegaLite.field("input", "nominal", more: ["sort": .null])
    let x = VegaLite.amount("value", title: quantity, format)
    func words(_ test: String, _ align: String) -> JSONValue {
      guard case .object(let layer) = VegaLite.words(["y": y, "x": x], field: "words", align: align) else {
        return .null
      }
      return .object([.init("transform", [["filter": .string(test)]])] + layer)
    }
    return [
      "width": 600, "height": ["step": 26], "data": VegaLite.data(rows),
      "layer": .array([
        VegaLite.layer(
          ["type": "bar", "tooltip": true],
          [
            "y": y, "x": VegaLite.amount("baseline", title: quantity, format), "x2": ["field": "value"],
            "color": VegaLite.kinds([lowKey, highKey], [VegaLite.turquoise, VegaLite.orange]),
          ]),
        words("datum.value >= datum.baseline", "left"), words("datum.value < datum.baseline", "right"),
      ]),
    ]
  }
}

extension VegaLite {
  /// Colours by the field `kind`.
  static func kinds(_ names: [String], _ colours: [String]) -> JSONValue {
    field(
      "kind", "nominal",
      more: [
        "scale": ["domain": .strings(names), "range": .array(colours.map { colour($0) })],
        "legend": ["title": .null, "orient": "top"],
      ])
  }
}
