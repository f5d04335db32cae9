import Charts

extension BreachStrip: ReportChart {
  var vegaLite: JSONValue {
    let data = rows.flatMap { row in
      zip(months, row.brackets).compactMap { month, bracket -> JSONValue? in
        bracket.map {
          .object([
            "month": .string(month.description), "row": .string(row.label), "lower": .number($0.lower),
            "upper": .number($0.upper), "middle": .number(($0.lower + $0.upper) / 2),
          ])
        }
      }
    }
    return .object([
      "width": .integer(760), "height": .object(["step": .integer(34)]), "data": VegaLite.data(data),
      "mark": .object(["type": .string("rect"), "tooltip": .bool(true)]),
      "encoding": .object([
        "x": VegaLite.field("month", "temporal", more: ["timeUnit": .string("yearmonth")]),
        "y": VegaLite.field("row", "nominal", more: ["sort": .null]),
        "color": VegaLite.field(
          "middle", "quantitative", title: "Probability, middle of its bounds",
          more: [
            "scale": .object([
              "domain": .array([.integer(0), .integer(1)]),
              "range": .array([VegaLite.colour("FFFFFF"), VegaLite.colour(VegaLite.pink)]),
            ])
          ]),
      ]),
    ])
  }
}

extension RiskMatrix: ReportChart {
  var vegaLite: JSONValue {
    let cells = ratings.indices.flatMap { row in
      ratings[row].indices.map { column in
        JSONValue.object([
          "likelihood": .string(likelihoods[row]), "impact": .string(impacts[column]),
          "rating": .string(String(ratings[row][column])), "score": .integer((row + 1) * (column + 1)),
        ])
      }
    }
    let marks = risks.flatMap { risk in
      [("gross", risk.gross), ("net", risk.net), ("target", risk.target)].compactMap {
        state, place -> JSONValue? in
        guard let place, likelihoods.indices.contains(place.likelihood - 1),
          impacts.indices.contains(place.impact - 1)
        else { return nil }
        return .object([
          "risk": .string(risk.id), "title": .string(risk.title), "state": .string(state),
          "likelihood": .string(likelihoods[place.likelihood - 1]),
          "impact": .string(impacts[place.impact - 1]),
        ])
      }
    }
    let x = VegaLite.field("impact", "nominal", title: "Impact", more: ["sort": .strings(impacts)])
    let y = VegaLite.field(
      "likelihood", "nominal", title: "Likelihood", more: ["sort": .strings(likelihoods.reversed())])
    return .object([
      "width": .integer(600), "height": .integer(360),
      "layer": .array([
        VegaLite.layer(
          ["type": .string("rect"), "opacity": .number(0.3)],
          [
            "x": x, "y": y,
            "color": VegaLite.field(
              "rating", "nominal",
              more: [
                "scale": .object([
                  "domain": .strings(["R", "A", "G", " "]),
                  "range": .array(
                    [VegaLite.pink, VegaLite.orange, VegaLite.turquoise, "FFFFFF"].map { VegaLite.colour($0) }
                  ),
                ])
              ]),
          ], data: VegaLite.data(cells)),
        VegaLite.layer(
          ["type": .string("point"), "filled": .bool(true), "size": .integer(120), "tooltip": .bool(true)],
          [
            "x": x, "y": y, "shape": VegaLite.field("state", "nominal"),
            "xOffset": VegaLite.field("state", "nominal"), "yOffset": VegaLite.field("risk", "nominal"),
          ], data: VegaLite.data(marks)),
      ]),
    ])
  }
}
