import Foundation
import Testing

/// Every command that the README, the pages and the help show is run by a shell as it is written, one after another in
/// one folder, as a reader who tries them would. A script in the command's place asks for less time: few replications
/// of three years.
@Suite("The commands that are shown", .serialized, .timeLimit(.minutes(15)))
struct ShownCommandTests {
  /// What a test has not: a cluster, another's panel; and what takes minutes and is run by tests of its own.
  private static let left = [
    "--engine", "--panel", "calibrate", "/scratch", "verify", "backtest", "-fit/fitted.yaml",
  ]

  /// The files that examples name and that a reader would have: the scenario and the overlays under shorter names.
  private static let own: [String: String] = [
    "S.yaml": "cheshire-east-2015.yaml", "base.yaml": "cheshire-east-2015.yaml",
    "retention.yaml": "levers/retention-payment.yaml", "pay.yaml": "levers/pay-supplement.yaml",
    "academy.yaml": "levers/asye-academy.yaml", "surge.yaml": "shocks/demand-surge.yaml",
    "my-overlay.yaml": "levers/retention-payment.yaml",
  ]

  /// Verbs that refuse to replace what another example wrote, unless forced.
  private static let writing: Set = [
    "run", "compare", "worth", "select", "goal", "report", "init", "stress", "qa",
  ]

  private static let shorter = """
    #!/bin/bash
    verb=$1; shift
    words=("$verb") simulates=no asked=no council=no
    case $verb in run | compare | worth | sweep | reps | select | goal) simulates=yes ;; esac
    while (($#)); do
      case $1 in
        --reps) words+=(--reps 4); asked=yes; shift ;;
        --sample) words+=(--sample "${2%%:*}:4"); shift ;;
        --twins) words+=(--twins 3); shift ;;
        --budget) if [[ $verb == select ]]; then words+=(--budget 60); asked=yes; shift; else words+=("$1"); fi ;;
        leeds* | *-2025.yaml) council=yes; words+=("$1") ;;
        *) words+=("$1") ;;
      esac
      shift
    done
    if [[ $simulates == yes ]]; then
      if [[ $asked == no ]]; then
        if [[ $verb == select ]]; then words+=(--max-reps 12); else words+=(--reps 4); fi
      fi
      [[ $council == yes ]] || words+=(--set run.ends=2018-03-31)
    fi
    exec "$CASELOAD" "${words[@]}"
    """

  /// Each line that begins with the program's name, with what a backslash carries on to the next.
  private static func commands(in text: String) -> [String] {
    text.replacing(/\\\n\s*/, with: " ").split(separator: "\n")
      .map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { $0.hasPrefix("caseload ") }
  }

  private static func isLeft(_ line: String) -> Bool {
    left.contains { line.contains($0) } || line.contains("…")
  }

  /// A folder with the files, and the shorter command first on the path.
  private func prepared() throws -> (Workplace, (String) throws -> Workplace.Outcome) {
    let place = try Workplace()
    let files = FileManager.default
    let scenarios = Workplace.project.appendingPathComponent("Scenarios")
    try files.copyItem(at: scenarios, to: place.url("Scenarios"))
    for (name, origin) in Self.own {
      if origin.contains("/") {
        try files.copyItem(at: scenarios.appendingPathComponent(origin), to: place.url(name))
      } else {
        try place.write(
          "scenario: Ours\nquestion: What if?\nbasedOn: Scenarios/\(origin)\n", as: name)
      }
    }
    try place.write("fy,line_code,budget\n2015-16,total,36000000\n2016-17,total,37000000\n", as: "budget.csv")
    try files.createDirectory(at: place.url("bin"), withIntermediateDirectories: false)
    try place.write(Self.shorter, as: "bin/caseload")
    try files.setAttributes([.posixPermissions: 0o755], ofItemAtPath: place.url("bin/caseload").path)
    let path = place.url("bin").path + ":" + (ProcessInfo.processInfo.environment["PATH"] ?? "")
    let environment = ["PATH": path, "HOME": place.path, "CASELOAD": Workplace.command.path]
    return (place, { line in try place.shell(line, environment: environment) })
  }

  private func readme() throws -> String {
    try String(contentsOf: Workplace.project.appendingPathComponent("README.md"), encoding: .utf8)
  }

  @Test("Those of the README, in its order")
  func ofTheReadme() throws {
    let (_, run) = try prepared()
    let blocks = try readme().matches(of: /```sh\n((?s).*?)```/).map { String($0.output.1) }
    let lines = blocks.flatMap(Self.commands)
    #expect(lines.count >= 3)
    for line in lines {
      let outcome = try run(line)
      #expect(outcome.code == 0, "\(line): \(outcome.out.suffix(300))\n\(outcome.err.suffix(800))")
    }
  }

