import Testing

@testable import ServiceModel

@Suite("Places that are found at once")
struct PlaceSetTests {
  @Test(
    "The next one agrees with a plain scan, whatever comes and goes", arguments: [1, 5, 64, 65, 200, 5_000])
  func next(places: Int) {
    var numbers = TestNumbers(UInt64(places))
    var set = PlaceSet()
    var plain = Array(repeating: false, count: places)
    for _ in 0..<600 {
      let place = numbers.whole(0...(places - 1))
      let isMember = numbers.chance(0.4)
      set.set(place, isMember)
      plain[place] = isMember
      #expect(set.count == plain.count { $0 } && set.contains(place) == isMember)
      let first = numbers.whole(0...(places - 1))
      let end = numbers.whole(first...places)
      #expect(set.first(in: first..<end) == (first..<end).first { plain[$0] })
      #expect(set.first(from: first) == (first..<places).first { plain[$0] })
      guard first < end else { continue }
      let from = numbers.whole(first...(end - 1))
      let round = Array((from + 1)..<max(from + 1, end)) + Array(first..<from)
      #expect(set.next(after: from, roundIn: first..<end) == round.first { plain[$0] })
    }
    set.removeAll()
    #expect(set.count == 0 && set.first(from: 0) == nil)
  }

  @Test("What is added and taken away again in another order leaves exactly nothing")
  func exact() {
    var numbers = TestNumbers(7)
    for _ in 0..<200 {
      let parts = (0..<numbers.whole(1...40)).map { _ in numbers.chance(0.5) ? 0.1 : numbers.uniform(0.05...1)
      }
      var (sum, plain) = (ExactAmount.zero, 0.0)
      for part in parts {
        sum += part
        plain += part
      }
      #expect(abs(sum.value - plain) < 1e-7)
      for part in parts.shuffled(using: &numbers) { sum -= part }
      #expect(sum.isEmpty && sum.value == 0)
    }
  }
}
