import DiscreteEvents

/// How money that agency staff take crowds out permanent posts.
///
/// A staffing budget pays for every established post at the salary of its role, on-costs included. A vacant post leaves
/// its money over, and an agency worker takes more than that. What is spent beyond the budget is added up over the financial
/// year, at each month end as it then is and at the prices of the first year, and permission to fill a post is harder to get
/// the more it is.
extension Service {
  /// Adds what a month with the staff as they now are spends beyond the budget of posts; a new year begins with nothing.
  mutating func countOverspend() {
    guard tables.overspendMatters else { return }
    if tables.calendar.yearOfMonth[state.month] != state.overspendYear {
      state.overspendYear = tables.calendar.yearOfMonth[state.month]
      state.overspend = 0
    }
    var perYear = 0.0
    for index in 0..<posts.count where posts[index].isFunded || posts[index].isAbove {
      let role = posts[index].role
      if posts[index].cover >= 0 { perYear += posts[index].fte * tables.agencyPerYear[role] }
      if posts[index].worker < 0, posts[index].isFunded {
        perYear -= posts[index].fte * tables.payPerYear[role]
      }
    }
    let from = state.month == 0 ? 0 : tables.calendar.monthEnds[state.month - 1].days
    state.overspend += perYear * (tables.calendar.monthEnds[state.month].days - from) / 365.25
  }

  /// The overspend of the financial year so far as a share of the year's budget of posts, 0 where there is none.
  mutating func overspendShare() -> Double {
    guard tables.overspendMatters, state.overspend > 0, state.year == state.overspendYear else { return 0 }
    if state.budgetOfPosts.isNaN { state.budgetOfPosts = budgetOfPosts() }
    return state.budgetOfPosts > 0 ? state.overspend / state.budgetOfPosts : 0
  }

  /// What every established post costs in a year, pounds.
  private mutating func budgetOfPosts() -> Double {
    var budget = 0.0
    for index in 0..<posts.count where posts[index].isFunded {
      budget += posts[index].fte * tables.payPerYear[posts[index].role]
    }
    return budget
  }

  /// How many times as long as usual permission to fill a post takes that is asked for now.
  mutating func approvalRatio() -> Double {
    1 + tables.parameters.recruitment.overspendDelay * overspendShare()
  }

  /// When money allows permission again: now, or in the next financial year once the overspend is too large.
  mutating func moneyAllowsHiring() -> SimulatedTime {
    let limit = tables.parameters.recruitment.overspendFreeze
    guard limit > 0, overspendShare() >= limit else { return now }
    let next = state.year + 1
    return next < tables.calendar.yearStarts.count ? tables.calendar.yearStarts[next] : .never
  }
}
