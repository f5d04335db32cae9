import DiscreteEvents

/// Has the memory of those to whom something will happen next at hand by then: the people of a council are more than a
/// processor keeps close.
extension Service {
  @inline(__always)
  mutating func lookAhead() {
    // Who is named by somebody else is looked up one event after the one by whom he is named.
    if let last = events.foreseen(2), last.kind == .workCompleted {
      workers.prefetch(Int(last.entity), lines: 4)
    }
    if let later = events.foreseen(1) { prefetchChild(of: later) }
    if let next = events.foreseen(0), next.kind.isOfChild {
      let worker = Int(children[Int(next.entity)].worker)
      if worker >= 0 { workers.prefetch(worker, lines: 4) }
    }
  }

  @inline(__always)
  private mutating func prefetchChild(of event: ServiceEvent) {
    let entity = Int(event.entity)
    var child = -1
    if event.kind.isOfChild {
      child = entity
    } else if event.kind == .workCompleted {
      child = Int(workers[entity].firstDue)
    } else if event.kind == .deskTaskEnds, desks[entity].task >= 0 {
      let task = desks.task(desks[entity].task)
      if task.kind == .signOff { child = Int(task.entity) }
    }
    if child >= 0 { children.prefetch(child, lines: 2) }
  }
}
