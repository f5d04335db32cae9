import CProcess
import Foundation
import Synchronization

/// A parent process that does nothing but watch the one that works.
///
/// Whatever ends the worker (a trap in Swift or C, a stack that overflows, memory that runs out), the parent is still
/// there to say in words what happened, to remove what was left half-written, and to end with the right code. The number
/// of the process that people and schedulers know is the parent's: it passes on the signals that it gets.
enum Guard {
  /// Where the worker notes what the parent should know if it comes to a bad end.
  private static let notes = Mutex<(descriptor: Int32, said: Set<String>)>((-1, []))

  /// What is noted.
  enum Note: String {
    /// What is simulated: title, hash and files.
    case scenario
    /// A result or sweep that is read.
    case result
    /// A folder in which something is being made.
    case place
  }

  /// Signals by which the system says that a program is wrong.
  static let traps = [SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV, SIGSYS]

  /// Parts this process in two. Only the worker returns; so does the one process there is where there can be no second.
  ///
  /// Call it first of all, while there is one thread.
  static func stand() {
    var all = sigset_t()
    var before = sigset_t()
    sigfillset(&all)
    // What stops a process for a while stops the parent as it does the worker.
    for number in [SIGTSTP, SIGTTIN, SIGTTOU, SIGCONT] { sigdelset(&all, number) }
    var ends: [Int32] = [-1, -1]
    guard caseload_pipe(&ends) == 0 else { return }
    pthread_sigmask(SIG_BLOCK, &all, &before)
    // The runtime would describe a trap that was sent and then go on, where it was told to describe any.
    for number in traps { signal(number, SIG_DFL) }
    let child = caseload_fork()
    if child > 0 { watch(child, notes: ends[0]) }
    pthread_sigmask(SIG_SETMASK, &before, nil)
    guard child == 0 else { return }
    close(ends[0])
    notes.withLock { $0.descriptor = ends[1] }
  }

  /// Notes something for the parent, once.
  static func note(_ kind: Note, _ text: String) {
    let line = "\(kind.rawValue)\t\(text.replacing("\n", with: " "))\n"
    notes.withLock { notes in
      guard notes.descriptor >= 0, line.utf8.count < 4096, notes.said.insert(line).inserted else { return }
      // A full pipe refuses: what is known by then is enough.
      _ = Array(line.utf8).withUnsafeBytes { write(notes.descriptor, $0.baseAddress, $0.count) }
    }
  }

  /// Seconds within which two signals of a kind are one that was sent twice: to the process and to its group.
  static let echo = 0.02

  /// Passes on signals until the worker has ended, and ends as it did.
  private static func watch(_ child: pid_t, notes: Int32) -> Never {
    var last: [Int32: Double] = [:]
    while true {
      var isSystem: Int32 = 0
      let number = caseload_next_signal(&isSystem)
      if number == SIGCHLD {
        var code: Int32 = 0
        switch caseload_state(child, &code) {
        case 0: continue
        case 1: _exit(code)
        default: end(killedBy: code, notes: read(notes))
        }
      }
      // What a terminal sends, it sends to the worker too.
      guard number > 0, isSystem == 0, ![SIGWINCH, SIGURG].contains(number) else { continue }
      let time = Usage.now.wall
      defer { last[number] = time }
      if let before = last[number], time - before < echo { continue }
      kill(child, number)
    }
  }

  private static func read(_ descriptor: Int32) -> [(kind: Note, text: String)] {
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = Foundation.read(descriptor, &bytes, bytes.count)
    return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self).split(separator: "\n").compactMap {
      let parts = $0.split(separator: "\t", maxSplits: 1)
      return parts.count == 2 ? Note(rawValue: String(parts[0])).map { ($0, String(parts[1])) } : nil
    }
  }

  private static func end(killedBy number: Int32, notes: [(kind: Note, text: String)]) -> Never {
    let report = CrashReport(signal: number, notes: notes)
    report.clear()
    if let words = report.words { Terminal.complain(words) }
    if report.isOurs { _exit(report.exitCode) }
    if number == SIGKILL { _exit(128 + number) }
    // Whoever waits is to see the same end: it tells an interrupt from a failure.
    var action = sigset_t()
    sigemptyset(&action)
    signal(number, SIG_DFL)
    var limit = rlimit(rlim_cur: 0, rlim_max: 0)
    setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &limit)
    kill(getpid(), number)
    pthread_sigmask(SIG_SETMASK, &action, nil)
    _exit(128 + number)
  }
}
