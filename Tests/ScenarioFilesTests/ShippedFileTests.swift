import Foundation
import Notation
import Testing

@testable import ScenarioFiles

@Suite("What comes with the program is found")
struct ShippedFileTests {
  private static let own = "scenario: Own\nquestion: Is it?\n"

  /// A folder with a program in `usr/bin` and what came with it.
  private func installed() throws -> Folder {
    let folder = try Folder([
      "usr/share/caseload/Scenarios/england.yaml": Self.own,
      "usr/share/caseload/Scenarios/levers/a.yaml": Self.own,
    ])
    try FileManager.default.createDirectory(
      atPath: "\(folder.path)/usr/bin", withIntermediateDirectories: true)
    return folder
  }

  @Test("A name in a file leads beside the file, and to what is shipped where nothing is there")
  func named() throws {
    let folder = try installed()
    let shelf = "\(folder.path)/usr/share/caseload"
    func place(_ name: String) -> String { ShippedFile.place(of: name, beside: "away/mine.yaml", on: shelf) }
    #expect(place("Scenarios/levers/a.yaml") == "Scenarios/levers/a.yaml")
    #expect(place("Scenarios/levers/none.yaml") == "away/Scenarios/levers/none.yaml")
    #expect(place("other.yaml") == "away/other.yaml")
    #expect(place("/away/other.yaml") == "/away/other.yaml")
    #expect(
      ShippedFile.place(of: "Scenarios/levers/a.yaml", beside: "mine.yaml", on: shelf)
        == "Scenarios/levers/a.yaml")
    // What the working folder has of that name is another file.
    #expect(FileManager.default.fileExists(atPath: "Scenarios/england.yaml"))
    #expect(place("Scenarios/england.yaml") == "\(shelf)/Scenarios/england.yaml")
  }

  @Test("In share/caseload beside the folder of an installed program")
  func beside() throws {
    let folder = try installed()
    let shelf = ShippedFile.shelf(of: "\(folder.path)/usr/bin/caseload")
    #expect(shelf == "\(folder.path)/usr/share/caseload")
    #expect(
      ShippedFile.place(of: "Scenarios/levers/a.yaml", on: shelf)
        == "\(folder.path)/usr/share/caseload/Scenarios/levers/a.yaml")
  }

  @Test("In the checkout above a built program")
  func above() throws {
    let folder = try Folder(["Scenarios/england.yaml": Self.own])
    #expect(ShippedFile.shelf(of: "\(folder.path)/.build/release/caseload") == folder.path)
    #expect(ShippedFile.shelf(of: "/nowhere/bin/caseload") == nil)
  }

  @Test("Other paths, and names of nothing that is shipped, lead to themselves")
  func others() throws {
    let folder = try installed()
    let shelf = "\(folder.path)/usr/share/caseload"
    for path in [
      "Scenarios/none.yaml", "levers/a.yaml", "./Scenarios/levers/a.yaml",
      "\(folder.path)/Scenarios/levers/a.yaml", "",
      "Scenarios",
    ] {
      #expect(ShippedFile.place(of: path, on: shelf) == path)
    }
    #expect(ShippedFile.place(of: "Scenarios/levers/a.yaml", on: nil) == "Scenarios/levers/a.yaml")
  }
}
