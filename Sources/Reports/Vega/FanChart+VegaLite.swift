import Charts
import Notation
import Results

extension FanChart: ReportChart {
  var vegaLite: JSONValue {
    func band(_ low: String, _ high: String, _ opacity: Double) -> JSONValue {
      VegaLite.layer(
        ["type": "area", "color": VegaLite.colour(VegaLite.blue), "opacity": .number(opacity)],
        [
          "x": VegaLite.date(), "y": VegaLite.level(low, title: quantity, format),
          "y2": ["field": .string(high)],
        ])
    }
    var layers = [
      holds95 ? band("p025", "p975", 0.16) : band("p05", "p95", 0.16), band("p10", "p90", 0.2),
      band("p25", "p75", 0.32),
      VegaLite.layer(
        ["type": "line", "color": VegaLite.colour(VegaLite.blue), "strokeWidth": 2.5],
        ["x": VegaLite.date(), "y": VegaLite.level("p50", title: quantity, format)]),
    ]
    if !paths.isEmpty {
      let steps = paths.enumerated().flatMap { number, path in
        path.map { step in
          [
            "date": .string(step.date.description), "value": .number(step.value),
            "replication": .integer(number),
          ] as JSONValue
        }
      }
      layers.append(
        VegaLite.layer(
          ["type": "line", "color": VegaLite.colour("484F54"), "strokeWidth": 0.8, "opacity": 0.7],
          [
            "x": VegaLite.date(), "y": VegaLite.level("value", title: quantity, format),
            "detail": VegaLite.field("replication", "nominal"),
          ], data: VegaLite.data(steps)))
    }
    if !observed.isEmpty {
      layers.append(
        VegaLite.layer(
          ["type": "point", "filled": true, "color": VegaLite.colour("0B0C0C"), "size": 60, "tooltip": true],
          ["x": VegaLite.date(), "y": VegaLite.level("published", title: quantity, format)],
          data: VegaLite.data(observed.map(\.row))))
    }
    layers += thresholds.map { threshold in
      VegaLite.layer(
        ["type": "rule", "color": VegaLite.colour(VegaLite.orange), "strokeDash": [8, 4]],
        ["y": VegaLite.level("threshold", title: quantity, format)],
        data: VegaLite.data([["threshold": .number(threshold.value), "label": .string(threshold.label)]]))
    }
    return [
      "width": 700, "height": 320, "data": VegaLite.data(readings.map(\.row)),
      "layer": .array(layers),
    ]
  }
}

extension SmallMultiples: ReportChart {
  var vegaLite: JSONValue {
    [
      "columns": 3,
      "concat": .array(
        panels.map { panel in
          let x = VegaLite.date()
          return [
            "title": .string(panel.title), "width": 180, "height": 120,
            "data": VegaLite.data(panel.readings.map(\.row)),
            "layer": .array([
              VegaLite.layer(
                ["type": "area", "color": VegaLite.colour(VegaLite.blue), "opacity": 0.2],
                ["x": x, "y": VegaLite.level("p10", panel.format), "y2": ["field": "p90"]]),
              VegaLite.layer(
                ["type": "line", "color": VegaLite.colour(VegaLite.blue)],
                ["x": x, "y": VegaLite.level("p50", panel.format)]),
              VegaLite.layer(
                ["type": "point", "filled": true, "color": VegaLite.colour("0B0C0C")],
                ["x": x, "y": VegaLite.level("published", panel.format)],
                data: VegaLite.data(panel.observed.map(\.row))),
            ]),
          ]
        }),
    ]
  }
}
