import Synchronization

/// A value that several threads add to.
package final class Shared<Value: Sendable>: Sendable {
  private let state: Mutex<Value>

  package init(_ value: Value) { state = Mutex(value) }

  /// The value as it is now.
  package var value: Value { state.withLock { $0 } }

  /// Changes the value, one caller at a time, and returns what comes of it.
  @discardableResult
  package func change<Result: Sendable>(_ body: (inout Value) throws -> Result) rethrows -> Result {
    try state.withLock { try body(&$0) }
  }
}
