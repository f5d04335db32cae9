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
        return pour(bucket)
      }
      wheel.deal(bucket)
    }
  }

  /// Puts a bucket's events, however many, into the heap.
  @inlinable
  mutating func pour(_ bucket: EventWheel<Action>.Bucket) {
    var bucket = bucket
    while bucket.count > 0 {
      let block = wheel.lastBlock(of: bucket)
      wheel.releaseBlock(of: &bucket, events: block.count)
      for node in block {
        if !heap.hasRoom { heap.grow() }
        heap.insert(node.order, node.action)
      }
    }
  }

  /// Makes a bucket's events, at most `runRoom`, the run, which is empty: each goes to the place that is the number of
  /// events after it, which is counted without a branch.
  @inlinable @inline(__always)
  mutating func sortIntoRun(_ bucket: EventWheel<Action>.Bucket) {
    var bucket = bucket
    var number = 0
    while bucket.count > 0 {
      let block = wheel.lastBlock(of: bucket)
      wheel.releaseBlock(of: &bucket, events: block.count)
      for node in block {
        unsorted[number] = node
        var later = 0
        for other in 0..<number {
          let first = node.order.before(unsorted[other].order)
          later &+= first
          places[other] &+= 1 &- first
        }
        places[number] = later
        number &+= 1
      }
    }
    for event in 0..<number { run[places[event]] = unsorted[event] }
    runCount = number
  }

  /// Brings all events near, few as they are.
  @inlinable
  mutating func bringAll() {
    while wheel.levels != 0 {
      var bucket = wheel.removeFirstBucket()
      while bucket.count > 0 {
        let block = wheel.lastBlock(of: bucket)
        wheel.releaseBlock(of: &bucket, events: block.count)
        for node in block { putInRun(node) }
      }
    }
    heap.limit(to: Self.heapAlone)
    nearEnd = .max
  }

  /// What will happen so many events from now, as far as is known: nil when it is not. Something else may come before.
  /// For a model that wants to have the entity's memory at hand by then.
  @inlinable @inline(__always)
  public func foreseen(_ ahead: Int) -> Action? {
    let place = runCount &- 1 &- ahead
    return place >= 0 ? run[place].action : nil
  }
}
