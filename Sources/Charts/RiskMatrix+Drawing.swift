extension RiskMatrix {
  /// What stands on a mark: the risk's name where that is short, else its number in the list below.
  private func sign(_ index: Int) -> String {
    risks[index].id.count <= 3 ? risks[index].id : "\(index + 1)"
  }

  private var radius: Double { isNarrow ? 10 : 14 }
  private var left: Double { isNarrow ? 78 : 150 }
  private var cellWidth: Double { (room.width - left - 8) / Double(max(1, impacts.count)) }

  /// The risks that have a mark in a cell, so that each has its own line in it.
  private func inside(_ likelihood: Int, _ impact: Int) -> [Int] {
    risks.indices.filter { index in
      [risks[index].gross, risks[index].net, risks[index].target].contains {
        $0.map { bounded($0) == (likelihood, impact) } ?? false
      }
    }
  }

  private func bounded(_ place: Place) -> (Int, Int) {
    (min(max(place.likelihood, 1), likelihoods.count), min(max(place.impact, 1), impacts.count))
  }

  /// Cells are as high as the fullest needs.
  private var cellHeight: Double {
    let most =
      (1...max(1, likelihoods.count)).flatMap { row in
        (1...max(1, impacts.count)).map { inside(row, $0).count }
      }.max() ?? 0
    return max(64, 26 + (2 * radius + 4) * Double(most))
  }

  private var key: Key {
    func mark(_ style: String) -> (inout Drawing, Double, Double) -> Void {
      { $0.circle(x: $1 + 11, y: $2, radius: 8, style) }
    }
    return Key(
      [
        Key.Entry(words: "gross: controls off", mark: mark("gross")),
        Key.Entry(words: "net: controls in force", mark: mark("net")),
        Key.Entry(words: "target: with planned actions") { drawing, x, y in
          drawing.path(RiskMatrix.diamond(x: x + 11, y: y, radius: 8), "target", isClosed: true)
        },
      ], room)
  }

  private static func diamond(x: Double, y: Double, radius: Double) -> [(x: Double, y: Double)] {
    [(x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y)]
  }

  private var top: Double { key.height + 32 }
  private var bottom: Double { top + cellHeight * Double(likelihoods.count) }
  private var impactLines: [[String]] { impacts.map { room.lines($0, within: cellWidth - 4) } }
  private var namesHeight: Double { room.line * Double(impactLines.map(\.count).max() ?? 1) }
  private var titles: [[String]] {
    risks.indices.map { index in
      let number = sign(index) == risks[index].id ? "" : sign(index) + "  "
      return room.lines("\(number)\(risks[index].id)  \(risks[index].title)", within: room.width - 24)
    }
  }

  package var size: (width: Double, height: Double) {
    (room.width, bottom + namesHeight + 44 + room.line * Double(titles.reduce(0) { $0 + $1.count }))
  }

  package func draw(on drawing: inout Drawing) {
    key.draw(on: &drawing, top: 2)
    drawing.text("Likelihood", x: 8, y: top - 8, "strong")
    for (row, name) in likelihoods.enumerated() {
      let y = top + cellHeight * Double(likelihoods.count - 1 - row)
      let lines = room.lines(name, within: left - 14)
      drawing.lines(
        lines, x: left - 8, y: y + cellHeight / 2 + 5 - room.line / 2 * Double(lines.count - 1), "label",
        anchor: .end)
      for column in impacts.indices {
        let rating = ratings[row][column]
        drawing.rectangle(
          x: left + cellWidth * Double(column), y: y, width: cellWidth, height: cellHeight,
          rating == " " ? "cell" : "cell-\(rating)")
      }
    }
    for (column, lines) in impactLines.enumerated() {
      let x = left + cellWidth * (Double(column) + 0.5)
      drawing.lines(lines, x: x, y: bottom + 18, "label", anchor: .middle)
    }
    drawing.text(
      "Impact", x: (left + room.width - 8) / 2, y: bottom + namesHeight + 20, "strong", anchor: .middle)
    // Arrows first: no line lies on a word.
    for index in risks.indices { drawArrows(index, on: &drawing) }
    drawScores(on: &drawing)
    for index in risks.indices { drawMarks(index, on: &drawing) }
    var y = bottom + namesHeight + 46
    for lines in titles {
      drawing.lines(lines, x: 8, y: y, "label")
      y += room.line * Double(lines.count)
    }
  }

  private func drawScores(on drawing: inout Drawing) {
    for row in likelihoods.indices {
      for column in impacts.indices {
        let (rating, score) = (ratings[row][column], (row + 1) * (column + 1))
        drawing.text(
          rating == " " ? "\(score)" : "\(rating) \(score)", x: left + cellWidth * Double(column) + 6,
          y: top + cellHeight * Double(likelihoods.count - 1 - row) + 17, "tick")
      }
    }
  }

  /// The marks of a risk: 0 gross, 1 net, 2 target; each state has its own column of a cell.
  private func marks(_ index: Int) -> [(state: Int, place: Place, x: Double, y: Double)] {
    let risk = risks[index]
    return [risk.gross, risk.net, risk.target].enumerated().compactMap { state, place in
      guard let place else { return nil }
      let (likelihood, impact) = bounded(place)
      let line = inside(likelihood, impact).firstIndex(of: index) ?? 0
      return (
        state, place, left + cellWidth * (Double(impact - 1) + 0.18 + 0.32 * Double(state)),
        top + cellHeight * Double(likelihoods.count - likelihood) + 26 + radius
          + (2 * radius + 4) * Double(line)
      )
    }
  }

  private func drawArrows(_ index: Int, on drawing: inout Drawing) {
    let marks = marks(index)
    for (from, to) in zip(marks, marks.dropFirst()) {
      // Gross and target are each held against net.
      let isApart =
        (from.state == 0 && to.state == 1 && risks[index].isGrossApart)
        || (from.state == 1 && to.state == 2 && risks[index].isTargetApart)
      if isApart { arrow((from.x, from.y), (to.x, to.y), on: &drawing) }
    }
  }

  private func drawMarks(_ index: Int, on drawing: inout Drawing) {
    for mark in marks(index) {
      let tip =
        "\(risks[index].id) \(["gross", "net", "target"][mark.state]): likelihood \(mark.place.likelihood), "
        + "impact \(mark.place.impact), \(mark.place.scoreWords)"
      if mark.state == 2 {
        drawing.path(
          RiskMatrix.diamond(x: mark.x, y: mark.y, radius: radius + 3), "target", isClosed: true, tip: tip)
      } else {
        drawing.circle(
          x: mark.x, y: mark.y, radius: radius, mark.state == 0 ? "gross" : "net", tip: tip)
      }
      drawing.text(
        sign(index), x: mark.x, y: mark.y + 4.5, mark.state == 1 ? "on-dark" : "inside", anchor: .middle)
    }
  }

  private func arrow(
    _ from: (x: Double, y: Double), _ to: (x: Double, y: Double), on drawing: inout Drawing
  ) {
    let (dx, dy) = (to.x - from.x, to.y - from.y)
    let length = (dx * dx + dy * dy).squareRoot()
    guard length > 2 * radius + 6 else { return }
    let (ux, uy) = (dx / length, dy / length)
    let tip = (x: to.x - (radius + 3) * ux, y: to.y - (radius + 3) * uy)
    let size = min(9, length - 2 * radius - 4)
    drawing.line(from.x + radius * ux, from.y + radius * uy, tip.x, tip.y, "arrow")
    drawing.path(
      [
        tip, (x: tip.x - size * ux - 4 * uy, y: tip.y - size * uy + 4 * ux),
        (x: tip.x - size * ux + 4 * uy, y: tip.y - size * uy - 4 * ux),
      ], "head", isClosed: true)
  }
}
