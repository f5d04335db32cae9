/// The least of a function of a few variables, by the simplex method of J. A. Nelder and R. Mead, "A simplex method for
/// function minimization", The Computer Journal 7, 1965.
enum Simplex {
  /// - Parameters:
  ///   - start: where to begin.
  ///   - step: how far each variable is moved for the first simplex.
  ///   - rounds: at most as many steps.
  ///   - tolerance: the difference of the best and the worst corner's values at which it ends.
  static func least(
    from start: [Double], step: Double, rounds: Int = 400, tolerance: Double = 1e-7,
    of function: ([Double]) -> Double
  ) -> [Double] {
    var corners = [(start, function(start))]
    for place in start.indices {
      var moved = start
      moved[place] += step
      corners.append((moved, function(moved)))
    }
    for _ in 0..<rounds {
      corners.sort { $0.1 < $1.1 }
      let worst = corners.count - 1
      if corners[worst].1 - corners[0].1 < tolerance { break }
      let centre = start.indices.map { place in
        corners[..<worst].reduce(0) { $0 + $1.0[place] } / Double(worst)
      }
      func tried(_ factor: Double) -> ([Double], Double) {
        let point = zip(centre, corners[worst].0).map { $0 + factor * ($0 - $1) }
        return (point, function(point))
      }
      let mirrored = tried(1)
      if mirrored.1 < corners[0].1 {
        let far = tried(2)
        corners[worst] = far.1 < mirrored.1 ? far : mirrored
      } else if mirrored.1 < corners[worst - 1].1 {
        corners[worst] = mirrored
      } else {
        let near = mirrored.1 < corners[worst].1 ? tried(0.5) : tried(-0.5)
        if near.1 < min(mirrored.1, corners[worst].1) {
          corners[worst] = near
        } else {
          for place in 1...worst {
            let point = zip(corners[0].0, corners[place].0).map { ($0 + $1) / 2 }
            corners[place] = (point, function(point))
          }
        }
      }
    }
    return corners.min { $0.1 < $1.1 }?.0 ?? start
  }
}
