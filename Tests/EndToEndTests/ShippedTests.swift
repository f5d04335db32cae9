import Foundation
import Testing

@Suite("What is shipped", .timeLimit(.minutes(1)))
struct ShippedTests {
  /// Every scenario that a person may run; those for verification are run elsewhere.
  static let scenarios: [String] = {
    let folder = Workplace.project.appendingPathComponent("Scenarios").path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".yaml") }.sorted()
  }()

  @Test("Each scenario is valid, runs, and keeps its balances", arguments: scenarios)
  func scenario(name: String) throws {
    let place = try Workplace()
    let file = Workplace.project.appendingPathComponent("Scenarios/\(name)").path
    let outcome = try place.run("run", file, "--reps", "2", "--out", "results")
    #expect(outcome.code == 0, "\(outcome.err)")
    #expect(try place.json("results/manifest.json")["checks_hold"] as? Bool == true)
  }

  @Test(
    "Every value that a scenario sets says where it comes from, or that it is an assumption",
    arguments: scenarios)
  func sources(name: String) throws {
    let place = try Workplace()
    let file = Workplace.project.appendingPathComponent("Scenarios/\(name)").path
    let outcome = try place.run("explain", file, "--all", "--json")
    let items = try #require(JSONSerialization.jsonObject(with: Data(outcome.out.utf8)) as? [[String: Any]])
    #expect(items.count > 500)
    for item in items {
      #expect(item["source"] as? String != "no source given", "\(item["path"] ?? "")")
    }
  }
}

@Suite("The overlays that are shipped", .timeLimit(.minutes(2)))
struct OverlayTests {
  static let overlays: [String] = [
    "budgets", "from-start/levers", "from-start/shocks", "levers", "responses", "shocks",
  ].flatMap { folder in
    let path = Workplace.project.appendingPathComponent("Scenarios/\(folder)").path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.filter { $0.hasSuffix(".yaml") }.sorted().map { "\(folder)/\($0)" }
  }

  private let base = Workplace.project.appendingPathComponent("Scenarios/cheshire-east-2015.yaml").path

  private func path(_ name: String) -> String {
    Workplace.project.appendingPathComponent("Scenarios/\(name)").path
  }

  @Test("There are at least eight policies and six shocks")
  func enough() {
    #expect(Self.overlays.count { $0.hasPrefix("levers/") } >= 8)
    #expect(Self.overlays.count { $0.hasPrefix("shocks/") } >= 6)
  }

  @Test(
    "Each asks a question, is valid on the shipped scenario, and says where its values come from",
    arguments: overlays)
  func valid(name: String) throws {
    let place = try Workplace()
    let lines = try String(contentsOfFile: path(name), encoding: .utf8).split(separator: "\n")
    #expect(lines[0].hasPrefix("scenario: ") && lines[1].hasPrefix("question: ") && lines[1].hasSuffix("?"))
    let outcome = try place.run("explain", base, "--with", path(name), "--all", "--json")
    #expect(outcome.code == 0, "\(outcome.err)")
    let items = try #require(JSONSerialization.jsonObject(with: Data(outcome.out.utf8)) as? [[String: Any]])
    for item in items {
      #expect(item["source"] as? String != "no source given", "\(item["path"] ?? "")")
    }
  }

  @Test("Of two overlays that set one lever differently the later holds, and that is said")
  func contradiction() throws {
    let place = try Workplace()
    _ = try place.write(
      "scenario: Other\nquestion: Is it?\nlevers: { edgeOfCare: { from: 2018-04-01 } }\n", as: "other.yaml")
    let words = [
      "explain", base, "levers.edgeOfCare.from", "--with", path("levers/edge-of-care.yaml"), "--with",
      place.url("other.yaml").path,
    ]
    let outcome = try place.finish(place.start(words))
    #expect(outcome.code == 0 && outcome.out.contains("levers.edgeOfCare.from = 2018-04-01"))
    let checked = try place.finish(place.start(["check"] + [words[1]] + words[3...]))
    #expect(checked.code == 0 && checked.err.contains("warning[overlay-conflict]"))
  }

