public import CRandomStreams

/// Memory of large tables of plain values.
public enum FlatMemory {
  /// Memory for that many elements (0 or more), not initialised, that begins at a cache line; much of it stands in large
  /// pages where the system has them. Give it back with `free`.
  ///
  /// - Complexity: constant.
  @inlinable
  public static func allocate<Element: BitwiseCopyable>(
    _ capacity: Int, of type: Element.Type = Element.self
  ) -> UnsafeMutablePointer<Element> {
    precondition(
      MemoryLayout<Element>.alignment <= 64, "A cache line is aligned enough for every plain value.")
    guard let memory = caseload_allocate(max(capacity, 1) * MemoryLayout<Element>.stride) else {
      preconditionFailure("There is no memory for \(capacity) elements.")
    }
    return memory.bindMemory(to: Element.self, capacity: capacity)
  }

  /// Gives back memory that `allocate` gave.
  @inlinable
  public static func free(_ memory: UnsafeMutablePointer<some BitwiseCopyable>) { caseload_free(memory) }

  /// Asks for the cache line at an address, which will soon be read and changed. Changes nothing; the address may be any.
  @inlinable @inline(__always)
  public static func prefetch(_ address: UnsafeRawPointer) { caseload_prefetch(address) }
}
