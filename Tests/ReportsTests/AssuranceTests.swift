import Foundation
import Testing

@testable import Reports
@testable import Results

@Suite struct AssuranceTests {
  private let result = ReportableResult.make()

  @Test("STRESS-DES has its 24 items in order, and what is not known is listed")
  func stress() {
    let list = StressChecklist(result).checklist
    #expect(
      list.items.map(\.number) == [
        "1.1", "1.2", "1.3", "2.1", "2.2", "2.3", "2.4", "2.5.1", "2.5.2", "2.5.3", "2.5.4", "2.5.5", "3.1",
        "3.2",
        "3.3", "3.4", "4.1", "4.2", "4.3", "5.1", "5.2", "5.3", "5.4", "6.1",
      ])
    #expect(
      list.items.filter { $0.standing != .reported }.allSatisfy { !$0.missing.isEmpty || $0.number == "2.1" })
    #expect(
      list.items.filter { $0.standing == .reported }.allSatisfy { !$0.answer.isEmpty || !$0.columns.isEmpty })
    #expect(list.gaps.contains("5.4 Computer: the make of the processor"))
  }

  @Test("A scenario without a question leaves the purpose unreported")
  func noQuestion() {
    var result = result
    result.manifest.question = ""
    let purpose = StressChecklist(result).checklist.items[0]
    #expect(purpose.standing == .notReported && purpose.missing.count == 2)
  }

  @Test("The pathway is read from the parameters")
  func pathway() {
    var result = result
    func row(_ path: String, _ value: String, _ unit: String = "") -> ParameterRow {
      ParameterRow(
        path: path, value: value, unit: unit, kind: "", defaultValue: "", range: "", source: "assumption: x",
        uncertain: "", meaning: "", from: "a.yaml:1:1")
    }
    result.parameters = [
      row("pathway.frontDoor.heldBy", "caredFor"), row("pathway.frontDoor.duration.family", "gamma"),
      row("pathway.frontDoor.duration.mean", "40", "days"), row("pathway.frontDoor.exits.stepDown", "0"),
      row("pathway.frontDoor.exits.noFurtherAction", "1"),
      row("workforce.teams.caredFor.posts.socialWorker", "6", "posts"),
    ]
    let items = StressChecklist(result).checklist.items
    #expect(items.first { $0.number == "2.1" }?.rows == [["front door", "no further action 1"]])
    #expect(
      items.first { $0.number == "2.5.2" }?.rows == [["front door", "gamma, mean 40 days", "cared for"]])
    #expect(
      items.first { $0.number == "2.5.3" }?.rows == [["cared for", "social worker", "6", "assumption: x"]])
  }

  @Test("The assurance pack leaves the people to the people")
  func pack() {
    let list = QualityPack(result).checklist
    #expect(list.items.map(\.number) == (1...11).map(String.init))
    #expect(list.items[0].missing.count == 4)
    let text = String(decoding: list.markdown, as: UTF8.self)
    #expect(text.contains("- [ ] 11 Fitness for purpose: the approver's sign-off, with the date"))
    #expect(text.contains("| children | 0 | 0 | yes |"))
  }

  @Test("Both are sound in Markdown and in HTML, whatever the words")
  func forms() {
    var result = result
    result.manifest.scenario = "A | <b> town"
    result.parameters[0].source = "assumption: a|b\nc"
    for list in [StressChecklist(result).checklist, QualityPack(result).checklist] {
      let markdown = String(decoding: list.markdown, as: UTF8.self)
      #expect(markdown.contains("a\\|b c"))
      let html = String(decoding: list.html, as: UTF8.self)
      #expect(!html.contains("<b>") && html.contains("A | &lt;b&gt; town"))
    }
  }

  @Test("What was completed by hand is not replaced unless forced")
  func files() throws {
    let scratch = try Scratch()
    let folder = try scratch.write("result") { $0 = ReportableResult.make() }
    let written = try AssuranceFiles.write(.qa, of: folder)
    #expect(written.paths == ["qa.md", "qa.html"].map { folder + "/" + $0 })
    let failure = #expect(throws: OutputFailure.self) { try AssuranceFiles.write(.qa, of: folder) }
    #expect(failure?.exitCode == 73)
    #expect(try AssuranceFiles.write(.qa, of: folder, force: true).counts == written.counts)
    #expect(try AssuranceFiles.write(.stress, of: folder, to: scratch.path + "/new/place").paths.count == 2)
    #expect(throws: ReadFailure.self) { try AssuranceFiles.write(.stress, of: scratch.path) }
  }
}
