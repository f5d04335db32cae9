import DiscreteEvents

/// Children at the start: as many in each stage, of each age and in each placement as are published.
extension Service {
  mutating func openChildren(unless isOver: () -> Bool) -> Bool {
    for stage in Stage.open {
      var children: [(cell: OpeningCell, number: Int)] = []
      for cell in tables.opening.cells where cell.stage == stage {
        children += (0..<cell.count).map { (cell, $0) }
      }
      // They came in no order of age or placement, and so they are given their workers in none.
      let stream = streams.stream(
        .openingChild, entity: EntityKey.opening(0), occurrence: UInt32(16 + stage.index))
      for place in stride(from: children.count - 1, to: 0, by: -1) {
        children.swapAt(place, Int(stream.uniform() * Double(place + 1)))
      }
      for (place, (cell, number)) in children.enumerated() {
        if place % Service.pace == 0, isOver() { return false }
        let key = EntityKey.opening(cell, number: number)
        if stage == .careLeaver {
          openCareLeaver(key, number, of: cell.count)
        } else {
          openChild(key, cell)
        }
      }
    }
    return true
  }

  /// A child who is in a stage at the start. Age, time gone and time left are drawn from the steady state of those who
  /// are now of that band.
  private mutating func openChild(_ key: UInt64, _ cell: OpeningCell) {
    let stream = streams.stream(.openingChild, entity: key)
    let stay =
      cell.cameBy == nil
      ? tables.opening.stays[cell.stage].draw(stream, now: cell.band)
      : tables.opening.unaccompaniedStays.draw(stream, now: cell.band)
    // Birthdays are whole days, and no band is left for their sake.
    let days = stay.age.rounded(.down)
    let age = AgeBand(days: days) == cell.band ? days : stay.age.rounded(.up)
    open(newChild(key: key, birthDay: -Int32(age)), in: cell, under: stay)
  }

  /// Care leavers at the start have been supported since their eighteenth birthday. As many are of each age as stay so
  /// long: all until the age at which support ends, and then those with extended support.
  private mutating func openCareLeaver(_ key: UInt64, _ number: Int, of count: Int) {
    let care = tables.parameters.care
    let share = care.extendedShare
    let span = care.leaverUntil - 18
    let beyond = share * max(0, care.extendedUntil - care.leaverUntil)
    let part = streams.stream(.openingChild, entity: key).uniform()
    let place = (Double(number) + part) / Double(count) * (span + beyond)
    let since = place < span || share == 0 ? place : span + (place - span) / share
    let days = (18 + since) * 365.25
    let stay = OpeningStay(enteredAs: .age16plus, age: days, gone: since * 365.25, left: 0)
    // As many at every age came to the country alone.
    let alone = tables.parameters.opening.unaccompaniedLeavers
    let isAlone = (number + 1) * alone / count > number * alone / count
    let cell = OpeningCell(
      stage: .careLeaver, band: .age16plus, placement: .other, count: count,
      cameBy: isAlone ? .unaccompanied : nil)
    open(newChild(key: key, birthDay: -Int32(days.rounded(.up))), in: cell, under: stay)
  }

  private mutating func open(_ child: Int, in cell: OpeningCell, under stay: OpeningStay) {
    let began = now.adding(days: -stay.gone)
    children[child].referred = began
    children[child].strategy = began
    children[child].isPastFirstWorker = false
    children[child].cameBy = cell.cameBy
    enter(child, cell.stage, under: stay, in: cell.placement)
  }

