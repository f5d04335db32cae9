extension FutureEventList {
  /// Adds an event that happens before `nearEnd`.
  @inlinable @inline(__always)
  mutating func insertNear(_ node: EventNode<Action>) {
    if runCount < Self.shortRun { return putInRun(node) }
    if heap.hasRoom || makeRoom() {
      heap.insert(node.order, node.action)
    } else {
      wheel.insert(node)
    }
  }

  /// Puts an event in its place in the run, which has room.
  @inlinable @inline(__always)
  mutating func putInRun(_ node: EventNode<Action>) {
    var place = runCount
    while place > 0, run[place &- 1].order.precedes(node.order) {
      run[place] = run[place &- 1]
      place &-= 1
    }
    run[place] = node
    runCount &+= 1
  }

  /// Makes room in a heap that is full, and tells whether the next event is still near: when every event was, all of them
  /// are spread over the wheels instead, and none is near until a bucket is opened.
  @inlinable @inline(never)
  mutating func makeRoom() -> Bool {
    if nearEnd != .max {
      heap.grow()
      return true
    }
    wheel.base = EventOrder.shift(clock.seconds)
    while let event = heap.takeLast() { wheel.insert(EventNode(order: event.order, action: event.action)) }
    for place in 0..<runCount { wheel.insert(run[place]) }
    runCount = 0
    heap.limit(to: nil)
    nearEnd = wheel.base
    return false
  }

  /// Brings the events of the wheels' next bucket near. None is near now, and the wheels have some.
  @inlinable @inline(never)
  mutating func openBucket() {
    if count <= Self.fewEvents { return bringAll() }
    while true {
      let bucket = wheel.removeFirstBucket()
      wheel.base = bucket.start
      if bucket.count <= Self.runRoom {
        nearEnd = bucket.end
        return sortIntoRun(bucket)
      }
      if bucket.level == 0 {
        // Many events within a bucket of the narrowest wheel, perhaps within one second: a heap orders them.
        nearEnd = bucket.end
        var index = bucket.first
        for _ in 0..<bucket.count {
          let node = wheel.release(&index)
          if !heap.hasRoom { heap.grow() }
          heap.insert(node.order, node.action)
        }
        return
      }
      wheel.deal(bucket)
    }
  }

  /// Makes a bucket's events, at most `runRoom`, the run, which is empty: each goes to the place that is the number of
  /// events after it, which is counted without a branch.
  @inlinable @inline(__always)
  mutating func sortIntoRun(_ bucket: EventWheel<Action>.Bucket) {
    var index = bucket.first
    let count = Int(truncatingIfNeeded: bucket.count)
    for number in 0..<count {
      let node = wheel.release(&index)
      unsorted[number] = node
      var later = 0
      for other in 0..<number {
        let first = node.order.before(unsorted[other].order)
        later &+= first
        places[other] &+= 1 &- first
      }
      places[number] = later
    }
    for number in 0..<count { run[places[number]] = unsorted[number] }
    runCount = count
  }

  /// Brings all events near, few as they are.
  @inlinable
  mutating func bringAll() {
    while wheel.levels != 0 {
      let bucket = wheel.removeFirstBucket()
      var index = bucket.first
      for _ in 0..<bucket.count { putInRun(wheel.release(&index)) }
    }
    heap.limit(to: Self.heapAlone)
    nearEnd = .max
  }
}
