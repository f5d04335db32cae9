import Testing

@testable import ScenarioFiles

@Suite("Findings as printed")
struct GoldenFindingTests {
  @Test("An unknown name, with what was meant")
  func unknownName() {
    #expect(
      findings("demand:\n  referalsPerYear: 3096\n").text == """
        town.yaml:2:3: error[unknown-key]: There is no "referalsPerYear" in "demand".
          referalsPerYear: 3096
          ^~~~~~~~~~~~~~~
        help: did you mean "referralsPerYear"?
        """)
  }

  @Test("A percentage where a share stands")
  func percentage() {
    #expect(
      findings("demand: { shareHome: 75% }").text == """
        town.yaml:1:22: error[percent]: "demand.shareHome": "75%" is a percentage.
        demand: { shareHome: 75% }
                             ^~~
        help: write 0.75, a share of 1
        """)
  }

  @Test("A value outside its range, and a wrong unit")
  func rangeAndUnit() {
    #expect(
      findings("levers: { payment: { pounds: { value: 60000, unit: £ per week } } }").text == """
        town.yaml:1:39: error[out-of-range]: "levers.payment.pounds": 60000 is outside 0 to 50000.
        levers: { payment: { pounds: { value: 60000, unit: £ per week } } }
                                              ^~~~~
        help: allowed is 0 to 50000, in £
        town.yaml:1:52: error[wrong-unit]: The unit of "levers.payment.pounds" is "£", not "£ per week".
        levers: { payment: { pounds: { value: 60000, unit: £ per week } } }
                                                           ^~~~~~~~~~
        help: give the value in that unit
        """)
  }

  @Test("A contradiction stands where the first of its values was set")
  func contradiction() {
    #expect(
      findings("scenario: A\ndemand:\n  shareAway: 0.5\n").text == """
        town.yaml:3:3: error[sum-not-one]: The shares sum to 1.25, not 1.
          shareAway: 0.5
          ^~~~~~~~~
        help: change one of them
        """)
    #expect(
      findings("demand:\n  shareAway: 0.5\n  shareHome: 0.7\n").text == """
        town.yaml:3:3: error[sum-not-one]: The shares sum to 1.2, not 1.
          shareHome: 0.7
          ^~~~~~~~~
        help: change one of them; see also demand.shareAway at town.yaml:2:3
        """)
  }

  @Test("Mistakes of the command line")
  func commandLine() {
    #expect(
      findings("scenario: A", sets: ["run.seed", "run.sed=3", "run.seed=x"]).text == """
        --set run.seed:1:1: error[set-syntax]: "--set" needs a path and a value.
        run.seed
        ^
        help: write --set path=value
        --set run.sed=3:1:1: error[unknown-key]: There is no parameter "run.sed".
        run.sed=3
        ^~~~~~~
        help: did you mean "run.seed"?
        --set run.seed=x:1:10: error[wrong-type]: "run.seed": "x" is not a number.
        run.seed=x
                 ^
        """)
  }

  @Test("A time that YAML would read as a number")
  func sexagesimal() {
    #expect(
      findings("demand: { referralsPerYear: 12:30:00 }").text == """
        town.yaml:1:29: error[sexagesimal]: "demand.referralsPerYear": "12:30:00" is written like a time of day, \
        which some programs read as a number.
        demand: { referralsPerYear: 12:30:00 }
                                    ^~~~~~~~
        help: write a plain number in the parameter's unit
        """)
  }

  @Test("A long line is shown in part, tabs stay, control characters go")
  func excerpts() {
    let long = "scenario: A\ndemand: { byMonth: [\(String(repeating: "1, ", count: 100))x] }"
    let lines = findings(long).text.split(separator: "\n")
    #expect(lines[1].count <= 152)
    #expect(lines[1].hasPrefix("…") && lines[1].contains("x] }"))
    #expect(Array(lines[1])[lines[2].count - 1] == "x")
    let tabbed = findings("demand:\t{ shareHome: x }").text.split(separator: "\n")
    #expect(tabbed[2].hasPrefix("       \t"))
    #expect(!findings("\"\\e[31m\": 1").text.contains("\u{1B}"))
  }

  @Test("Lines end as YAML ends them")
  func lineEnds() {
    #expect(brief("scenario: A\r\nrun: { seed: x }\r\n") == ["wrong-type@2:14"])
    #expect(findings("scenario: A\r\nrun: { seed: x }\r\n").first?.sourceLine == "run: { seed: x }")
    #expect(brief("scenario: é £ 🙂\nrun: { \"seed\": x }") == ["wrong-type@2:16"])
  }
}
