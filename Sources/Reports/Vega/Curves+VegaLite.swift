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
    let colour = VegaLite.field(
      "group", "nominal",
      more: [
        "scale": [
          "range": .array(
            [VegaLite.blue, VegaLite.turquoise, VegaLite.pink, VegaLite.orange].map { VegaLite.colour($0) })
        ]
      ])
    return [
      "width": 600, "height": 320, "data": VegaLite.data(rows),
      "layer": .array([
        VegaLite.layer(
          ["type": "area", "interpolate": "step-after", "opacity": 0.15],
          [
            "x": x, "y": VegaLite.field("lower", "quantitative", title: quantity),
            "y2": ["field": "upper"], "color": colour,
          ]),
        VegaLite.layer(
          ["type": "line", "interpolate": "step-after"],
          [
            "x": x, "y": VegaLite.field("share", "quantitative", title: quantity), "color": colour,
            "strokeDash": VegaLite.field("group", "nominal"),
          ]),
      ]),
    ]
  }
}

extension ExceedanceChart: ReportChart {
  var vegaLite: JSONValue {
    var layers = [
      VegaLite.layer(
        ["type": "line", "point": true, "color": VegaLite.colour(VegaLite.blue), "tooltip": true],
        [
          "x": VegaLite.level("value", title: quantity, format),
          "y": VegaLite.field(
            "probability", "quantitative", title: "Probability of more",
            more: ["axis": ["format": "%"]]),
        ])
    ]
    layers += marks.map { mark in
      VegaLite.layer(
        ["type": "rule", "color": VegaLite.colour(VegaLite.orange)],
        ["x": VegaLite.level("value", title: quantity, format)],
        data: VegaLite.data([["value": .number(mark.value), "label": .string(mark.label)]]))
    }
    return [
      "width": 600, "height": 300,
      "data": VegaLite.data(
        points.map { ["value": .number($0.value), "probability": .number($0.probability)] }),
      "layer": .array(layers),
    ]
  }
}
