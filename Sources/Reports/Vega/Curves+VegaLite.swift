import Charts
import Notation
import Results

extension SurvivalChart: ReportChart {
  var vegaLite: JSONValue {
    let rows = groups.flatMap { group in
      ([SurvivalChart.Step(time: 0, share: 1, lower: 1, upper: 1, atRisk: group.steps.first?.atRisk ?? 0)]
        + group.steps).map { step in
          [
            "group": .string(group.label), "time": .number(step.time), "share": .number(step.share),
            "lower": .number(step.lower), "upper": .number(step.upper), "at_risk": .integer(step.atRisk),
          ] as JSONValue
        }
    }
    let x = VegaLite.field("time", "quantitative", title: timeUnit)
    let domain = 0.0...1.0
    func y(_ field: String) -> JSONValue { VegaLite.level(field, title: quantity, .percent, domain: domain) }
    let names = JSONValue.strings(groups.map(\.label))
    let legend: JSONValue = ["title": .null, "orient": "top", "symbolOpacity": 1]
    let colour = VegaLite.field(
      "group", "nominal",
      more: [
        "scale": [
          "domain": names,
          "range": .array(
            [VegaLite.blue, VegaLite.turquoise, VegaLite.pink, VegaLite.orange].map { VegaLite.colour($0) }),
        ], "legend": legend,
      ])
    let dash = VegaLite.field(
      "group", "nominal",
      more: [
        "scale": ["domain": names, "range": [[1, 0], [9, 4], [3, 3], [12, 3, 3, 3]]], "legend": legend,
      ])
    return [
      "width": 600, "height": 320, "data": VegaLite.data(rows),
      "layer": .array([
        VegaLite.layer(
          ["type": "area", "interpolate": "step-after", "opacity": 0.15],
          [
            "x": x, "y": y("lower"),
            "y2": ["field": "upper"], "color": colour,
          ]),
        VegaLite.layer(
          ["type": "line", "interpolate": "step-after"],
          [
            "x": x, "y": y("share"), "color": colour,
            "strokeDash": dash,
          ]),
      ]),
    ]
  }
}

extension ExceedanceChart: ReportChart {
  var vegaLite: JSONValue {
    let percent = ValueFormat.percent.with(decimals: 0)
    let x = VegaLite.level("value", title: quantity, format)
    let y = VegaLite.level("probability", title: "Chance of more", percent, domain: 0...1)
    var layers = [
      VegaLite.layer(
        ["type": "line", "point": true, "color": VegaLite.colour(VegaLite.blue), "tooltip": true],
        ["x": x, "y": y]),
      VegaLite.words(["x": x, "y": y], field: "words"),
    ]
    for mark in marks {
      let data = VegaLite.data([["value": .number(mark.value), "label": .string(mark.label)]])
      layers.append(
        VegaLite.layer(
          [
            "type": "rule", "color": VegaLite.colour(VegaLite.orange), "strokeDash": [8, 4], "strokeWidth": 2,
          ],
          ["x": x], data: data))
      layers.append(VegaLite.words(["x": x, "y": ["value": 8]], field: "label", data: data))
    }
    return [
      "width": 600, "height": 300,
      "data": VegaLite.data(
        points.map {
          [
            "value": .number($0.value), "probability": .number($0.probability),
            "words": .string("\(percent.text($0.probability)): \(format.text($0.value))"),
          ]
        }),
      "layer": .array(layers),
    ]
  }
}
