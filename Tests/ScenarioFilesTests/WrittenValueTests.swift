import Parameters
import Testing

@testable import ScenarioFiles

@Suite("Numbers as people write them")
struct WrittenValueTests {
  /// The code and the help for a value of a parameter.
  private func told(_ path: String, _ text: String) -> String {
    let parts = path.split(separator: ".")
    let found = findings(
      parts.dropLast().reduce("") { $0 + "\($1): { " } + "\(parts.last ?? ""): \(text)"
        + parts.dropLast().map { _ in " }" }.joined())
    return found.map { "\($0.code): \($0.help ?? "")" }.joined(separator: "; ")
  }

  @Test(
    "The help leads to the number that was meant",
    arguments: [
      ("39.5k", "thousands: write 39500"), ("£39.5k", "thousands: write 39500"),
      ("£39500", "currency-sign: write 39500"),
      ("\"£39,500\"", ""), ("3.2m", "thousands: allowed is 0 to 50000, in £"),
      ("0.04m", "thousands: write 40000"),
      ("39 500", "digit-grouping: write 39500"), ("39_500", "digit-grouping: write 39500"),
      ("£39500 a year", "currency-sign: write 39500"), ("12%", "percent: give the value in £"),
      ("39500 pounds", "number-with-unit: write { value: 39500, unit: \"£\" } or the number alone"),
    ])
  func pounds(text: String, help: String) {
    let found = told("levers.payment.pounds", text)
    if help.isEmpty { #expect(found.hasPrefix("quoted-number")) } else { #expect(found == help) }
  }

  @Test("A share above 1, and what is allowed")
  func shares() {
    #expect(told("demand.shareHome", "75") == "out-of-range: write 0.75 for 75%")
    #expect(told("demand.shareHome", "75%") == "percent: write 0.75, a share of 1")
    // No number is named that would be refused in its turn.
    #expect(told("demand.shareHome", "110%") == "percent: allowed is 0 to 1")
    #expect(told("demand.shareHome", "-3") == "out-of-range: allowed is 0 to 1")
    #expect(told("levers.payment.hazardRatio", "20%") == "percent: write 0.2")
  }

  @Test("A comma inside braces ends the value, and that is said")
  func braces() {
    #expect(
      findings("levers: { payment: { pounds: 39,500 } }").text == """
        town.yaml:1:33: error[thousands-comma]: Inside braces the comma of 39,500 ends the value at 39.
        levers: { payment: { pounds: 39,500 } }
                                        ^~~
        help: write 39500
        """)
    #expect(brief("levers: { payment: { pounds: { value: 39,500 } } }") == ["thousands-comma@1:42"])
    #expect(brief("levers: { payment: { pounds: { value: 39,500, unit: £ } } }") == ["thousands-comma@1:42"])
    #expect(findings("demand: { referralsPerYear: 1,234,567 }").first?.help == "write 1234567")
    #expect(brief("levers: { payment: { pounds: 39, 500: 3 } }") == ["unknown-key@1:34"])
  }

  @Test("A change to ten times is a slip, of what is counted or paid")
  func implausible() throws {
    let folder = try Folder([
      "base.yaml":
        "scenario: A\nlevers: { limit: 400, payment: { pounds: 3000 } }\ndemand: { shareHome: 0.75, shareAway: 0.25 }\n",
      "over.yaml":
        "scenario: B\nbasedOn: base.yaml\nlevers: { limit: 4 }\ndemand: { shareHome: 0.01, shareAway: 0.99 }\n",
    ])
    // Levers are set to anything.
    #expect(try folder.read("over.yaml").warnings.isEmpty)
    let usual = Parameter<Demand>(
      "referralsPerYear", \.referralsPerYear, .perYear, 0...20_000, .modelChoice, "Referrals."
    ).usually(500...10_000)
    #expect(
      usual.usual == 500...10_000 && usual.lifted(to: \Town.demand, under: "demand").usual == 500...10_000)
  }
}

