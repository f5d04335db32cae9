import Parameters
import ServiceModel
import Testing

@testable import ScenarioFiles

@Suite("What overlays and sets leave as it is")
struct KeptValuesTests {
  private let reader = ScenarioReader<ServiceParameters>(modelVersion: "0")
  private let path = "workforce.teams.protection.referenceRatio"
  private let town = """
    pathway: { childInNeed: { heldBy: protection } }
    opening: { children: { childInNeed: 100 } }
    workforce:
      fteValues: [1]
      fteShares: [1]
      teams: { protection: { posts: { socialWorker: 10, practiceManager: 1 } } }

    """

  private func ratio(_ sets: [String], _ text: String? = nil) throws(ScenarioFailure) -> Double {
    try reader.read(text: text ?? town, name: "town.yaml", sets: sets).parameters.workforce.teams[.protection]
      .referenceRatio
  }

  @Test("A set that changes the opening keeps the load from which effects count, and says so")
  func openings() throws {
    #expect(try ratio([]) == 1)
    #expect(try ratio(["run.seed=7", "leaving.caseloadElasticity=0.4"]) == 1)
    #expect(abs(try ratio(["workforce.teams.protection.posts.socialWorker=20"]) - 2) < 1e-12)
    #expect(abs(try ratio(["workforce.teams.protection.vacantAtStart.socialWorker=5"]) - 0.5) < 1e-12)
    #expect(abs(try ratio(["opening.children.childInNeed=50"]) - 2) < 1e-12)
    let read = try reader.read(text: town, name: "town.yaml", sets: ["opening.children.childInNeed=50"])
    let setting = try #require(read.settings[path])
    #expect(setting.place?.description == "what is kept of the scenario")
    guard case .derived(let words) = setting.source else {
      Issue.record("The source of what is kept is said.")
      return
    }
    #expect(words.contains("effects count from where the scenario itself begins"))
  }

  @Test("A value that is given itself is left alone, and a file on a base has an opening of its own")
  func given() throws {
    #expect(try ratio(["opening.children.childInNeed=50", "\(path)=3"]) == 3)
    #expect(
      try ratio(["opening.children.childInNeed=50", "workforce.teams.protection.referenceLoad=8"]) == 1)
    let own = town.replacing("childInNeed: 100", with: "childInNeed: 50")
    #expect(try ratio([], own) == 1)
  }

  @Test("Children added at the start leave the number from which the council's own demand is counted")
  func purchases() throws {
    let text = """
      opening: { children: { lookedAfter: 100 } }
      money: { market: { ownElasticity: { inHouseFostering: 0.1 } } }

      """
    let read = try reader.read(text: text, name: "town.yaml", sets: ["opening.children.lookedAfter=125"])
    #expect(read.parameters.money.market.openingRatio[.inHouseFostering] == 0.8)
  }

  @Test("A variation of a checked scenario keeps it too, and names itself by what is varied alone")
  func variations() throws {
    let scenario = try reader.read(text: town, name: "town.yaml")
    let posts = "workforce.teams.protection.posts.socialWorker"
    let varied = ScenarioVariation(scenario, varying: [posts]).variant([.whole(20)])
    #expect(abs(varied.parameters.workforce.teams[.protection].referenceRatio - 2) < 1e-12)
    let given = ScenarioVariation(scenario, varying: [posts, path]).variant([.whole(20), .number(1.5)])
    #expect(given.parameters.workforce.teams[.protection].referenceRatio == 1.5)
    let again = ScenarioVariation(scenario, varying: [posts]).variant([.whole(10)])
    #expect(again.parameters.workforce.teams[.protection].referenceRatio == 1)
  }
}
