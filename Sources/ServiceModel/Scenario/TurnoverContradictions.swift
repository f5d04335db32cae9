import Parameters

extension ServiceParameters {
  /// The most children who may be on their way back at the start: each is simulated, and England has a tenth of them.
  private static let mostReturning = 5_000_000.0

  /// Stays so short, or closures so many, that more children would be on their way back at the start than any country has.
  func turnoverContradictions() -> [Contradiction] { returnsToCare() + returnsOfClosed() }

  private func returnsToCare() -> [Contradiction] {
    let stock = Double(opening.children[.lookedAfter] - opening.unaccompanied)
    let row = pathway.stages[.lookedAfter]
    let length = row.duration.distribution?.mean ?? 0
    let interval = care.returnInterval.distribution?.mean ?? 0
    // Where every stay lasts a day, no more than the stock comes and goes in one: then the law need not be asked.
    let shortest = length * (row.ageRatio.elements.min() ?? 1)
    guard stock > 0, care.returnShare > 0, interval > 0, shortest < 1 else { return [] }
    let law = openingStays(of: .lookedAfter)
    let homewards = AgeBand.allCases.reduce(0.0) { sum, band in
      sum + law.entriesPerDay[band] * row.exitShares(of: band)[Exit.returnedHome.index]
    }
    let returning = stock * homewards * care.returnShare * interval
    guard returning > Self.mostReturning else { return [] }
    return [
      Contradiction(
        .error,
        [
          "pathway.lookedAfter.duration.mean", "pathway.lookedAfter.duration", "pathway.lookedAfter.ageRatio",
        ],
        code: "turnover",
        "stays in care are so short that \(rounded(stock)) children looked after at the start would leave and be followed by "
          + "others all the time: \(count(returning)) would be on their way back into care",
        help: "give the stays a length of a day or more, or start with no children looked after")
    ]
  }

  private func returnsOfClosed() -> [Contradiction] {
    let returning = opening.closuresPerYear / 365.25 * (pathway.returnInterval.distribution?.mean ?? 0)
    guard returning > Self.mostReturning else { return [] }
    return [
      Contradiction(
        .error, ["opening.closuresPerYear", "pathway.returnInterval.mean"], code: "turnover",
        "\(rounded(opening.closuresPerYear)) closures a year, each with that time to the next referral, are "
          + "\(count(returning)) children who may be on their way back at the start",
        help: "check the closures a year and the mean of the interval, in days")
    ]
  }

  private func count(_ number: Double) -> String {
    number < 1e12 ? rounded(number.rounded()) : "more than 1e12"
  }
}
