/// Pieces of work that several cores share. What comes of them depends on the pieces alone, not on how many cores there
/// are.
package struct Crew<Item: Sendable>: Sendable {
  /// In the order in which they are taken; a core does the items of a piece one after another.
  let pieces: [[Item]]
  /// Cores that work at one time.
  let jobs: Int

  package init(pieces: [[Item]], jobs: Int) { (self.pieces, self.jobs) = (pieces, jobs) }

  /// Does all items, or those in hand where the task is cancelled.
  ///
  /// - Parameters:
  ///   - start: what there is before the first item is done.
  ///   - worker: makes what does the items on one core; nil for one that it gave up because that took too long
  ///     after the task was cancelled.
  ///   - enter: adds what came of an item. Called from any thread, one call at a time.
  @discardableResult
  package func run<Sum: Sendable, Outcome>(
    from start: Sum, _ worker: @escaping @Sendable () -> (Item) -> Outcome?,
    enter: @escaping @Sendable (inout Sum, Item, Outcome) -> Void
  ) async -> Sum {
    let (next, sum) = (Shared(0), Shared(start))
    let pieces = pieces
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<min(max(1, jobs), pieces.count) {
        group.addTask {
          let work = worker()
          while !Task.isCancelled {
            let place = next.change { next in
              defer { next += 1 }
              return next
            }
            guard place < pieces.count else { return }
            for item in pieces[place] where !Task.isCancelled {
              guard let outcome = work(item) else { return }
              sum.change { enter(&$0, item, outcome) }
            }
          }
        }
      }
    }
    return sum.value
  }
}
