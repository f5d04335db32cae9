import Charts
import Notation
import Results

extension BreachStrip: ReportChart {
  var vegaLite: JSONValue {
    let data = rows.flatMap { row in
      zip(months, row.brackets).compactMap { month, bracket -> JSONValue? in
        bracket.map {
          [
            "month": .string(month.description), "row": .string(row.label), "lower": .number($0.lower),
            "upper": .number($0.upper), "middle": .number(($0.lower + $0.upper) / 2),
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
          "middle", "quantitative", title: "Probability, middle of its bounds",
          more: [
            "scale": [
              "domain": [0, 1], "range": [VegaLite.colour("FFFFFF"), VegaLite.colour(VegaLite.pink)],
            ]
          ]),
      ],
    ]
  }
}

extension RiskMatrix: ReportChart {
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
            "score": .integer((row + 1) * (column + 1)),
          ])
      }
    }
    var marks: [JSONValue] = []
    for (index, risk) in risks.enumerated() {
      let places: [(state: String, place: Place?)] = [
        ("gross", risk.gross), ("net", risk.net), ("target", risk.target),
      ]
      // Each risk has its own line of marks in a cell, and each state its own column.
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
        ]
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
          ["type": "point", "filled": true, "size": 120, "tooltip": true],
          ["x": x, "y": y, "shape": VegaLite.field("state", "nominal")], data: VegaLite.data(marks)),
        VegaLite.layer(
          ["type": "text", "dx": 16],
          ["x": x, "y": y, "text": VegaLite.field("risk", "nominal")], data: VegaLite.data(marks)),
      ]),
    ]
  }
}