  @Test("An unknown lever, and one that ends before it starts, are findings with their place")
  func mistakes() throws {
    let place = try Workplace()
    _ = try place.write(
      "scenario: Wrong\nquestion: Is it?\nlevers: { edgeOfCar: { from: 2018-04-01 } }\n", as: "wrong.yaml")
    let unknown = try place.run("check", base, "--with", place.url("wrong.yaml").path)
    #expect(unknown.code == 65 && unknown.err.contains("did you mean \"edgeOfCare\"?"))
    _ = try place.write(
      "scenario: Far\nquestion: Is it?\nlevers:\n  stepDown: { perChildYear: 1, kinshipShare: 1.2 }\n  caseloadPolicy: { capRatio: 0.5 }\n",
      as: "far.yaml")
    let far = try place.run("check", base, "--with", place.url("far.yaml").path)
    #expect(far.code == 65 && far.err.contains("far.yaml:4:") && far.err.contains("1.2"))
    _ = try place.write(
      "scenario: Low\nquestion: Is it?\nlevers: { caseloadPolicy: { capRatio: 0.5 } }\n", as: "low.yaml")
    let low = try place.run("check", base, "--with", place.url("low.yaml").path)
    #expect(low.code == 65 && low.err.contains("low.yaml:3:") && low.err.contains("error[cap-below-norm]"))
    _ = try place.write(
      "scenario: Late\nquestion: Is it?\nlevers: { edgeOfCare: { careEntryRatio: 0.9, from: 2018-04-01, until: 2017-04-01 } }\n",
      as: "late.yaml")
    let late = try place.run("check", base, "--with", place.url("late.yaml").path)
    #expect(late.code == 65 && late.err.contains("late.yaml:3:") && late.err.contains("ends-before-start"))
  }
}

@Suite("The README", .timeLimit(.minutes(1)))
struct ReadmeTests {
  private let text: String

  init() throws {
    text = try String(contentsOf: Workplace.project.appendingPathComponent("README.md"), encoding: .utf8)
  }

  /// The commands in its blocks of shell, each as words.
  private var commands: [[String]] {
    text.matches(of: #/```sh\n(.*?)```/#.dotMatchesNewlines()).flatMap { block in
      block.output.1.split(separator: "\n").map {
        $0.prefix { $0 != "#" }.split(separator: " ").map(String.init)
      }
    }
  }

  @Test("It is short: 150 lines at most")
  func short() {
    #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count <= 151)
  }

  @Test("What it links to in the project is there")
  func links() throws {
    let targets = text.matches(of: #/\]\(([^)#:]+)\)/#).map { String($0.output.1) }
    #expect(targets.count > 5)
    for target in targets {
      let path = Workplace.project.appendingPathComponent(target).path
      #expect(FileManager.default.fileExists(atPath: path), "\(target) is not there")
    }
  }

  @Test("Its commands of make are targets of the Makefile")
  func make() throws {
    let makefile = try String(
      contentsOf: Workplace.project.appendingPathComponent("Makefile"), encoding: .utf8)
    let targets = commands.filter { $0.first == "make" && $0.count > 1 }.map { $0[1] }
    #expect(targets.contains("build") && targets.contains("install"))
    for target in targets { #expect(makefile.contains("\n\(target):"), "make \(target) does not exist") }
  }

  @Test("Its commands exist with their options, and the files they name are there")
  func commandsExist() throws {
    let place = try Workplace()
    let lines = commands.filter { $0.first?.hasSuffix("caseload") == true }
    #expect(lines.count >= 3)
    let written = Set(lines.filter { $0[1] == "init" }.map { $0[2] })
    for words in lines {
      let verb = words[1]
      let help = try place.run(verb, "--help")
      #expect(
        help.code == 0 && help.out.contains("USAGE: caseload \(verb)"), "caseload \(verb) does not exist")
      for option in words where option.hasPrefix("--") {
        #expect(help.out.contains(option), "caseload \(verb) has no \(option)")
      }
      guard verb != "init" else { continue }
      for file in words
      where (file.hasSuffix(".yaml") || file.hasSuffix(".json")) && !written.contains(file) {
        let path = Workplace.project.appendingPathComponent(file).path
        #expect(FileManager.default.fileExists(atPath: path), "\(file) does not exist")
      }
    }
  }
}
