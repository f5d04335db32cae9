/// One reading of a work, for a program that measures it beside others: a line of JSON with the processor time of the
/// run alone, in nanoseconds, its canonical events and its answers.
enum Reading {
  /// `mm1 CUSTOMERS REPLICATION` or `caseload CASES_PER_DAY DAYS FIRST_REPLICATION REPLICATIONS`; false when the words
  /// are neither.
  static func take(_ words: ArraySlice<String>) -> Bool {
    let numbers = words.dropFirst().compactMap { Double($0) }
    switch (words.first, numbers.count) {
    case ("mm1", 2): singleServer(customers: Int(numbers[0]), replication: UInt64(numbers[1]))
    case ("caseload", 4):
      for replication in UInt64(numbers[2])..<UInt64(numbers[2] + numbers[3]) {
        caseload(casesPerDay: numbers[0], days: numbers[1], replication: replication)
      }
    default: return false
    }
    return true
  }

  private static func singleServer(customers: Int, replication: UInt64) {
    let start = ProcessorClock.nanoseconds()
    let mean = SingleServer.run(customers: customers, .philox, replication: replication)
    let spent = ProcessorClock.nanoseconds() - start
    let events = SingleServer.canonicalEvents(customers: customers)
    line(spent, events, "\"meanTimeInSystem\": \(mean)")
  }

  private static func caseload(casesPerDay: Double, days: Double, replication: UInt64) {
    let start = ProcessorClock.nanoseconds()
    let answers = CaseloadService.run(
      casesPerDay: casesPerDay, days: days, .philox, replication: replication)
    let spent = ProcessorClock.nanoseconds() - start
    line(
      spent, answers.canonicalEvents,
      "\"meanWait\": \(answers.meanWait), \"meanLoad\": \(answers.meanLoad), \"leavers\": \(answers.leavers)")
  }

  private static func line(_ nanoseconds: Double, _ events: Int, _ answers: String) {
    print("{\"nanoseconds\": \(nanoseconds), \"events\": \(events), \"answers\": {\(answers)}}")
  }
}
