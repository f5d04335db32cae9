import Foundation

/// A real Slurm on this machine alone: its own key, ports and folders, no service of the system touched.
final class SmallCluster {
  /// Why it could not be started, with what its daemons said.
  struct Failure: Error, CustomStringConvertible { let description: String }

  private let folder: String
  let environment: [String: String]

  /// Starts the daemons and waits until the one node is idle.
  ///
  /// - Parameter settings: further lines of its configuration.
  init(in folder: String, cores: Int, settings more: String = "") throws {
    self.folder = folder
    environment = ["SLURM_CONF": folder + "/slurm.conf"]
    for tool in ["munged", "slurmctld", "slurmd", "sbatch", "squeue", "sinfo"]
    where SmallCluster.find(tool) == nil {
      throw Failure(description: "There is no \(tool) here: .ci/setup-tests installs it.")
    }
    for name in ["munge", "state", "spool", "log"] {
      try FileManager.default.createDirectory(atPath: "\(folder)/\(name)", withIntermediateDirectories: true)
    }
    var key = Data(count: 128)
    for place in key.indices { key[place] = UInt8.random(in: 0...255) }
    try key.write(to: URL(fileURLWithPath: folder + "/munge/key"))
    _ = chmod(folder + "/munge/key", 0o400)
    let host = String(ProcessInfo.processInfo.hostName.prefix { $0 != "." })
    // Any two numbers in a row: another cluster may just be giving up its own.
    let port = 20_000 + 2 * Int.random(in: 0..<6_000)
    try (settings(host, port, cores) + more + "\n").write(
      toFile: folder + "/slurm.conf", atomically: true, encoding: .utf8)
    try start(
      "munged",
      [
        "--force", "--key-file=\(folder)/munge/key", "--socket=\(folder)/munge/socket",
        "--pid-file=\(folder)/munge/pid",
        "--log-file=\(folder)/munge/log", "--seed-file=\(folder)/munge/seed",
      ])
    try start("slurmctld", [])
    try start("slurmd", ["-N", host])
    for _ in 0..<150 {
      if output("sinfo", ["-h", "-o", "%T"]).contains("idle") { return }
      Thread.sleep(forTimeInterval: 0.2)
    }
    let said = (try? String(contentsOfFile: folder + "/log/slurmd.log", encoding: .utf8)) ?? ""
    stop()
    throw Failure(description: "The node of the small cluster did not become idle. \(said.suffix(800))")
  }

  deinit { stop() }

  private func settings(_ host: String, _ port: Int, _ cores: Int) -> String {
    """
    ClusterName=small
    SlurmctldHost=\(host)(127.0.0.1)
    SlurmUser=root
    SlurmdUser=root
    AuthType=auth/munge
    AuthInfo=socket=\(folder)/munge/socket
    CredType=cred/munge
    SlurmctldPort=\(port)
    StateSaveLocation=\(folder)/state
    SlurmdSpoolDir=\(folder)/spool
    SlurmctldPidFile=\(folder)/slurmctld.pid
    SlurmdPidFile=\(folder)/slurmd.pid
    SlurmctldLogFile=\(folder)/log/slurmctld.log
    SlurmdLogFile=\(folder)/log/slurmd.log
    ProctrackType=proctrack/linuxproc
    TaskPlugin=task/none
    SelectType=select/cons_tres
    SelectTypeParameters=CR_CPU
    SchedulerType=sched/builtin
    SchedulerParameters=sched_interval=2,batch_sched_delay=0
    JobAcctGatherType=jobacct_gather/none
    AccountingStorageType=accounting_storage/none
    MpiDefault=none
    SwitchType=switch/none
    ReturnToService=2
    KillWait=5
    MinJobAge=300
    RequeueExit=75
    SlurmdParameters=config_overrides
    NodeName=\(host) NodeAddr=127.0.0.1 Port=\(port + 1) CPUs=\(cores) State=UNKNOWN
    PartitionName=main Nodes=ALL Default=YES MaxTime=INFINITE State=UP

    """
  }

  private func start(_ tool: String, _ words: [String]) throws {
    let log = "\(folder)/log/\(tool).said"
    let code = run(tool, words, into: log)
    guard code == 0 else {
      let said = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
      stop()
      throw Failure(description: "\(tool) did not start (exit code \(code)). \(said.suffix(800))")
    }
  }

  private func output(_ tool: String, _ words: [String]) -> String {
    let log = "\(folder)/log/\(tool).said"
    _ = run(tool, words, into: log)
    return (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
  }

  /// Runs a tool to its end and returns its exit code.
  ///
  /// Not by Foundation's `Process`: that takes a program for running as long as a daemon which it left behind keeps a
  /// descriptor that both inherited.
  private func run(_ tool: String, _ words: [String], into log: String) -> Int32 {
    guard let path = SmallCluster.find(tool) else { return 127 }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, log, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    posix_spawn_file_actions_adddup2(&actions, 1, 2)
    let variables = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    var arguments: [UnsafeMutablePointer<CChar>?] = ([path] + words).map { strdup($0) } + [nil]
    var settings: [UnsafeMutablePointer<CChar>?] = variables.map { strdup("\($0)=\($1)") } + [nil]
    defer { for text in arguments + settings { free(text) } }
    var child = pid_t()
    guard posix_spawn(&child, path, &actions, nil, &arguments, &settings) == 0 else { return 127 }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 { if errno != EINTR { return 127 } }
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
  }

  /// Ends the daemons by their own numbers.
  private func stop() {
    for name in ["slurmd.pid", "slurmctld.pid", "munge/pid"] {
      guard let text = try? String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8),
        let number = Int32(text.trimmingCharacters(in: .whitespacesAndNewlines)), number > 1
      else { continue }
      kill(number, SIGTERM)
      for _ in 0..<50 where kill(number, 0) == 0 { Thread.sleep(forTimeInterval: 0.1) }
    }
  }

  static func find(_ tool: String) -> String? {
    ["/usr/bin", "/usr/sbin", "/usr/local/bin", "/bin", "/sbin"].map { "\($0)/\(tool)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }
}
