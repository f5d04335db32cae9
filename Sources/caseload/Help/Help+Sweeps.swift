/// The verbs that run a sweep and put it together.
extension Help {
  static let sweep = """
    Every point is run on the same random numbers. The results of a point are stored as soon as it is finished, so that \
    nothing finished is lost whatever happens; sqlite3 and `caseload merge` may read the store at any time. At the end \
    there are results.csv (a row for each point and replication), summary.csv (a row for each point and output), \
    variance.csv (how much of each output's variance comes from what was varied, from uncertain inputs and from chance) \
    and results.sqlite.

    EXAMPLES
      caseload sweep S.yaml --vary demand.growthPerYear=0:0.10/6 \\
        --vary money.onCostShare=0.25,0.30 --reps 20
      caseload sweep S.yaml \\
        --zip pay: leaving.perYear.under2Years=0.16,0.14 \\
          money.salary.socialWorker=39000,41000
      caseload sweep S.yaml --sample lhs:200 --reps 20 --out Results/lhs
      # One of 16 machines:
      caseload sweep S.yaml --vary demand.growthPerYear=0:0.1:0.01 --shard 3/16
      caseload sweep S.yaml --vary demand.growthPerYear=0:0.1:0.01 \\
        --engine slurm --tasks 16
      caseload sweep S.yaml --vary demand.growthPerYear=0:0.1:0.01 --resume
      # Adds the replications that are missing:
      caseload sweep S.yaml --vary demand.growthPerYear=0:0.1:0.01 --resume \\
        --reps 400
      caseload sweep S.yaml --vary demand.growthPerYear=0,0.1 --reps 100 --twins 30

    Exit code 75 means that the sweep is unfinished: run the same command with --resume to continue it.
    """

  static let merge = """
    Writes results.csv, summary.csv, variance.csv and results.sqlite to the first folder, or to --out. Parts that are \
    still being computed may be merged at any time, as far as they have got. Parts of another design, or computed by \
    another version of the program, are refused. What an earlier merge put into results.sqlite and no part holds any \
    longer is kept, and said. Exit code 75 means that points are missing.

    EXAMPLES
      caseload merge Results/base-sweep
      caseload merge /scratch/here /scratch/there --out Results/both
    """
}
