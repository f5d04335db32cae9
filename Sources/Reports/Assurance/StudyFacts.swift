import Results

/// What the tables of a result say of the study: its pathway, its workforce, its sources.
struct StudyFacts {
  let result: ResultSet
  /// Values by path.
  private let values: [String: ParameterRow]

  init(_ result: ResultSet) {
    self.result = result
    values = Dictionary(
      result.parameters.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func value(_ path: String) -> String { values[path]?.value ?? "" }

  /// The stages that the scenario sets, in the order of the parameters.
  var stages: [String] {
    result.parameters.filter { $0.from != "default" }.compactMap { row in
      let parts = row.path.split(separator: ".")
      return parts.count > 2 && parts[0] == "pathway" ? String(parts[1]) : nil
    }.uniqued
  }

  /// `frontDoor` as words: `front door`.
  static func words(_ name: some StringProtocol) -> String {
    var text = ""
    for character in name {
      if character.isUppercase { text += " " + character.lowercased() } else { text.append(character) }
    }
    return text
  }

  /// Where a stage leads, with shares above nothing.
  func exits(of stage: String) -> [(exit: String, share: String)] {
    let prefix = "pathway.\(stage).exits."
    return result.parameters.filter { $0.path.hasPrefix(prefix) && (Double($0.value) ?? 0) > 0 }
      .map { (StudyFacts.words($0.path.dropFirst(prefix.count)), $0.value) }
  }

  /// `lognormal, mean 120 days, cv 1`.
  func duration(of stage: String) -> String {
    let prefix = "pathway.\(stage).duration."
    let set = result.parameters.filter { $0.path.hasPrefix(prefix) && $0.from != "default" }
    return set.map { row in
      let name = StudyFacts.words(row.path.dropFirst(prefix.count))
      if name == "family" { return row.value }
      let unit = row.unit == "-" || row.unit == "ratio" ? "" : " " + row.unit
      return "\(name) \(row.value)\(unit)"
    }.joined(separator: ", ")
  }

  /// Posts by team and role.
  var posts: [[String]] {
    result.parameters.filter { row in
      row.path.hasPrefix("workforce.teams.") && row.path.contains(".posts.") && (Double(row.value) ?? 0) > 0
    }.map { row in
      let parts = row.path.split(separator: ".").map(StudyFacts.words)
      return [parts.count > 2 ? parts[2] : "", parts.last ?? "", row.value, row.source]
    }
  }

  /// Values whose source begins with one of these standings, or is a publication where none is named.
  func rows(_ standing: String) -> [ParameterRow] {
    result.parameters.filter { $0.from != "default" && $0.source.lowercased().hasPrefix(standing) }
  }

  /// What was published, each publication once with the number of values that rest on it.
  var publications: [[String]] {
    var counts: [(source: String, count: Int)] = []
    for row in result.parameters where row.from != "default" && AssumptionRating(row) == .green {
      if let place = counts.firstIndex(where: { $0.source == row.source }) {
        counts[place].count += 1
      } else {
        counts.append((row.source, 1))
      }
    }
    return counts.map { [$0.source, String($0.count)] }
  }

  /// The measures that were watched, with unit and how a year is made of months.
  var measures: [[String]] {
    var seen: Set<String> = []
    return result.series.compactMap { series in
      guard seen.insert(series.measure).inserted else { return nil }
      let year =
        switch series.gathering {
        case .flow: "summed over the months"
        case .stock: "the last reading"
        case .rate: "ratio of the sums"
        case .stockRate: "the last reading; turnover and stability over twelve months"
        case .distribution: "taken over the year's records"
        }
      return [series.measure, series.unit.symbol, year]
    }
  }
}