  /// Children closed before the start who will be referred again: each closure of the past years comes back with
  /// its share and interval, and those whose interval is not over yet are still to come.
  mutating func openReturns(unless isOver: () -> Bool) -> Bool {
    let opening = tables.parameters.opening
    let perDay = opening.closuresPerYear / 365.25
    let share = averageReturnShare()
    guard perDay > 0, share > 0 else { return true }
    let mean = perDay * share * tables.returnInterval.mean
    let ages = Shares<AgeBand>(opening.otherAges.elements)
    let first = 1_000_000
    let expected = streams.stream(.openingChild, entity: EntityKey.opening(first)).poisson(mean: mean)
    for number in 0..<expected {
      if number % Service.pace == 0, isOver() { return false }
      let key = EntityKey.opening(first + 1 + number)
      let child = newChild(key: key, ages: ages.sums.values, purpose: .openingChild)
      let ageDays = now.days - Double(children[child].birthDay)
      let stream = streams.stream(.openingChild, entity: key)
      // The interval under way at the start is length-biased, and a uniform part of it is gone: of those intervals
      // that began in the child's life.
      var left = 0.0
      var referred = 0.0
      for _ in 0..<64 {
        let length = tables.returnInterval.sampleLengthBiased(stream)
        left = length * stream.uniform()
        referred = length - left + opening.referralToClosureDays
        if referred <= ageDays { break }
      }
      children[child].stage = .closed
      children[child].referred = now.adding(days: -min(referred, ageDays))
      children[child].closures = 1
      state.stageCounts[.closed] += 1
      let time = now.adding(days: left)
      if time < children[child].eighteenth {
        children[child].returnTicket = schedule(.rereferral, child, at: time)
      }
    }
    return true
  }

  /// Children who came home from care before the start and will come back into it: as many as come home in the steady
  /// state of the stock, each with its share and interval, and those whose interval is not over yet are still to come.
  mutating func openReturnsToCare(unless isOver: () -> Bool) -> Bool {
    let care = tables.parameters.care
    let opening = tables.parameters.opening
    let stock = Double(opening.children[.lookedAfter] - opening.unaccompanied)
    let row = tables.parameters.pathway.stages[.lookedAfter]
    let homewards = AgeBand.allCases.map { band in
      tables.opening.stays[.lookedAfter].entriesPerDay[band]
        * row.exitShares(of: band)[Exit.returnedHome.index]
    }
    let mean = stock * homewards.reduce(0, +) * care.returnShare * tables.careReturnInterval.mean
    guard mean > 0 else { return true }
    let bands = Shares<AgeBand>(homewards)
    let first = 2_000_000
    let expected = streams.stream(.openingChild, entity: EntityKey.opening(first)).poisson(mean: mean)
    for number in 0..<expected {
      if number % Service.pace == 0, isOver() { return false }
      let key = EntityKey.opening(first + 1 + number)
      let stream = streams.stream(.openingChild, entity: key)
      let left = tables.opening.stays[.lookedAfter].drawEnd(stream, enteredAs: bands.pick(stream))
      let length = tables.careReturnInterval.sampleLengthBiased(stream)
      let gone = length * stream.uniform()
      let adult = 18 * 365.25
      // Who turned eighteen in care did not come home, and who does so before the return does not come back.
      if tables.endsAt18, left >= adult { continue }
      guard left + length < adult else { continue }
      let child = newChild(key: key, birthDay: -Int32(left + gone))
      children[child].stage = .closed
      children[child].referred = now.adding(days: -gone)
      children[child].careSpells = 1
      children[child].closures = 1
      state.stageCounts[.closed] += 1
      children[child].careReturnTicket = schedule(.returnToCare, child, at: now.adding(days: length - gone))
    }
    return true
  }

  /// Return share of an average closure, by the expected flow out of each stage.
  private mutating func averageReturnShare() -> Double {
    let entries = tables.parameters.expectedEntriesPerYear()
    var closures = 0.0
    var returns = 0.0
    for stage in Stage.open {
      let row = tables.parameters.pathway.stages[stage]
      let closing = Exit.allCases.reduce(0.0) { $0 + ($1.next == .closed ? row.exits[$1] : 0) }
      closures += entries[stage.index] * closing
      returns += entries[stage.index] * closing * row.returnShare
    }
    return closures > 0 ? returns / closures : 0
  }
}
