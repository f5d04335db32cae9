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
        "General price rise at the start of the second financial year and each later one, which also deflates real figures; the last one holds on."
      )
    ]
    + BudgetLine.allCases.map { line in
      Parameter(
        "budget.\(line.name)", \.budget[line], .poundsPerYear, 0...1e10, off,
        "Budget of the first financial year, carried forward with general inflation; 0 means none set: \(line.title)."
      )
    }

  private static let staff: [Parameter<MoneyParameters>] =
    Keyed<Role, Double>.table(
      .poundsPerYear, 0...500_000, off, "Salary for one FTE at the start, at the bottom of the scale, of a"
    ).lifted(to: \.salary, under: "salary")
    + Keyed<Role, ScaleParameters>.table { "Pay scale of a \($0.spoken)" }
    .lifted(to: \.payScale, under: "payScale")
    + Keyed<Role, Double>.table(
      .poundsPerYear, 0...100_000, off,
      "Market supplement to the salary of one FTE, which pay awards leave as it is, of a"
    ).lifted(to: \.marketSupplement, under: "marketSupplement")
    + [
      Parameter(
        "onCostShare", \.onCostShare, .share, 0...2, off,
        "Employer's national insurance and pension, over salary."),
      Parameter(
        "payAwards", \.payAwards, .share, -0.2...0.5, off,
        "Rise of pay at the start of the second financial year and each later one; the last one holds on."),
      Parameter("perRound", \.perRound, .pounds, 0...100_000, off, "Cost of one round of recruitment."),
      Parameter(
        "perHire", \.perHire, .pounds, 0...100_000, off, "Cost of each hire: checks and relocation."),
      Parameter(
        "perStarter", \.perStarter, .pounds, 0...100_000, off, "Induction and training of each starter."),
    ]

  private static let placements: [Parameter<MoneyParameters>] =
    Keyed<Placement, Double>.table(.poundsPerWeek, 0...100_000, off, "Price at the start of a week in")
    .lifted(to: \.placementPerWeek, under: "placementPerWeek")
    + Keyed<Placement, Double>.table(.share, -0.5...1, off, "Yearly price rise of")
    .lifted(to: \.placementInflation, under: "placementInflation")
    + MarketParameters.table.lifted(to: \.market, under: "market")

  private static let services: [Parameter<MoneyParameters>] =
    [
      Parameter(
        "careOverheadPerWeek", \.careOverheadPerWeek, .poundsPerWeek, 0...10_000, off,
        "Other services for each child looked after: contact, reviews, commissioning, adoption service."),
      Parameter(
        "allowancePerWeek", \.allowancePerWeek, .poundsPerWeek, 0...10_000, off,
        "Allowance after special guardianship or adoption, until the child is 18."),
      Parameter(
        "allowanceShare", \.allowanceShare, .share, 0...1, off,
        "Share of these children for whom one is paid."),
      Parameter(
        "perProceedings", \.perProceedings, .pounds, 0...1_000_000, off,
        "Court fees and legal costs of one set of care proceedings."),
      Parameter(
        "careLeaverPerWeek", \.careLeaverPerWeek, .poundsPerWeek, 0...10_000, off,
        "Support to one care leaver."),
      Parameter(
        "familySupportPerWeek", \.familySupportPerWeek, .poundsPerWeek, 0...10_000, off,
        "Support bought for one child on a child in need or protection plan."),
      Parameter(
        "earlyHelpPerWeek", \.earlyHelpPerWeek, .poundsPerWeek, 0...10_000, off, "Early help to one child."),
    ]
    + Keyed<GrantKind, Double>.table(.poundsPerWeek, 0...10_000, off, "Grant income at the start for")
    .lifted(to: \.grantPerWeek, under: "grantPerWeek")
    + [
      Parameter(
        "grantRises", \.grantRises, .share, -0.5...1, off,
        "Rise of the grant at the start of the second financial year and each later one; the last one holds on; empty means none."
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
            "the pay of a \(role.spoken) rises by £\(rounded(scale.increment)) a point, from a salary of £0"))
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
