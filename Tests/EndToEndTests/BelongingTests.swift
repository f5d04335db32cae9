import Foundation
import TestSupport
import Testing

@Suite("What does not belong together is refused", .timeLimit(.minutes(4)))
struct BelongingTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write(SmallService.text)
  }

  private func run(_ words: [String]) throws -> Workplace.Outcome { try place.finish(place.start(words)) }

  /// Expects that each verb refuses the result, names the file and says what to do.
  private func expectRefusals(_ verbs: [String], of name: String, _ words: String) throws {
    for verb in verbs {
      let more =
        verb == "diff" ? ["r"] : verb == "risk" ? ["--register", "risks.yaml"] + profile : []
      let outcome = try run([verb, "r"] + more)
      #expect(outcome.code == 65, "\(verb): \(outcome.out)\(outcome.err)")
      #expect(outcome.err.contains(name) && outcome.err.contains(words), "\(verb): \(outcome.err)")
      #expect(outcome.err.contains("\nhelp: "), "\(verb): \(outcome.err)")
    }
  }

  private static let all = ["report", "hr", "risk", "finance", "vacancy-factor", "diff", "stress", "qa"]

  private let profile = [
    "--profile", Workplace.project.appendingPathComponent("Scenarios/profiles/generic-4x4.yaml").path,
  ]

  private func make() throws {
    try place.write(EvidenceTests.register, as: "risks.yaml")
    for (folder, seed) in [("r", "1"), ("other", "2")] {
      let outcome = try run(["run", "service.yaml", "-q", "--raw", "--out", folder, "--seed", seed])
      #expect(outcome.code == 0, "\(outcome.err)")
    }
  }

  private func copy(_ name: String) throws {
    try place.bytes("other/\(name)").write(to: place.url("r/\(name)"))
  }

  @Test("Tables of another seed")
  func otherSeed() throws {
    try make()
    let raw = try place.bytes("r/replications.csv.gz")
    try copy("replications.csv.gz")
    try expectRefusals(
      ["risk", "finance", "diff", "vacancy-factor"], of: "replications.csv.gz", "replications.csv.gz")
    try raw.write(to: place.url("r/replications.csv.gz"))
    try copy("years.csv")
    try expectRefusals(Self.all, of: "years.csv", "its rows say seed 2")
    // The command starts afresh where it is told to.
    #expect(try run(["run", "service.yaml", "-q", "--raw", "--out", "r", "--force"]).code == 0)
    #expect(try run(["report", "r"]).code == 0)
  }

  @Test("An edited cell, and a manifest of another format")
  func edited() throws {
    try make()
    let years = try place.text("r/years.csv")
    try place.write(years.replacing(",2015-16,,3,", with: ",2015-16,,4,"), as: "r/years.csv")
    try expectRefusals(Self.all, of: "years.csv", "has been changed since it was written")
    try place.write(years, as: "r/years.csv")
    let manifest = try place.text("r/manifest.json")
    try place.write(manifest.replacing("\"format\": 2", with: "\"format\": 9"), as: "r/manifest.json")
    try expectRefusals(Self.all, of: "manifest.json", "format 9, of a later version")
    try place.write(manifest.replacing("\"seed\": 1,", with: "\"seed\": 2,"), as: "r/manifest.json")
    try expectRefusals(Self.all, of: "manifest.json", "was cut short or changed")
  }

  @Test("Evidence of another result beside a report")
  func evidence() throws {
    try make()
    #expect(try run(["hr", "other", "--out", "r", "-q"]).code == 0)
    try expectRefusals(["report"], of: "hr_kpis.csv", "was drawn from another result")
    #expect(try run(["hr", "r", "-q"]).code == 0)
    #expect(try run(["report", "r"]).code == 0)
    // An earlier register's evidence is read wherever it stands, but only whole.
    #expect(try run(["risk", "other", "--register", "risks.yaml", "-q"] + profile).code == 0)
    let words = ["risk", "r", "--register", "risks.yaml", "--previous", "other", "-q"] + profile
    #expect(try run(words).code == 0)
    let evidence = try place.text("other/risk_evidence.csv")
    try place.write(evidence.replacing("Vacancies", with: "Vacancy"), as: "other/risk_evidence.csv")
    #expect(try run(words).code == 65)
  }

  /// A pipe that nobody writes to, in the place of a file.
  private func pipe(_ name: String) throws {
    try FileManager.default.removeItem(at: place.url(name))
    try #require(mkfifo(place.url(name).path, 0o600) == 0)
  }

  @Test("A pipe in the place of a table is refused, and not waited for")
  func pipeInResult() throws {
    try make()
    try pipe("r/replications.csv.gz")
    for verb in ["risk", "finance", "diff", "vacancy-factor"] {
      let more = verb == "diff" ? ["r"] : verb == "risk" ? ["--register", "risks.yaml"] + profile : []
      let outcome = try run([verb, "r"] + more)
      #expect(outcome.code == 65, "\(verb): \(outcome.out)\(outcome.err)")
      #expect(outcome.err.contains("replications.csv.gz"), "\(verb): \(outcome.err)")
      #expect(outcome.err.contains("a pipe, not a file"), "\(verb): \(outcome.err)")
    }
    #expect(try run(["run", "service.yaml", "-q", "--raw", "--out", "r", "--force"]).code == 0)
    for name in ["years.csv", "manifest.json"] {
      try pipe("r/" + name)
      for verb in Self.all where verb != "diff" {
        let more = verb == "risk" ? ["--register", "risks.yaml"] + profile : []
        let outcome = try run([verb, "r"] + more)
        #expect([65, 66].contains(outcome.code), "\(verb) \(name): \(outcome.err)")
      }
    }
  }

  @Test("A pipe, or a folder, in the place of what a sweep keeps")
  func pipeInSweep() throws {
    for name in ["design.csv", "manifest.json", "shards/1-of-1.sqlite"] {
      #expect(try sweep("s", "--force").code == 0)
      try pipe("s/" + name)
      for outcome in [
        try run(["merge", "s"]), try run(["merge", "s", "--out", "t"]), try sweep("s", "--resume"),
      ] {
        #expect([65, 66, 73].contains(outcome.code), "\(name): \(outcome.out)\(outcome.err)")
        #expect(!outcome.err.contains("cannot write"), "\(name): \(outcome.err)")
      }
      try FileManager.default.removeItem(at: place.url("s"))
    }
    #expect(try sweep("s").code == 0)
    try FileManager.default.removeItem(at: place.url("s/shards"))
    try place.write("", as: "s/shards")
    for outcome in [try run(["merge", "s"]), try sweep("s", "--resume")] {
      #expect(outcome.code == 65 && outcome.err.contains("s/shards is no folder"), "\(outcome.err)")
    }
  }

  @Test("A sweep that could not begin leaves nothing, and the same command is not refused")
  func failedBeginning() throws {
    let words = "\"$@\" sweep service.yaml --vary demand.referralsPerYear=500,600,700 --reps 2 -q --out s"
    let failed = try place.shell("ulimit -f 0; trap '' XFSZ; \(words)")
    #expect(failed.code == 74 || failed.code == 73, "\(failed.code) \(failed.err)")
    #expect(!place.names().contains("s"))
    #expect(try place.shell("\(words) --force").code == 0)
  }

  private func sweep(_ folder: String, _ more: String...) throws -> Workplace.Outcome {
    try run(
      [
        "sweep", "service.yaml", "--vary", "demand.referralsPerYear=500,600,700", "--reps", "2", "-q",
        "--out", folder,
      ]
        + more)
  }

  @Test("An edited design")
  func design() throws {
    #expect(try sweep("s").code == 0)
    let design = try place.text("s/design.csv")
    let edited = design.replacing(",600,", with: ",650,")
    #expect(edited != design)
    try place.write(edited, as: "s/design.csv")
    for words in [["merge", "s"], ["merge", "s", "--out", "t"]] {
      let outcome = try run(words)
      #expect(
        outcome.code == 65 && outcome.err.contains("design.csv has been changed since"), "\(outcome.err)")
    }
    #expect(try sweep("s", "--resume").code == 65)
    let given = ["--design", "s/design.csv", "--reps", "2"]
    let outcome = try run(["sweep", "service.yaml", "--out", "u"] + given)
    #expect(outcome.code == 65, "\(outcome.err)")
    #expect(outcome.err.contains("design.csv:3 has been changed: its values are not those of the point p"))
    try place.write(design, as: "s/design.csv")
    #expect(try run(["merge", "s", "-q"]).code == 0)
    #expect(try run(["sweep", "service.yaml", "-q", "--out", "u"] + given).code == 0)
    // Without the names, the rows are points of one's own.
    let own = edited.split(separator: "\n").map { $0.split(separator: ",")[2] }.joined(separator: "\n")
    try place.write(own, as: "own.csv")
    let mine = try run(["sweep", "service.yaml", "-q", "--out", "v", "--design", "own.csv", "--reps", "2"])
    #expect(mine.code == 0, "\(mine.err)")
  }

  @Test("A sweep's manifest of another format, or a changed one; --force starts afresh")
  func sweepManifest() throws {
    #expect(try sweep("s").code == 0)
    let manifest = try place.text("s/manifest.json")
    for (old, new, words) in [
      ("\"format\" : 2", "\"format\" : 3", "of a later version"),
      ("\"format\" : 2", "\"format\" : 1", "of an earlier"),
      ("\"seed\" : 11", "\"seed\" : 12", "was cut short or changed"),
    ] {
      #expect(manifest.contains(old))
      try place.write(manifest.replacing(old, with: new), as: "s/manifest.json")
      for outcome in [try run(["merge", "s"]), try sweep("s", "--resume")] {
        #expect(outcome.code == 65 && outcome.err.contains(words), "\(outcome.err)")
        #expect(outcome.err.contains("\nhelp: "))
      }
    }
    #expect(try sweep("s", "--force").code == 0)
  }

  @Test("A store in which anything changed is told, or gives what it gave")
  func stores() throws {
    #expect(try sweep("s").code == 0)
    let path = place.url("s/shards/1-of-1.sqlite")
    let (whole, results) = (try Data(contentsOf: path), try place.bytes("s/results.csv"))
    var random = SplitMix(seed: 7)
    var refusals = 0
    for turn in 0..<60 {
      var bytes = whole
      if turn < 10 {
        bytes = whole.prefix(whole.count * turn / 10)
      } else {
        bytes[Int(random.next() % UInt64(bytes.count))] ^= 1 << UInt8(random.next() % 8)
      }
      try bytes.write(to: path)
      let outcome = try run(["merge", "s", "-q"])
      if outcome.code == 0 {
        #expect(try place.bytes("s/results.csv") == results, "turn \(turn)")
      } else {
        refusals += 1
        #expect([65, 75].contains(outcome.code), "turn \(turn): \(outcome.code) \(outcome.err)")
      }
    }
    #expect(refusals >= 10)
  }

  @Test("The names of points begin with a letter, so that no spreadsheet takes one for a number")
  func names() throws {
    #expect(try sweep("s", "--long").code == 0)
    for name in ["results.csv", "results_long.csv"] {
      for row in try place.text("s/\(name)").split(separator: "\n").dropFirst() {
        #expect(row.prefixMatch(of: #/p[0-9a-f]{12},/#) != nil, "\(row)")
      }
    }
    let ids = try ["design.csv", "summary.csv"].map { name in
      Set(try place.text("s/\(name)").split(separator: "\n").dropFirst().map { $0.split(separator: ",")[1] })
    }
    #expect(ids[0] == ids[1] && ids[0].allSatisfy { $0.hasPrefix("p") })
  }
}
