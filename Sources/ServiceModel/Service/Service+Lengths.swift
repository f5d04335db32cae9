/// How a dated change of lengths reaches the children who are in a stage already.
extension Service {
  /// Assessments take so many times as long from now on: what is left of each shrinks or grows with it, on whichever clock
  /// it runs. After a ratio of 0 nothing is left that could grow.
  mutating func rescaleAssessments(by ratio: Double) {
    guard ratio.isFinite else { return }
    for child in 0..<children.count
    where children[child].stage == .assessment && children[child].signOff == 0 {
      let isRunning = children[child].isPaced || children[child].endsAt != .never
      if children[child].isPaced {
        stopPace(child, Int(children[child].worker))
      } else {
        keepRemaining(child)
      }
      let left = Double(children[child].remaining) * ratio
      children[child].remaining = left < 1e15 ? Int64(left.rounded()) : Int64(1e15)
      if isRunning { startClock(child) }
    }
  }
}
