import Foundation

/// What the machine, or whoever started the program, grants it too little of: the limits that `ulimit` sets.
enum MachineLimits {
  /// Of each limit what it is of, how `ulimit` sets it, below how much the program may fail, and the unit in which it is
  /// told.
  private static let all: [(name: String, option: String, resource: UInt32, least: UInt64, unit: UInt64)] = [
    ("open files", "-n", RLIMIT_NOFILE.rawValue, 32, 1),
    ("kilobytes of memory", "-v", RLIMIT_AS.rawValue, 1 << 30, 1024),
    ("kilobytes of data", "-d", RLIMIT_DATA.rawValue, 1 << 30, 1024),
    ("kilobytes of stack", "-s", RLIMIT_STACK.rawValue, 1 << 20, 1024),
  ]

  /// The limits that are below what the program needs, in words; empty where there are none.
  static var low: [String] {
    all.compactMap { limit -> String? in
      var found = rlimit()
      guard getrlimit(__rlimit_resource_t(limit.resource), &found) == 0, found.rlim_cur < limit.least
      else { return nil }
      let granted = UInt64(found.rlim_cur) / limit.unit
      return "\(granted) \(limit.name) (ulimit \(limit.option) \(granted))"
    }
  }
}
