public import Parameters

/// The budget of one line: none until somebody sets it, to whatever amount.
public struct BudgetParameter: Sendable, Equatable {
  /// Whether a budget was set; one of £0 is a budget too.
  public private(set) var isSet = false
  /// Pounds of the first financial year, below 0 for income; 0 until it is set.
  public var pounds = 0.0 { didSet { isSet = true } }

  public init() {}
}

/// Pay, prices, grants and budgets.
public struct MoneyParameters: ParameterGroup {
  public var salary = Keyed<Role, Double>(repeating: 0)
  public var payScale = Keyed<Role, ScaleParameters>(repeating: ScaleParameters())
  public var marketSupplement = Keyed<Role, Double>(repeating: 0)
  public var onCostShare = 0.0
  public var payAwards: [Double] = []
  public var perRound = 0.0
  public var perHire = 0.0
  public var perStarter = 0.0
  public var placementPerWeek = Keyed<Placement, Double>(repeating: 0)
  public var placementInflation = Keyed<Placement, Double>(repeating: 0)
  public var market = MarketParameters()
  public var careOverheadPerWeek = 0.0
  public var allowancePerWeek = 0.0
  public var allowanceShare = 0.0
  public var perProceedings = 0.0
  public var careLeaverPerWeek = 0.0
  public var familySupportPerWeek = 0.0
  public var earlyHelpPerWeek = 0.0
  public var grantPerWeek = Keyed<GrantKind, Double>(repeating: 0)
  public var grantRises: [Double] = []
  public var generalInflation: [Double] = []
  public var budget = Keyed<BudgetLine, BudgetParameter>(repeating: BudgetParameter())

  public init() {}

  private static let off = Source.modelChoice
  public static let table: [Parameter<MoneyParameters>] =
    staff + placements + services + [
      Parameter(
        "generalInflation", \.generalInflation, .share, -0.2...0.5, .anyLength, off,
        "General price rise at the start of each financial year from the second, also used to deflate real-terms figures; the last figure applies afterwards."
      ).usually(-0.05...0.15)
    ]
    + BudgetLine.allCases.map { line in
      Parameter(
        "budget.\(line.name)", \.budget[line].pounds, .poundsPerYear, -1e10...1e10, off,
        "Budget for the first financial year, uprated by general inflation afterwards (none unless a file sets it; negative for income): \(line.title)."
      ).usually(usualBudget(line))
    }

  /// What a line costs in any council in a year: what is below was meant in thousands, and income is below 0.
  private static func usualBudget(_ line: BudgetLine) -> ClosedRange<Double> {
    switch line {
    case .unaccompaniedGrant: -500_000_000 ... -1000
    case .socialWorkers, .inHouseFostering, .agencyFostering, .residential, .careOverheads:
      100_000...500_000_000
    default: 2000...500_000_000
    }
  }

  private static let staff: [Parameter<MoneyParameters>] =
    Keyed<Role, Double>.table(
      .poundsPerYear, 0...500_000, off, "Salary of one FTE at the start, at the bottom of the scale, by role"
    ).usually(12_000...200_000).lifted(to: \.salary, under: "salary")
    + Keyed<Role, ScaleParameters>.table { "Pay scale, \($0.spoken)" }
    .lifted(to: \.payScale, under: "payScale")
    + Keyed<Role, Double>.table(
      .poundsPerYear, 0...100_000, off,
      "Market supplement to the salary of one FTE, not uprated by pay awards, by role"
    ).usually(100...30_000).lifted(to: \.marketSupplement, under: "marketSupplement")
    + [
      Parameter(
        "onCostShare", \.onCostShare, .share, 0...2, off,
        "Employer's national insurance and pension contributions, as a share of salary."
      ).usually(0.1...0.6),
      Parameter(
        "payAwards", \.payAwards, .share, -0.2...0.5, .anyLength, off,
        "Pay award at the start of each financial year from the second; the last figure applies afterwards."
      ).usually(-0.05...0.15),
      Parameter("perRound", \.perRound, .pounds, 0...100_000, off, "Cost of one recruitment round.")
        .usually(20...20_000),
      Parameter(
        "perHire", \.perHire, .pounds, 0...100_000, off, "Cost of each hire: checks and relocation."
      ).usually(20...30_000),
      Parameter(
        "perStarter", \.perStarter, .pounds, 0...100_000, off, "Induction and training of one starter."
      ).usually(20...30_000),
    ]

