import Charts
import Notation
import Results

extension BreachStrip: ReportChart {
  /// Pink over white, as the strips have it.
  fileprivate static let tints = ["FFFFFF", "F0E3EA", "DBBECE", "C594AE", "A8618A", "93396A", "801650"]

  var vegaLite: JSONValue {
    let data = rows.flatMap { row in
      zip(months, row.brackets).compactMap { month, bracket -> JSONValue? in
        bracket.map {
          [
            "month": .string(month.description), "row": .string(row.label), "lower": .number($0.lower),
            "upper": .number($0.upper), "chance": .string(BreachStrip.names[$0.level]),
          ]
        }
      }
    }
    return [
      "width": 760, "height": ["step": 34], "data": VegaLite.data(data),
      "mark": ["type": "rect", "tooltip": true],
      "encoding": [
        "x": VegaLite.field("month", "temporal", more: ["timeUnit": "yearmonth"]),
        "y": VegaLite.field("row", "nominal", more: ["sort": .null]),
        "color": VegaLite.field(
          "chance", "ordinal",
          more: [
            "scale": [
              "domain": .strings(BreachStrip.names),
              "range": .array(BreachStrip.tints.map { VegaLite.colour($0) }),
            ],
            "legend": ["title": .null, "orient": "top", "columns": 7],
          ]),
      ],
    ]
  }
}

extension RiskMatrix: ReportChart {
  private static let states = [
    "gross: controls off", "net: controls in force", "target: with planned actions",
  ]

  /// Places are numbers, one for each band, so that the marks of one cell can stand beside one another.
  var vegaLite: JSONValue {
    var cells: [JSONValue] = []
    for (row, letters) in ratings.enumerated() {
      for (column, letter) in letters.enumerated() {
        let (x, y) = (Double(column), Double(row))
        cells.append(
          [
            "left": .number(x + 0.5), "right": .number(x + 1.5), "bottom": .number(y + 0.5),
            "top": .number(y + 1.5), "rating": .string(String(letter)),
            "words": .string("\(letter) \((row + 1) * (column + 1))"),
            "score": .integer((row + 1) * (column + 1)), "middle": .number(x + 1), "row": .number(y + 1),
          ])
      }
    }
    var marks: [JSONValue] = []
    var ways: [JSONValue] = []
    for (index, risk) in risks.enumerated() {
      let places: [(state: String, place: Place?)] = [
        (RiskMatrix.states[0], risk.gross), (RiskMatrix.states[1], risk.net),
        (RiskMatrix.states[2], risk.target),
      ]
      // Each risk has its own line of marks in a cell, and each state its own column.
      var before: (x: Double, y: Double)?
      let aside = 0.6 * ((Double(index) + 0.5) / Double(risks.count) - 0.5)
      for (order, mark) in places.enumerated() {
        guard let place = mark.place else { continue }
        let x = Double(place.impact) + 0.25 * Double(order - 1)
        let y = Double(place.likelihood) - aside
        marks.append(
          [
            "risk": .string(risk.id), "title": .string(risk.title), "state": .string(mark.state),
            "x": .number(x), "y": .number(y),
          ])
        let isApart = order == 1 ? risk.isGrossApart : order == 2 && risk.isTargetApart && risk.net != nil
        if isApart, let before {
          ways.append([
            "x": .number(before.x), "y": .number(before.y), "to_x": .number(x), "to_y": .number(y),
          ])
        }
        before = (x, y)
      }
    }
    func axis(_ field: String, _ title: String, _ names: [String]) -> JSONValue {
      let words = names.map { (name: String) -> String in
        let plain = name.replacing("\\", with: "").replacing("'", with: "\\'")
        return "'\(plain)'"
      }
      let list = words.joined(separator: ",")
      let bounds: [JSONValue] = [0.5, .number(Double(names.count) + 0.5)]
      let values: [JSONValue] = names.indices.map { .integer($0 + 1) }
      return VegaLite.field(
        field, "quantitative", title: title,
        more: [
          "scale": ["domain": .array(bounds), "nice": false],
          "axis": ["values": .array(values), "grid": false, "labelExpr": "[\(list)][datum.value-1]"],
        ])
    }
    let colour = VegaLite.field(
      "rating", "nominal",
      more: [
        "scale": [
          "domain": .strings(["R", "A", "G", " "]),
          "range": .array(
            [VegaLite.pink, VegaLite.orange, VegaLite.turquoise, "FFFFFF"].map { VegaLite.colour($0) }),
        ], "legend": .null,
      ])
    let (x, y) = (axis("x", "Impact", impacts), axis("y", "Likelihood", likelihoods))
    return [
      "width": 600, "height": 360,
      "layer": .array([
        VegaLite.layer(
          ["type": "rect", "opacity": 0.3, "stroke": "#888888"],
          [
            "x": axis("left", "Impact", impacts), "x2": ["field": "right"],
            "y": axis("bottom", "Likelihood", likelihoods), "y2": ["field": "top"],
            "color": colour,
          ], data: VegaLite.data(cells)),
        VegaLite.layer(
          ["type": "text", "align": "left", "baseline": "top", "dx": 5, "dy": 6],
          [
            "x": axis("left", "Impact", impacts), "y": axis("top", "Likelihood", likelihoods),
            "text": VegaLite.field("words", "nominal"),
          ], data: VegaLite.data(cells)),
        VegaLite.layer(
          ["type": "rule", "strokeWidth": 1.6],
          ["x": x, "y": y, "x2": ["field": "to_x"], "y2": ["field": "to_y"]], data: VegaLite.data(ways)),
        VegaLite.layer(
          ["type": "point", "filled": true, "size": 120, "tooltip": true],
          [
            "x": x, "y": y,
            "shape": VegaLite.field(
              "state", "nominal",
              more: [
                "scale": [
                  "domain": .strings(RiskMatrix.states), "range": ["circle", "square", "diamond"],
                ], "legend": ["title": .null, "orient": "top"],
              ]),
            "color": ["value": .string("#" + VegaLite.blue)],
          ], data: VegaLite.data(marks)),
        VegaLite.layer(
          ["type": "text", "dx": 16],
          ["x": x, "y": y, "text": VegaLite.field("risk", "nominal")], data: VegaLite.data(marks)),
      ]),
    ]
  }
}
