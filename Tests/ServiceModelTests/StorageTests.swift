import DiscreteEvents
import Statistics
import Testing

@testable import ServiceModel

@Suite("Storage: the least loaded, the list, the store")
struct StorageTests {
  @Test("The least loaded agrees with a plain scan", arguments: [1, 2, 3, 7, 8, 9, 33, 64, 65, 600])
  func leastLoaded(leaves: Int) {
    var numbers = TestNumbers(UInt64(leaves))
    var tree = LeastLoaded(leaves: leaves)
    var plain = Array(repeating: Double.infinity, count: leaves)
    #expect(tree.least == nil)
    for step in 0..<2_000 {
      let leaf = numbers.whole(0...(leaves - 1))
      // Few different loads, so that ties are common; sometimes the post closes.
      let load = numbers.chance(0.2) ? Double.infinity : Double(numbers.whole(0...4))
      tree.set(leaf, load: load)
      plain[leaf] = load
      let least = plain.min() ?? .infinity
      let wanted = least == .infinity ? nil : plain.firstIndex(of: least)
      #expect(tree.least == wanted)
      if step == 1_000 {
        tree.removeAll()
        plain = Array(repeating: .infinity, count: leaves)
        #expect(tree.least == nil)
      }
    }
  }

  @Test(
    "Quantiles of a month and of a year agree with records put in order at once",
    arguments: [0.0, 0.5, 0.9, 1.0])
  func records(p: Double) {
    var numbers = TestNumbers(11)
    var records = Records()
    var year: [Double] = []
    for month in 0..<12 {
      // The fifth month has none; waits of nothing are many.
      let some = month == 4 ? 0 : numbers.whole(1...40)
      let added = (0..<some).map { _ in numbers.chance(0.4) ? 0 : Double(numbers.whole(1...9)) / 4 }
      for record in added { records.add(record) }
      year += added
      let (inMonth, inYear) = records.quantile(p)
      #expect(records.quantile(p).year == inYear, "A second question closes the month again.")
      records.forget(Month(index: month, end: .zero, days: 30, financialYear: 0, endsYear: false))
      if added.isEmpty {
        #expect(inMonth.isNaN)
      } else {
        #expect(inMonth == Sample.quantiles(added, [p])[0])
      }
      #expect(inYear == Sample.quantiles(year, [p])[0])
    }
    records.forget(.opening)
    #expect(records.quantile(p).year.isNaN)
  }

  @Test("A child is four whole cache lines, and a store begins at one")
  func cacheLines() {
    #expect(MemoryLayout<Child>.stride == 256)
    for room in [4, 100, 20_000] {
      let memory = FlatMemory.allocate(room, of: Child.self)
      #expect(UInt(bitPattern: memory) % 64 == 0)
      memory[room - 1] = Child(key: 7, birthDay: -1)
      #expect(memory[room - 1].key == 7)
      FlatMemory.free(memory)
    }
  }

  @Test("The unallocated list agrees with sixteen plain lines")
  func unallocated() {
    var numbers = TestNumbers(5)
    var children = Store<Child>(reserving: 4)
    for child in 0..<300 { children.append(Child(key: UInt64(child), birthDay: 0)) }
    var list = UnallocatedList()
    var plain = Array(repeating: [Int](), count: UnallocatedList.lines)
    var free = Array(0..<300)
    #expect(list.isEmpty && list.first == nil)
    for _ in 0..<5_000 {
      if numbers.chance(0.52), !free.isEmpty {
        let child = free.remove(at: numbers.whole(0...(free.count - 1)))
        let line = UnallocatedList.line(priority: numbers.whole(0...7), hadWorker: numbers.chance(0.3))
        #expect(list.hasAheadOf(line: line) == plain[...line].contains { !$0.isEmpty })
        list.append(child, line: line, in: &children)
        plain[line].append(child)
      } else if let line = plain.indices.filter({ !plain[$0].isEmpty }).randomElement(using: &numbers) {
        let child = plain[line].remove(at: numbers.whole(0...(plain[line].count - 1)))
        list.remove(child, line: line, in: &children)
        free.append(child)
      }
      #expect(list.first == plain.first { !$0.isEmpty }?.first)
      #expect(list.count == plain.reduce(0) { $0 + $1.count })
      #expect(list.isEmpty == plain.allSatisfy(\.isEmpty))
    }
  }

  @Test("Within a priority, those whose worker left come first")
  func lines() {
    #expect(UnallocatedList.line(priority: 0, hadWorker: true) == 0)
    #expect(UnallocatedList.line(priority: 0, hadWorker: false) == 1)
    #expect(UnallocatedList.line(priority: 7, hadWorker: false) == UnallocatedList.lines - 1)
  }

  @Test("A store keeps what is put into it while it grows")
  func store() {
    var store = Store<Int>(reserving: 1)
    for number in 0..<1_000 { #expect(store.append(number * 3) == number) }
    #expect(store.count == 1_000)
    for number in 0..<1_000 { #expect(store[number] == number * 3) }
    store[500] = 1
    store[500] += 1
    #expect(store[500] == 2)
    store.removeLast()
    #expect(store.count == 999)
    store.removeAll()
    #expect(store.count == 0)
    #expect(store.append(8) == 0)
  }

  @Test("A caseload gives back what was put in, through moves, growth and reuse of its blocks")
  func caseloads() {
    var caseloads = Caseloads()
    var blocks = Array(repeating: CaseBlock(), count: 5)
    var wanted: [[Int32: Double]] = Array(repeating: [:], count: 5)
    var numbers = TestNumbers(7)
    for child in 0..<20_000 {
      let worker = numbers.whole(0...4)
      if numbers.chance(0.52) || blocks[worker].count == 0 {
        let place = caseloads.append(child, to: &blocks[worker])
        let end = Double(numbers.whole(0...1_000_000))
        caseloads.setWorkEnd(blocks[worker], Int(place), end)
        wanted[worker][Int32(child)] = end
      } else {
        let place = numbers.whole(0...(Int(blocks[worker].count) - 1))
        wanted[worker][caseloads[blocks[worker], place].child] = nil
        let last = caseloads[blocks[worker], Int(blocks[worker].count) - 1].child
        let moved = caseloads.remove(at: Int32(place), from: &blocks[worker])
        #expect(moved == (place == Int(blocks[worker].count) ? nil : last))
      }
      if child % 5_000 == 4_999 {
        while blocks[worker].count > 0 { _ = caseloads.remove(at: 0, from: &blocks[worker]) }
        caseloads.release(&blocks[worker])
        wanted[worker] = [:]
      }
    }
    for worker in 0..<5 {
      var found: [Int32: Double] = [:]
      for place in 0..<Int(blocks[worker].count) {
        let slot = caseloads[blocks[worker], place]
        found[slot.child] = slot.workEnd
      }
      #expect(found == wanted[worker])
      let first = caseloads.firstDue(in: blocks[worker]).map { caseloads[blocks[worker], $0].workEnd }
      #expect(first == wanted[worker].values.min())
    }
    #expect(wanted.contains { $0.count > 64 })
  }

  @Test("Looked-up powers of a load are the powers")
  func powers() {
    let powers = LoadPowers(exponent: 0.42)
    for load: Int32 in [0, 1, 250, 1_600, 4_095, 4_096, 90_000] {
      #expect(powers(load) == power(Double(load), 0.42))
    }
  }
}
