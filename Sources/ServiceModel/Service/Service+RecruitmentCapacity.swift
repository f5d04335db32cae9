/// How many searches the council can run at the same time, and what makes it run more.
extension Service {
  /// Whether one more search can run beside those that do.
  mutating func hasRoomForSearch() -> Bool {
    tables.parameters.recruitment.roundsAtOnce == 0 || state.searchesRunning < searchLimit()
  }

  /// The searches that can run at the same time, as things are.
  mutating func searchLimit() -> Int {
    let limit = tables.parameters.recruitment.roundsAtOnce
    guard limit > 0 else { return .max }
    return Int(Double(limit) * influences[.recruitmentCapacity] * hiringAnswer() + 1e-9)
  }

  /// What a council does for hiring when its workers carry more than at the start; exactly 1 when it does not answer.
  mutating func hiringAnswer() -> Double {
    let elasticity = tables.parameters.recruitment.caseloadElasticity
    return elasticity == 0 ? 1 : power(loadRatioOfAll(), elasticity)
  }

  /// Lets the searches that wait begin, first come first served, as far as there is room.
  mutating func startWaitingSearches() {
    while true {
      if state.managersComeFirst { searchQueue.bringManagerForward() }
      guard let next = searchQueue.first else { return }
      guard posts[next].isSearching, !posts[next].isRunning else {
        searchQueue.removeFirst()
        continue
      }
      guard hasRoomForSearch() else { return }
      searchQueue.removeFirst()
      utter(.searchWaits(post: next, waits: false))
      startSearch(next)
    }
  }
}
