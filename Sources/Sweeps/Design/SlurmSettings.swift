/// What Slurm says of its own settings.
package enum SlurmSettings {
  /// `MaxArraySize` in the answer of `scontrol show config`: one more than the largest number of a task.
  package static func maxArraySize(_ answer: String) -> Int? {
    for line in answer.split(separator: "\n") {
      let parts = line.split(separator: "=").map { $0.filter { !$0.isWhitespace } }
      if parts.count == 2, parts[0] == "MaxArraySize" { return Int(parts[1]) }
    }
    return nil
  }
}
