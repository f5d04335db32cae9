import Testing

@testable import ScenarioFiles

@Suite("The hash says whether two scenarios mean the same run")
struct HashTests {
  private let first = """
    scenario: One
    run: { seed: 5, replications: 99 }
    demand: { referralsPerYear: { value: 3100, uncertain: [3000, 3200], source: A } }
    """

  @Test("Order, comments, titles, sources and spelling of numbers do not matter")
  func same() throws {
    let second = """
      # a comment
      demand: { referralsPerYear: { source: B, uncertain: { high: 3.2e3, low: 3000 }, value: 3100.0 } }
      run:
        replications: 99  # more
        seed: 5
        starts: 2015-04-01
      """
    #expect(try read(first).hash == read(second).hash)
    #expect(try read(first).hash == read(first).hash)
    #expect(try read(first).hash.count == 64)
    #expect(try read(first).canonicalJSON == read(second).canonicalJSON)
    #expect(try read("scenario: x").hash == read("question: y").hash)
  }

  @Test("Values, uncertainty and the model's version do")
  func different() throws {
    let other = ScenarioReader<Town>(modelVersion: "2")
    let texts = [
      first, first.replacing("seed: 5", with: "seed: 6"), first.replacing("3200", with: "3201"),
      first.replacing("uncertain: [3000, 3200], ", with: ""),
    ]
    var hashes = Set(try texts.map { try read($0).hash })
    hashes.insert(try other.read(text: first, name: "town.yaml").hash)
    #expect(hashes.count == 5)
  }

  @Test("The canonical text is sorted JSON without spaces")
  func canonical() throws {
    #expect(
      try read("demand: { referralsPerYear: { uncertain: [2000, 4000.5] } }").canonicalJSON == """
        {"modelVersion":"1","parameters":{"demand.byMonth":[1,2,3],"demand.referralsPerYear":3000,\
        "demand.shareAway":0.25,"demand.shareHome":0.75,"levers.isOpen":true,"levers.payment.hazardRatio":1,\
        "levers.payment.pounds":0,"levers.style":"careful","run.ends":"2025-03-31","run.replications":200,\
        "run.seed":1,"run.starts":"2015-04-01"},"uncertain":{"demand.referralsPerYear":{"family":"pert",\
        "high":4000.5,"low":2000,"mode":3000}}}
        """)
  }

  @Test("SHA-256 is SHA-256")
  func digest() {
    #expect(Fingerprint.sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(Fingerprint.sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
  }
}
