public import Parameters

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
  public var budget = Keyed<BudgetLine, Double>(repeating: 0)

  public init() {}

  private static let off = Source.modelChoice
  public static let table: [Parameter<MoneyParameters>] =
    staff + placements + services + [
      Parameter(
        "generalInflation", \.generalInflation, .share, -0.2...0.5, off,
        "General price rise at the start of each financial year from the second, also used to deflate real-terms figures; the last figure applies afterwards."
      )
    ]
    + BudgetLine.allCases.map { line in
      Parameter(
        "budget.\(line.name)", \.budget[line], .poundsPerYear, 0...1e10, off,
        "Budget for the first financial year, uprated by general inflation afterwards (0 means none set): \(line.title)."
      )
    }

  private static let staff: [Parameter<MoneyParameters>] =
    Keyed<Role, Double>.table(
      .poundsPerYear, 0...500_000, off, "Salary of one FTE at the start, at the bottom of the scale, by role"
    ).lifted(to: \.salary, under: "salary")
    + Keyed<Role, ScaleParameters>.table { "Pay scale, \($0.spoken)" }
    .lifted(to: \.payScale, under: "payScale")
    + Keyed<Role, Double>.table(
      .poundsPerYear, 0...100_000, off,
      "Market supplement to the salary of one FTE, not uprated by pay awards, by role"
    ).lifted(to: \.marketSupplement, under: "marketSupplement")
    + [
      Parameter(
        "onCostShare", \.onCostShare, .share, 0...2, off,
        "Employer's national insurance and pension contributions, as a share of salary."),
      Parameter(
        "payAwards", \.payAwards, .share, -0.2...0.5, off,
        "Pay award at the start of each financial year from the second; the last figure applies afterwards."),
      Parameter("perRound", \.perRound, .pounds, 0...100_000, off, "Cost of one recruitment round."),
      Parameter(
        "perHire", \.perHire, .pounds, 0...100_000, off, "Cost of each hire: checks and relocation."),
      Parameter(
        "perStarter", \.perStarter, .pounds, 0...100_000, off, "Induction and training of one starter."),
    ]

  private static let placements: [Parameter<MoneyParameters>] =
    Keyed<Placement, Double>.table(.poundsPerWeek, 0...100_000, off, "Weekly price at the start, by type")
    .lifted(to: \.placementPerWeek, under: "placementPerWeek")
    + Keyed<Placement, Double>.table(.share, -0.5...1, off, "Yearly rise in price, by type")
    .lifted(to: \.placementInflation, under: "placementInflation")
    + MarketParameters.table.lifted(to: \.market, under: "market")

  private static let services: [Parameter<MoneyParameters>] =
    [
      Parameter(
        "careOverheadPerWeek", \.careOverheadPerWeek, .poundsPerWeek, 0...10_000, off,
        "Weekly cost of other services for each child looked after: contact, reviews, commissioning and adoption."
      ),
      Parameter(
        "allowancePerWeek", \.allowancePerWeek, .poundsPerWeek, 0...10_000, off,
        "Weekly allowance after special guardianship or adoption, until the child is 18."),
      Parameter(
        "allowanceShare", \.allowanceShare, .share, 0...1, off,
        "Share of children leaving care for special guardianship or adoption for whom an allowance is paid."),
      Parameter(
        "perProceedings", \.perProceedings, .pounds, 0...1_000_000, off,
        "Court fees and legal costs for one set of care proceedings."),
      Parameter(
        "careLeaverPerWeek", \.careLeaverPerWeek, .poundsPerWeek, 0...10_000, off,
        "Weekly cost of support for one care leaver."),
      Parameter(
        "familySupportPerWeek", \.familySupportPerWeek, .poundsPerWeek, 0...10_000, off,
        "Weekly cost of support bought for one child on a child in need or child protection plan."),
      Parameter(
        "earlyHelpPerWeek", \.earlyHelpPerWeek, .poundsPerWeek, 0...10_000, off, "Early help for one child."),
    ]
    + Keyed<GrantKind, Double>.table(.poundsPerWeek, 0...10_000, off, "Weekly grant income at the start")
    .lifted(to: \.grantPerWeek, under: "grantPerWeek")
    + [
      Parameter(
        "grantRises", \.grantRises, .share, -0.5...1, off,
        "Rise in the grants at the start of each financial year from the second; the last figure applies afterwards; empty means none."
      )
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
