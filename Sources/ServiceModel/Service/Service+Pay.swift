import DiscreteEvents

/// Where people are on their pay scale. Agency staff are on none.
extension Service {
  /// Puts somebody who takes up a post on the scale: at the start by the years with the council, as a newly qualified
  /// worker at the bottom, otherwise at the point at which the council appoints.
  mutating func beginPay(_ worker: Int, atStart: Bool) {
    guard tables.payScale.isOn else { return }
    let role = posts[Int(workers[worker].post)].role
    let years = Int(workers[worker].tenure(at: now).rounded(.down))
    let point = atStart ? years : workers[worker].isNewlyQualified ? 0 : tables.payScale.entry[role]
    setPayPoint(worker, to: min(point, tables.payScale.top[role]))
  }

  mutating func setPayPoint(_ worker: Int, to point: Int) {
    let points = point - Int(workers[worker].payPoint)
    guard points != 0 else { return }
    workers[worker].payPoint = UInt8(point)
    utter(.payPointChanged(worker: worker, placing(Int(workers[worker].post)), points: points))
  }

  /// The yearly salary of one FTE of a post's holder at the first year's level of pay: the point of the scale, and less
  /// in the supported year.
  mutating func salary(of index: Int) -> Double {
    let money = tables.parameters.money
    let worker = Int(posts[index].worker)
    let role = posts[index].role
    let bottom =
      money.salary[role]
      * (workers[worker].isNewlyQualified ? tables.parameters.newlyQualified.salaryRatio : 1)
    return bottom + money.payScale[role].increment * Double(workers[worker].payPoint)
  }

  /// The level of pay on an earlier day, over that of today.
  mutating func payLevel(onDay day: Double) -> Double {
    let calendar = tables.calendar
    let year = calendar.yearStarts.lastIndex { $0.days <= day + 1e-6 } ?? 0
    let now = calendar.yearOfMonth[min(state.month, calendar.months - 1)]
    return tables.prices.single(.retention, year: year) / tables.prices.single(.retention, year: now)
  }

  /// A financial year begins: everyone below the top of the scale and past the supported year moves up by a point.
  mutating func payIncrements() {
    guard tables.payScale.isOn else { return }
    for index in 0..<posts.count where posts[index].worker >= 0 {
      let worker = Int(posts[index].worker)
      let point = Int(workers[worker].payPoint)
      guard !workers[worker].isNewlyQualified, point < tables.payScale.top[posts[index].role] else {
        continue
      }
      setPayPoint(worker, to: point + 1)
    }
  }
}
