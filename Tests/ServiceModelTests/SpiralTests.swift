import Statistics
import Testing

@testable import ServiceModel

/// One team whose staff and children are tied to one another by the loops under test and by nothing else.
///
/// In the equilibrium 200 workers hold 2,000 children, twice the norm, and each leaves once a year.
struct SpiralLoops: Sendable, CustomTestStringConvertible {
  enum Hiring: Sendable {
    /// Starters from an always-open advert: so many a year, whoever left.
    case constant
    /// A search for each vacant post, but only so many at a time; all of them are taken.
    case limited
    /// A search for each vacant post at once.
    case search
  }

  let hiring: Hiring
  /// Of leaving, to the caseload: epsilon.
  let elasticity: Double
  /// Of the speed of work, to the caseload.
  var pace = 0.0
  /// Of hiring, to the caseload: eta.
  var answer = 0.0
  /// How long the staff are watched.
  var halfYears = 6

  /// Percentage rise of hires for one per cent fewer staff: vacant over filled posts where each vacancy is advertised.
  var response: Double { answer + (hiring == .search ? 1 : 0) }
  /// Percentage rise of the children for one per cent fewer staff: k.
  var pileUp: Double { pace / (1 - pace) }
  var isStable: Bool { elasticity * (1 + pileUp) < 1 + response }
  /// Posts: half are vacant in the equilibrium, two thirds where a ceiling must not stop the rise.
  var posts: Int { hiring == .constant ? 600 : 400 }

  var testDescription: String {
    "\(hiring) hiring, elasticity \(elasticity), pace \(pace), answer \(answer): \(isStable ? "stable" : "unstable")"
  }

  static let staff = 200.0
  static let children = 2_000.0
  static let norm = 5.0
  static let lengthDays = 30.0

  static let all = [
    // Work that does not change, hires that do not answer: the threshold is 1.
    SpiralLoops(hiring: .constant, elasticity: 0.5), SpiralLoops(hiring: .constant, elasticity: 1.5),
    // A limit on searches takes the answer away; without it the threshold is 2.
    SpiralLoops(hiring: .limited, elasticity: 0.5), SpiralLoops(hiring: .limited, elasticity: 1.5),
    SpiralLoops(hiring: .search, elasticity: 1.5),
    SpiralLoops(hiring: .search, elasticity: 2.5, halfYears: 4),
    // A council that hires more when its workers carry more: the threshold of 1 becomes 2.
    SpiralLoops(hiring: .constant, elasticity: 1.5, answer: 1),
    // Work that slows with the square root of the load: the children double where staff halve. The threshold of 1 becomes
    // a half, that of 2 becomes 1: what was stable above, at 0.75 and 1.25, is a trap now.
    SpiralLoops(hiring: .constant, elasticity: 0.75),
    SpiralLoops(hiring: .constant, elasticity: 0.75, pace: 0.5),
    SpiralLoops(hiring: .constant, elasticity: 0.25, pace: 0.5),
    SpiralLoops(hiring: .search, elasticity: 1.25),
    SpiralLoops(hiring: .search, elasticity: 1.25, pace: 0.5, halfYears: 4),
    SpiralLoops(hiring: .search, elasticity: 0.75, pace: 0.5),
  ]

  /// The loops as a scenario that begins with so many staff.
  func service(from start: Int) -> ServiceParameters {
    let atTwice = power(2, -pace)
    var service = SmallService.plans(
      perYear: Self.children / Self.lengthDays * 365.25 * atTwice,
      duration: DurationParameters(.exponential, mean: Self.lengthDays), months: 6 * halfYears,
      open: Int(Self.children))
    service.pathway.stages[.childInNeed].heldBy = .protection
    // Where work does not slow with load it does not stop without a worker either.
    service.pathway.stages[.childInNeed].waitsForWorker = pace > 0
    // Each case has its own people, so that all of them do not share one stroke of luck.
    service.run.seed = Int(1_000 * elasticity + 100 * pace + 10 * answer) + posts
    service.workforce.teams[.protection].posts[.socialWorker] = posts
    service.workforce.teams[.protection].vacantAtStart[.socialWorker] = posts - start
    service.workforce.teams[.protection].caseloadNorm = Self.norm
    service.workforce.teams[.protection].caseloadCap = 1_000_000
    service.workforce.teams[.protection].referenceLoad = Self.norm
    service.recruitment.caseloadElasticity = answer
    service.leaving.perYear = Keyed(repeating: power(2, -elasticity))
    service.leaving.caseloadElasticity = elasticity
    service.overload.paceElasticity = pace
    switch hiring {
    case .constant:
      service.recruitment.perPost = false
      service.recruitment.rollingStartersPerYear = Self.staff * power(2, -answer)
    case .limited:
      service.recruitment.roundsAtOnce = 100
      service.recruitment.steps[.advert] = DurationParameters(.exponential, mean: 365.25 / 2)
    case .search:
      service.recruitment.steps[.advert] = DurationParameters(.exponential, mean: 365.25)
    }
    return service
  }

