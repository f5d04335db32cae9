import Foundation
import TestSupport
import Testing

@Suite("Where results go", .timeLimit(.minutes(1)))
struct OutputPlaceTests {
  private let place: Workplace

  init() throws {
    place = try Workplace()
    try place.write(SmallService.text)
  }

  @Test("Results are written whole, and told where; nothing else is left")
  func files() throws {
    let outcome = try place.run("run", "service.yaml", "--raw")
    #expect(outcome.code == 0, "\(outcome.err)")
    #expect(outcome.out.hasPrefix("Small service\n"))
    #expect(outcome.out.contains("Files: Results/service\n"))
    #expect(place.names() == ["Results", "service.yaml"])
    #expect(place.names(in: "Results") == ["service"])
    #expect(
      place.names(in: "Results/service") == [
        "checks.csv", "dfe_csww.csv", "fans.csv", "finance.csv", "manifest.json", "opening.csv",
        "parameters.csv",
        "replications.csv.gz", "series.csv", "spells.csv.gz", "years.csv",
      ])
    let manifest = try place.json("Results/service/manifest.json")
    #expect(manifest["checks_hold"] as? Bool == true)
    #expect(manifest["interrupted"] as? Bool == false)
    #expect(manifest["replications_done"] as? Int == 3)
    #expect(manifest["seed"] as? Int == 11)
  }

  @Test("A result is replaced only by force")
  func existing() throws {
    #expect(try place.run("run", "service.yaml", "-q").code == 0)
    let before = try place.bytes("Results/service/years.csv")
    let refused = try place.run("run", "service.yaml", "--seed", "12")
    #expect(refused.code == 73)
    #expect(refused.err.contains("--force"))
    #expect(try place.bytes("Results/service/years.csv") == before)
    #expect(try place.run("run", "service.yaml", "--seed", "12", "--force").code == 0)
    #expect(try place.bytes("Results/service/years.csv") != before)
    #expect(place.names(in: "Results") == ["service"])
  }

  @Test("A folder of other things is never replaced")
  func strangers() throws {
    try FileManager.default.createDirectory(at: place.url("mine"), withIntermediateDirectories: true)
    try place.write("thesis", as: "mine/thesis.txt")
    #expect(try place.run("run", "service.yaml", "--out", "mine", "--force").code == 73)
    #expect(place.names(in: "mine") == ["thesis.txt"])
  }

  @Test("A place below a file cannot be made")
  func belowAFile() throws {
    let outcome = try place.run("run", "service.yaml", "--out", "service.yaml/results")
    #expect(outcome.code == 73)
    #expect(outcome.err.contains("a part of the path is a file"))
    #expect(place.names() == ["service.yaml"])
  }

  @Test(
    "A full disk is 74, and leaves nothing",
    .enabled(if: MemoryDisk.isPossible, "a memory disk can only be mounted by the system's owner"))
  func fullDisk() throws {
    let disk = try #require(MemoryDisk(under: place.path))
    let outcome = try place.run("run", "service.yaml", "--out", "disk/results")
    #expect(outcome.code == 74)
    #expect(outcome.err.contains("the disk is full"))
    #expect(place.names(in: "disk").isEmpty)
    withExtendedLifetime(disk) {}
  }
}
