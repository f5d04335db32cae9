import ArgumentParser
import National
import Sweeps

/// Which forecasts of the past are made.
struct BacktestOptions: ParsableArguments {
  @Option(help: ArgumentHelp("A council, by its name or code.", valueName: "name"))
  var council: String?

  @Flag(help: "Every council with figures.")
  var all = false

  @Option(help: "So many councils, evenly spread over their codes.")
  var sample: Int?

  @Option(
    help: ArgumentHelp(
      "Years whose figures are the newest that a forecast uses, such as 2017,2019.", valueName: "years"))
  var origins = "2017"

  @Option(help: "Replications of each forecast.")
  var reps = 100

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp("A value that every scenario is given. May be repeated.", valueName: "path=value"))
  var sets: [String] = []

  @Option(
    help: ArgumentHelp("One part: 3/16 computes the third of sixteen and writes no tables.", valueName: "k/n")
  )
  var shard: String?

  @Option(help: "The scenario on which the councils' stand.", completion: .yaml)
  var basedOn = CouncilOptions.base

  @Option(help: "The folder of the national table.", completion: .directory)
  var national = NationalTable.shipped

  @Flag(help: "Write what is learned into the national table, where runs find it.")
  var learn = false

  func validate() throws {
    let ways = (council == nil ? 0 : 1) + (all ? 1 : 0) + (sample == nil ? 0 : 1)
    guard ways == 1 else {
      throw ValidationError("Say whose forecasts: --council NAME, --sample 40 or --all.")
    }
    if let sample, sample < 1 { throw ValidationError("--sample must be 1 or more, not \(sample).") }
    if reps < 2 || reps > 10_000 { throw ValidationError("--reps must be from 2 to 10,000, not \(reps).") }
    if let shard, Shard(shard) == nil {
      throw ValidationError("--shard \(shard): write k/n with k from 1 to n, such as 3/16.")
    }
    if learn, council != nil || shard != nil {
      throw ValidationError("--learn needs the forecasts of many councils: give --all or --sample.")
    }
    try GivenOnce.check(years.map(String.init), "--origins: the year")
  }

  /// The origins, in order.
  var years: [Int] {
    get throws {
      try origins.split(separator: ",").map { text in
        guard let year = Int(text.filter { $0 != " " }), (2010...2100).contains(year) else {
          throw ValidationError("--origins takes years such as 2017,2019, not '\(origins)'.")
        }
        return year
      }
    }
  }

  var part: Shard { shard.flatMap { Shard($0) } ?? .whole }

  /// What the forecasts are made with.
  func maker() throws -> HindcastMaker {
    let table = try NationalTable(folder: national)
    let code = try council.map {
      try table.find($0, asOf: Hindcast(code: "", origin: years.max() ?? 0).asOf).code
    }
    return try HindcastMaker(national: national, base: basedOn, including: code)
  }

  /// The forecasts that are asked for and can be made.
  func hindcasts(_ backtest: Backtest) throws -> [Hindcast] {
    let panel = backtest.maker.panel
    let codes: [String]
    if let council {
      let asOf = Hindcast(code: "", origin: try years.max() ?? 0).asOf
      codes = [try backtest.maker.table.find(council, asOf: asOf).code]
    } else {
      let councils = panel.councils.map(\.code)
      let wanted = min(sample ?? councils.count, councils.count)
      codes = (0..<wanted).map { councils[($0 * 2 + 1) * councils.count / (2 * wanted)] }
    }
    let years = try years
    return codes.flatMap { code in
      years.map { Hindcast(code: code, origin: $0) }.filter(backtest.isPossible)
    }
  }
}