  private static let placements: [Parameter<MoneyParameters>] =
    Keyed<Placement, Double>.table(.poundsPerWeek, 0...100_000, off, "Weekly price at the start, by type")
    .usually(20...25_000).lifted(to: \.placementPerWeek, under: "placementPerWeek")
    + Keyed<Placement, Double>.table(.share, -0.5...1, off, "Yearly rise in price, by type")
    .usually(-0.1...0.3).lifted(to: \.placementInflation, under: "placementInflation")
    + MarketParameters.table.lifted(to: \.market, under: "market")

  private static let services: [Parameter<MoneyParameters>] =
    [
      Parameter(
        "careOverheadPerWeek", \.careOverheadPerWeek, .poundsPerWeek, 0...10_000, off,
        "Weekly cost of other services for each child looked after: contact, reviews, commissioning and adoption."
      ).usually(5...3000),
      Parameter(
        "allowancePerWeek", \.allowancePerWeek, .poundsPerWeek, 0...10_000, off,
        "Weekly allowance after special guardianship or adoption, until the child is 18."
      ).usually(10...1500),
      Parameter(
        "allowanceShare", \.allowanceShare, .share, 0...1, off,
        "Share of children leaving care for special guardianship or adoption for whom an allowance is paid."),
      Parameter(
        "perProceedings", \.perProceedings, .pounds, 0...1_000_000, off,
        "Court fees and legal costs for one set of care proceedings."
      ).usually(500...200_000),
      Parameter(
        "careLeaverPerWeek", \.careLeaverPerWeek, .poundsPerWeek, 0...10_000, off,
        "Weekly cost of support for one care leaver."
      ).usually(5...3000),
      Parameter(
        "familySupportPerWeek", \.familySupportPerWeek, .poundsPerWeek, 0...10_000, off,
        "Weekly cost of support bought for one child on a child in need or child protection plan."
      ).usually(0.2...1500),
      Parameter(
        "earlyHelpPerWeek", \.earlyHelpPerWeek, .poundsPerWeek, 0...10_000, off, "Early help for one child."
      ).usually(0.2...1500),
    ]
    + Keyed<GrantKind, Double>.table(.poundsPerWeek, 0...10_000, off, "Weekly grant income at the start")
    .usually(50...4000).lifted(to: \.grantPerWeek, under: "grantPerWeek")
    + [
      Parameter(
        "grantRises", \.grantRises, .share, -0.5...1, .anyLength, off,
        "Rise in the grants at the start of each financial year from the second; the last figure applies afterwards; empty means none."
      ).usually(-0.3...0.5)
    ]

  /// The level of something that rises by `rises` at each new year, in year `year` (0 is the first).
  static func index(_ rises: [Double], year: Int) -> Double {
    guard let last = rises.last else { return 1 }
    return (0..<max(0, year)).reduce(1) { level, step in
      level * (1 + (step < rises.count ? rises[step] : last))
    }
  }

  func contradictions() -> [Contradiction] {
    Role.allCases.flatMap { role in
      let scale = payScale[role]
      let path = "money.payScale.\(role.name)"
      var found: [Contradiction] = []
      if scale.increment > 0, salary[role] == 0 {
        found.append(
          Contradiction(
            .error, ["\(path).increment", "money.salary.\(role.name)"], code: "scale-without-salary",
            "the pay of a \(role.spoken) rises by £\(rounded(scale.increment)) a point from a salary of £0"))
      }
      if scale.entryPoint > scale.points {
        found.append(
          Contradiction(
            .error, ["\(path).entryPoint", "\(path).points"], code: "beyond-the-scale",
            "a \(role.spoken) is appointed at point \(scale.entryPoint) of a scale that ends at \(scale.points)"
          ))
      }
      return found
    }
  }
}