@Suite("Whose a scenario is")
struct CouncilTests {
  private let base = "scenario: A\ncouncil: { name: Ayton, code: E1 }\ndemand: { referralsPerYear: 100 }\n"

  @Test("A council is inherited, and is no part of the hash")
  func inherited() throws {
    let folder = try Folder([
      "a.yaml": base, "bare.yaml": base.replacing("council: { name: Ayton, code: E1 }\n", with: ""),
      "variant.yaml": "scenario: Variant\nbasedOn: a.yaml\nlevers: { isOpen: false }\n",
    ])
    #expect(try folder.read("a.yaml").council == Council(name: "Ayton", code: "E1"))
    #expect(try folder.read("variant.yaml").council?.name == "Ayton")
    #expect(try folder.read("a.yaml").hash == folder.read("bare.yaml").hash)
    #expect(try folder.read("bare.yaml").council == nil)
  }

  @Test("Another council on its file says so, and what is left of the first is counted")
  func another() throws {
    let folder = try Folder([
      "a.yaml": base, "b.yaml": "scenario: B\ncouncil: Beeton\nbasedOn: a.yaml\n",
      "unnamed.yaml": "scenario: C\nbasedOn: a.yaml\ndemand: { referralsPerYear: 700 }\n",
      "over.yaml": "scenario: O\ncouncil: Beeton\nlevers: { isOpen: false }\n",
    ])
    let other = try folder.read("b.yaml")
    #expect(other.council == Council(name: "Beeton", code: nil))
    #expect(other.warnings.map(\.code) == ["based-on-another"])
    #expect(
      other.warnings.first?.message == "1 value of Beeton is that of Ayton, on whose file it is based.")
    let unnamed = try folder.read("unnamed.yaml")
    #expect(unnamed.council == nil && unnamed.warnings.map(\.code) == ["no-council"])
    #expect(try folder.read("a.yaml", overlays: ["over.yaml"]).warnings.map(\.code) == ["overlay-of-another"])
  }

  @Test("What is no council is a mistake")
  func mistakes() {
    #expect(
      brief("council: { nam: A }") == ["unknown-key@1:12", "missing-key@1:1"]
        || brief("council: { nam: A }") == ["unknown-key@1:12"])
    #expect(brief("council: { code: E1 }") == ["missing-key@1:1"])
    #expect(brief("council: [a]") == ["wrong-type@1:10"])
    #expect(brief("hindsight: \"\"") == ["no-value@1:12"])
    #expect(brief("hindsight: true") == ["wrong-type@1:12"])
    #expect(brief("hindsight: 5") == ["wrong-type@1:12"])
  }

  @Test("Councils are the same by code, or by name where one has none")
  func same() {
    #expect(Council(name: "Ayton", code: "E1").isSame(as: Council(name: "Other words", code: "E1")))
    #expect(!Council(name: "Ayton", code: "E1").isSame(as: Council(name: "Ayton", code: "E2")))
    #expect(Council(name: "East Ayton", code: nil).isSame(as: Council(name: "east ayton", code: "E2")))
    #expect(
      Council(name: "Ayton", code: "E1").isCalled("e1") && !Council(name: "Ayton", code: "E1").isCalled("E2"))
  }

  @Test("An overlay is based on what it is laid over, or is refused")
  func overlays() throws {
    let folder = try Folder([
      "a.yaml": base, "b.yaml": base,
      "same.yaml": "scenario: S\nbasedOn: a.yaml\nlevers: { isOpen: false }\n",
      "other.yaml": "scenario: O\nbasedOn: b.yaml\nlevers: { isOpen: false }\n",
    ])
    #expect(
      try folder.read("a.yaml", overlays: ["same.yaml"]).settings["levers.isOpen"]?.value == .flag(false))
    #expect(
      folder.failure("a.yaml", overlays: ["other.yaml"])?.text == """
        other.yaml:2:10: error[based-on-in-overlay]: This overlay is based on "b.yaml", which is not what it is laid over.
        basedOn: b.yaml
                 ^~~~~~
        help: leave basedOn out, or name that file too: --with b.yaml --with other.yaml
        """)
  }
}
