/// Likelihood against impact, with each risk before its controls (gross), with them (net) and as planned (target).
package struct RiskMatrix: Chart {
  /// A place in the matrix; bands are counted from 1.
  package struct Place: Sendable, Equatable {
    package let likelihood, impact: Int

    package init(likelihood: Int, impact: Int) {
      self.likelihood = likelihood
      self.impact = impact
    }
  }

  /// One risk; states that are not known are nil.
  package struct Risk: Sendable, Equatable {
    /// Short: it stands beside the marks.
    package let id: String
    package let title: String
    package let gross, net, target: Place?

    package init(id: String, title: String, gross: Place?, net: Place?, target: Place?) {
      self.id = id
      self.title = title
      (self.gross, self.net, self.target) = (gross, net, target)
    }
  }

  /// Names of the bands, the lowest first.
  package let likelihoods, impacts: [String]
  /// `R`, `A` or `G` for a cell, or a space where its rating is not known: `ratings[likelihood - 1][impact - 1]`.
  package let ratings: [[Character]]
  package let risks: [Risk]

  package init(likelihoods: [String], impacts: [String], ratings: [[Character]], risks: [Risk]) {
    precondition(
      ratings.count == likelihoods.count && ratings.allSatisfy { $0.count == impacts.count },
      "every cell of the matrix has a rating")
    (self.likelihoods, self.impacts, self.ratings) = (likelihoods, impacts, ratings)
    self.risks = risks
  }

  package var size: (width: Double, height: Double) {
    (860, 90 + 84 * Double(likelihoods.count) + 22 * Double(risks.count))
  }

  private var cellWidth: Double { 690 / Double(impacts.count) }

  package func draw(on drawing: inout Drawing) {
    let top = 48.0
    drawKey(on: &drawing)
    for (row, name) in likelihoods.enumerated() {
      let y = top + 84 * Double(likelihoods.count - 1 - row)
      drawing.text(name, x: 142, y: y + 46, "label", anchor: .end)
      for column in impacts.indices {
        let x = 150 + cellWidth * Double(column)
        let rating = ratings[row][column]
        drawing.rectangle(x: x, y: y, width: cellWidth, height: 84, rating == " " ? "cell" : "cell-\(rating)")
        let score = (row + 1) * (column + 1)
        drawing.text(rating == " " ? "\(score)" : "\(rating) \(score)", x: x + 6, y: y + 16, "small")
      }
    }
    let bottom = top + 84 * Double(likelihoods.count)
    for (column, name) in impacts.enumerated() {
      drawing.text(
        name, x: 150 + cellWidth * (Double(column) + 0.5), y: bottom + 18, "label", anchor: .middle)
    }
    drawing.text("Likelihood", x: 8, y: top - 8, "strong")
    drawing.text("Impact", x: 150 + 345, y: bottom + 38, "strong", anchor: .middle)
    for (index, risk) in risks.enumerated() {
      draw(risk, index, top: top, on: &drawing)
      drawing.text("\(risk.id)  \(risk.title)", x: 150, y: bottom + 62 + 22 * Double(index), "label")
    }
  }

  private func draw(_ risk: Risk, _ index: Int, top: Double, on drawing: inout Drawing) {
    /// Each risk has its own line of marks in a cell, so that none hides another.
    func point(_ place: Place, _ state: Int) -> (x: Double, y: Double) {
      let column = Double(min(max(place.impact, 1), impacts.count) - 1)
      let row = Double(likelihoods.count - min(max(place.likelihood, 1), likelihoods.count))
      let inset = 28 + 44 / Double(max(1, risks.count)) * (Double(index) + 0.5)
      return (150 + cellWidth * (column + 0.25 + 0.25 * Double(state)), top + 84 * row + inset)
    }
    let marks = [risk.gross, risk.net, risk.target].enumerated().compactMap { state, place in
      place.map { (state: state, place: $0, point: point($0, state)) }
    }
    for (from, to) in zip(marks, marks.dropFirst()) { arrow(from.point, to.point, on: &drawing) }
    for mark in marks {
      let tip =
        "\(risk.id) \(["gross", "net", "target"][mark.state]): likelihood \(mark.place.likelihood), "
        + "impact \(mark.place.impact)"
      let (x, y) = mark.point
      switch mark.state {
      case 0: drawing.circle(x: x, y: y, radius: 7, "gross", tip: tip)
      case 1: drawing.circle(x: x, y: y, radius: 7, "net", tip: tip)
      default:
        drawing.path(
          [(x: x, y: y - 8), (x: x + 8, y: y), (x: x, y: y + 8), (x: x - 8, y: y)], "target", isClosed: true,
          tip: tip)
      }
      drawing.text(risk.id, x: x + 10, y: y + 4, "strong")
    }
  }

  private func arrow(
    _ from: (x: Double, y: Double), _ to: (x: Double, y: Double), on drawing: inout Drawing
  ) {
    let (dx, dy) = (to.x - from.x, to.y - from.y)
    let length = (dx * dx + dy * dy).squareRoot()
    guard length > 24 else { return }
    let (ux, uy) = (dx / length, dy / length)
    let tip = (x: to.x - 10 * ux, y: to.y - 10 * uy)
    drawing.line(from.x + 8 * ux, from.y + 8 * uy, tip.x, tip.y, "arrow")
    drawing.path(
      [
        tip, (x: tip.x - 9 * ux - 4 * uy, y: tip.y - 9 * uy + 4 * ux),
        (x: tip.x - 9 * ux + 4 * uy, y: tip.y - 9 * uy - 4 * ux),
      ], "head", isClosed: true)
  }

  private func drawKey(on drawing: inout Drawing) {
    drawing.circle(x: 160, y: 16, radius: 7, "gross")
    drawing.text("gross: controls off", x: 173, y: 20, "tick")
    drawing.circle(x: 320, y: 16, radius: 7, "net")
    drawing.text("net: controls in force", x: 333, y: 20, "tick")
    drawing.path(
      [(x: 490, y: 8), (x: 498, y: 16), (x: 490, y: 24), (x: 482, y: 16)], "target", isClosed: true)
    drawing.text("target: with planned actions", x: 504, y: 20, "tick")
  }

  package var table: ChartTable {
    func words(_ place: Place?) -> String {
      place.map { "likelihood \($0.likelihood), impact \($0.impact), score \($0.likelihood * $0.impact)" }
        ?? "–"
    }
    return ChartTable(
      columns: ["Risk", "Title", "Gross", "Net", "Target"],
      rows: risks.map { [$0.id, $0.title, words($0.gross), words($0.net), words($0.target)] })
  }
}