  @Test("Those of the help, verb by verb")
  func ofTheHelp() throws {
    let (place, run) = try prepared()
    let overview = try place.run("--help").out
    let verbs = overview.matches(of: /\n  ([a-z]+(?:-[a-z]+)*) {2,}/).map { String($0.output.1) }
    #expect(verbs.count > 15)
    // What the examples take for granted: earlier results.
    for line in [
      "caseload run Scenarios/cheshire-east-2015.yaml --raw",
      "caseload run Scenarios/cheshire-east-2015.yaml --seed 8 --out Results/growth",
      "caseload run Scenarios/cheshire-east-2015.yaml --raw --out Results/last-year",
      "caseload run Scenarios/cheshire-east-2015.yaml --raw --seed 9 --out Results/this-year",
      "caseload risk Results/last-year",
      "caseload sweep base.yaml --vary demand.growthPerYear=0,0.1 --out Results/base-sweep",
    ] {
      let outcome = try run(line)
      #expect(outcome.code == 0, "\(line): \(outcome.err.suffix(800))")
    }
    var tried = 0
    for verb in verbs {
      // Each verb's examples stand alone: what one of them wrote, another may write again.
      for line in Self.commands(in: try place.run("help", verb).out) where !Self.isLeft(line) {
        let own = line.split(separator: " ").dropFirst().first.map(String.init) ?? ""
        if own == "sweep", !line.contains("--resume") {
          try? FileManager.default.removeItem(at: place.url("Results/S-sweep"))
        }
        let outcome = try run(Self.writing.contains(own) ? line + " --force" : line)
        #expect(outcome.code == 0, "\(line): \(outcome.out.suffix(300))\n\(outcome.err.suffix(800))")
        tried += 1
      }
    }
    #expect(tried > 40)
  }

  /// The pages of the documentation, each with its path from their folder.
  private static let pages: [(path: String, text: String)] = {
    let folder = Workplace.project.appendingPathComponent("Sources/caseload/Documentation.docc")
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".md") }.sorted().compactMap { name in
      (try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)).map { (name, $0) }
    }
  }()

  /// What a page asks of its reader, in its order: files to write and commands to type.
  private enum Step {
    case write(name: String, text: String)
    case type(String)
  }

  private static func steps(of text: String) -> [Step] {
    text.matches(of: /(?:Write `([^`]+)`:\s+```\w+|```(?:sh|bash)?)\n((?s).*?)```/).flatMap {
      match -> [Step] in
      let block = String(match.output.2)
      guard let name = match.output.1 else { return commands(in: block).map(Step.type) }
      return [.write(name: String(name), text: block)]
    }
  }

  /// Does what a page says, in a folder of its own.
  ///
  /// - Returns: the folder, and how many commands were run.
  @discardableResult
  private func follow(_ page: String, _ text: String, leaving isLeft: (String) -> Bool) throws -> (
    Workplace, Int
  ) {
    let (place, run) = try prepared()
    var count = 0
    for step in Self.steps(of: text) {
      switch step {
      case .write(let name, let text): try place.write(text, as: name)
      case .type(let line) where isLeft(line): continue
      case .type(let line):
        let outcome = try run(line)
        count += 1
        #expect(outcome.code == 0, "\(page), \(line): \(outcome.out.suffix(300))\n\(outcome.err.suffix(800))")
      }
    }
    return (place, count)
  }

  @Test("Those of the pages, each page in a folder of its own")
  func ofThePages() throws {
    for page in Self.pages where !page.path.hasPrefix("Guides/") && page.path != "caseload/Verbs.md" {
      try follow(page.path, page.text, leaving: Self.isLeft)
    }
  }

  @Test("Those of the page on verbs, in its order")
  func ofTheVerbs() throws {
    let page = try #require(Self.pages.first { $0.path == "caseload/Verbs.md" }).text
    let first = "```sh\ncaseload run Scenarios/cheshire-east-2015.yaml\n```\n"
    #expect(try follow("caseload/Verbs.md", first + page, leaving: Self.isLeft).1 > 20)
  }

  @Test(
    "The tutorial and the how-tos, line by line, with the files that they write",
    arguments: pages.filter { $0.path.hasPrefix("Guides/") && $0.text.contains("## 1. ") }.map(\.path))
  func ofTheGuides(path: String) throws {
    let text = try #require(Self.pages.first { $0.path == path }).text
    let (place, count) = try follow(path, text) { $0.contains("…") }
    #expect(count > 2)
    let named = Set(
      text.matches(of: /`(Results\/[\w.\/-]+\.[a-z]+|observed\/[\w.-]+\.csv)`/).map { String($0.output.1) })
    for file in named.sorted() {
      #expect(FileManager.default.fileExists(atPath: place.url(file).path), "\(path) speaks of \(file)")
    }
  }
}
