import DiscreteEvents
import Testing

@Suite("Streams stand apart")
struct StreamIndependenceTests {
  @Test("Draws for one purpose shift no other, in whatever order streams are asked for")
  func anyOrder() {
    let names = (0..<4).flatMap { purpose in
      (0..<25).map { entity in
        StreamName(seed: 9, replication: 3, purpose: UInt32(purpose), entity: UInt64(entity))
      }
    }
    let alone = names.map { $0.words(5) }
    let streams = RandomStreams(seed: 9, replication: 3)
    for index in names.indices.reversed() {
      let name = names[index]
      // Draws of a varying number from another stream in between.
      let other = streams.stream(1_000, entity: UInt64(index))
      for _ in 0..<(index % 7) { _ = other.exponential(mean: 1) }
      let stream = streams.stream(name.purpose, entity: name.entity)
      #expect((0..<5).map { _ in stream.word() } == alone[index])
    }
  }

  @Test("Asking again begins again")
  func again() {
    let streams = RandomStreams(seed: 4, replication: 4)
    let first = streams.stream(2, entity: 11).uniform()
    _ = streams.stream(2, entity: 12).uniform()
    #expect(streams.stream(2, entity: 11).uniform() == first)
    #expect(streams.stream(2, entity: 11, occurrence: 1).uniform() != first)
  }

  @Test("Re-keyed streams are those of the other replication")
  func rekeyed() {
    var streams = RandomStreams(seed: 1, replication: 1)
    let other = streams.stream(3, entity: 5)
    _ = other.uniform()
    streams.rekey(seed: 8, replication: 2)
    let stream = streams.stream(3, entity: 5)
    let name = StreamName(seed: 8, replication: 2, purpose: 3, entity: 5)
    #expect((0..<9).map { _ in stream.word() } == name.words(9))
  }

  /// One word of the name runs through neighbouring values, as they do in a run: the first draws must look like
  /// independent uniforms. Pinned seed; Kolmogorov-Smirnov at 1 in 1,000, correlation within 3.3 standard errors.
  @Test("First draws of neighbouring streams are uniform and uncorrelated", arguments: 0..<5)
  func neighbours(word: Int) {
    let firsts = (0..<20_000).map { (index: UInt64) -> Double in
      var name = StreamName(seed: 2015)
      switch word {
      case 0: name.seed = index
      case 1: name.replication = index
      case 2: name.purpose = UInt32(index)
      case 3: name.entity = index
      default: name.occurrence = UInt32(index)
      }
      return Double(name.words(1)[0] >> 11) * 0x1p-53
    }
    #expect(kolmogorovSmirnov(firsts) { $0 } < 1.95)
    let products = zip(firsts, firsts.dropFirst()).map { ($0 - 0.5) * ($1 - 0.5) * 12 }
    let correlation = products.reduce(0, +) / Double(products.count)
    #expect(abs(correlation) * Double(products.count).squareRoot() < 3.3)
  }

  @Test("A certain or an impossible event takes one uniform too")
  func bernoulliTakesOne() {
    for p in [0, 0.3, 1] {
      let streams = RandomStreams(seed: 2, replication: 0)
      let stream = streams.stream(0, entity: 0)
      let happened = (0..<100).map { _ in stream.bernoulli(p) }
      if p == 0 { #expect(!happened.contains(true)) }
      if p == 1 { #expect(!happened.contains(false)) }
      #expect(stream.word() == StreamName(seed: 2).words(101)[100])
    }
  }
}
