import Charts
import Notation
import Results

extension FanChart: ReportChart {
  var vegaLite: JSONValue {
    let widest = holds95 ? "95 in 100" : "9 in 10"
    var names: [(name: String, colour: String)] = [
      ("median", VegaLite.blue), ("half of futures", VegaLite.bands[2]),
      ("8 in 10 (dashed edge)", VegaLite.bands[1]), (widest, VegaLite.bands[0]),
    ]
    if !paths.isEmpty { names.append(("single futures", VegaLite.soft)) }
    if !observed.isEmpty { names.append(("published", VegaLite.ink)) }
    let x = VegaLite.date()
    func y(_ field: String) -> JSONValue {
      VegaLite.level(field, title: quantity, format, domain: valueDomain)
    }
    func band(_ low: String, _ high: String, _ name: String) -> JSONValue {
      VegaLite.layer(
        ["type": "area"],
        ["x": x, "y": y(low), "y2": ["field": .string(high)], "color": VegaLite.key(name, names)])
    }
    func line(_ field: String, _ mark: KeyValuePairs<String, JSONValue>) -> JSONValue {
      VegaLite.layer(mark, ["x": x, "y": y(field), "color": VegaLite.key("median", names)])
    }
    var layers = [
      holds95 ? band("p025", "p975", widest) : band("p05", "p95", widest),
      band("p10", "p90", "8 in 10 (dashed edge)"), band("p25", "p75", "half of futures"),
      line("p10", ["type": "line", "strokeDash": [5, 3], "strokeWidth": 1]),
      line("p90", ["type": "line", "strokeDash": [5, 3], "strokeWidth": 1]),
      line("p50", ["type": "line", "strokeWidth": 2.5]),
    ]
    if !paths.isEmpty {
      let steps = paths.enumerated().flatMap { number, path in
        path.map { step in
          [
            "date": .string(step.date.description), "value": .number(step.value),
            "future": .integer(number),
          ] as JSONValue
        }
      }
      layers.append(
        VegaLite.layer(
          ["type": "line", "strokeWidth": 0.8, "opacity": 0.7],
          [
            "x": x, "y": y("value"), "detail": VegaLite.field("future", "nominal"),
            "color": VegaLite.key("single futures", names),
          ], data: VegaLite.data(steps)))
    }
    if !observed.isEmpty {
      layers.append(
        VegaLite.layer(
          ["type": "point", "filled": true, "size": 60, "opacity": 1, "tooltip": true],
          ["x": x, "y": y("published"), "color": VegaLite.key("published", names)],
          data: VegaLite.data(observed.map(\.row))))
    }
    for threshold in thresholds {
      let data = VegaLite.data([
        ["threshold": .number(threshold.value), "label": .string(threshold.label)]
      ])
      layers.append(
        VegaLite.layer(
          ["type": "rule", "color": VegaLite.colour(VegaLite.orange), "strokeDash": [8, 4]],
          ["y": y("threshold")], data: data))
      layers.append(VegaLite.words(["y": y("threshold"), "x": ["value": 4]], field: "label", data: data))
    }
    if let last = readings.last {
      let ends = [("1 in 10 above", last.p90), ("Median", last.p50), ("1 in 10 below", last.p10)].map {
        words, value -> JSONValue in
        [
          "date": .string(last.date.description), "end": .number(value),
          "label": .string("\(words) \(format.text(value))"),
        ]
      }
      layers.append(VegaLite.words(["x": x, "y": y("end")], field: "label", data: VegaLite.data(ends)))
    }
    return [
      "width": 700, "height": 320, "data": VegaLite.data(readings.map(\.row)),
      "layer": .array(layers),
    ]
  }
}

extension SmallMultiples: ReportChart {
  var vegaLite: JSONValue {
    let names: [(name: String, colour: String)] = [
      (middle.lowercased(), VegaLite.blue), ("8 in 10 simulated futures", VegaLite.bands[1]),
      ("published", VegaLite.ink),
    ]
    return [
      "columns": 3, "resolve": ["scale": ["color": "shared"]],
      "concat": .array(
        panels.map { panel in
          let x = VegaLite.date(domain: dates)
          func y(_ field: String) -> JSONValue {
            VegaLite.level(field, panel.format, domain: panel.valueDomain)
          }
          return [
            "title": .strings(Lettering.lines(panel.title, within: 200, isBold: true)), "width": 200,
            "height": 120, "data": VegaLite.data(panel.readings.map(\.row)),
            "layer": .array([
              VegaLite.layer(
                ["type": "area"],
                ["x": x, "y": y("p10"), "y2": ["field": "p90"], "color": VegaLite.key(names[1].name, names)]),
              VegaLite.layer(
                ["type": "line"], ["x": x, "y": y("p50"), "color": VegaLite.key(names[0].name, names)]),
              VegaLite.layer(
                ["type": "point", "filled": true, "opacity": 1],
                ["x": x, "y": y("published"), "color": VegaLite.key(names[2].name, names)],
                data: VegaLite.data(panel.observed.map(\.row))),
            ]),
          ]
        }),
    ]
  }
}