  /// Staff at the end of each half-year by the equations of the flows, with no chance in them.
  func expected(from start: Double) -> [Double] {
    let steps = 1_000
    let step = 0.5 / Double(steps)
    let perYear = 365.25 / Self.lengthDays
    var (staff, children) = (start, Self.children)
    return (0..<halfYears).map { _ in
      for _ in 0..<steps {
        // Fewer than half a worker is nobody: the equations know no whole people.
        let load = children / (Self.norm * max(staff, 0.5))
        let leaving = staff * power(max(load, 0.25) / 2, elasticity)
        let work = perYear * (load > 1 ? power(load, -pace) : 1)
        children += step * (Self.children * perYear * power(2, -pace) - children * work)
        staff = max(0, staff + step * (hires(staff) * power(min(max(load, 0.25), 4) / 2, answer) - leaving))
      }
      return staff
    }
  }

  private func hires(_ staff: Double) -> Double {
    let vacant = Double(posts) - staff
    return switch hiring {
    case .constant: vacant > 0 ? Self.staff : 0
    case .limited: min(100, vacant) * 2
    case .search: vacant
    }
  }
}

@Suite("When staff and caseload spiral")
struct SpiralTests {
  private let replications = 0..<16

  /// Staff in each replication at the end of each half-year.
  private func staff(_ loops: SpiralLoops, from start: Int) -> [[Double]] {
    let service = loops.service(from: start)
    let tables = ModelTables(service)
    return SmallService.outcomes(service, replications).map { outcome in
      let monthly = SmallService.readings(outcome, tables, "inpost_headcount")
      return (1...loops.halfYears).map { monthly[6 * $0 - 1] }
    }
  }

  @Test(
    "A loss or a gain of staff dies away below the threshold and grows above it, as the equations of the flows say",
    arguments: SpiralLoops.all)
  func threshold(_ loops: SpiralLoops) {
    let (low, high) = (staff(loops, from: 160), staff(loops, from: 240))
    follows(low, loops.expected(from: 160), loops)
    follows(high, loops.expected(from: 240), loops)
    var gap = Tally()
    for (fewer, more) in zip(low, high) {
      gap.add((more[loops.halfYears - 1] - fewer[loops.halfYears - 1]) / 80)
    }
    // A gap that neither grew nor shrank is 1.
    if loops.isStable {
      #expect(gap.mean + 3.29 * gap.standardError < 1, "\(gap.mean)")
    } else {
      #expect(gap.mean - 3.29 * gap.standardError > 1, "\(gap.mean)")
      // The loss empties the posts in the end; the gain does not.
      let last = low.map { $0[loops.halfYears - 1] }.reduce(0, +) / Double(low.count)
      #expect(last < 80, "\(last)")
      #expect(high.allSatisfy { $0[loops.halfYears - 1] > 80 })
    }
  }

  /// While more than 100 are left, the mean over the replications is what the flows come to without chance.
  private func follows(_ simulated: [[Double]], _ expected: [Double], _ loops: SpiralLoops) {
    for (place, wanted) in expected.enumerated() where wanted > 100 {
      var tally = Tally()
      for path in simulated { tally.add(path[place]) }
      #expect(
        abs(tally.mean - wanted) < 4 * tally.standardError,
        "half-year \(place + 1): \(tally.mean), not \(wanted)")
    }
  }
}
