/// The staff as the state counts them at one moment.
struct StaffCount {
  var filled = 0
  var vacant = 0
  /// Agency staff at work.
  var agency = 0
  /// Children whose stage waits for a signature.
  var unsigned = 0
  /// People of cohorts who wait for a post.
  var cohortWaiting = 0
}

/// The flows of staff as facts tell them.
struct StaffFlows {
  private(set) var started = 0.0
  private(set) var left = 0.0
  private(set) var postsOpened = 0.0
  private(set) var agencyStarted = 0.0
  private(set) var agencyEnded = 0.0
  private(set) var signOffsAsked = 0.0
  private(set) var signOffsOver = 0.0
  private(set) var cohortJoined = 0.0
  private(set) var cohortEnded = 0.0

  mutating func hear(_ fact: Fact) {
    switch fact {
    case .workerStarted: started += 1
    case .workerLeft: left += 1
    case .postOpened: postsOpened += 1
    case .agencyStarted: agencyStarted += 1
    case .agencyEnded: agencyEnded += 1
    case .signOffAsked: signOffsAsked += 1
    case .signOffGiven, .signOffWithdrawn: signOffsOver += 1
    case .cohortWaits(let begins): if begins { cohortJoined += 1 } else { cohortEnded += 1 }
    default: break
    }
  }
}
