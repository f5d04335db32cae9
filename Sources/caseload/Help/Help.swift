/// What `--help` says of the command and of each verb, below its first line. The verbs hold only what they take.
enum Help {
  static let command = """
    One scenario file describes a council. `run` simulates it many times and reports what is likely, what it costs and \
    how certain that is.

    A path that begins with Scenarios/ and is not here is that of a file that comes with the program.

    EXAMPLES
      caseload run Scenarios/cheshire-east-2015.yaml
      caseload run Scenarios/cheshire-east-2015.yaml \\
        --set demand.growthPerYear=0.03 --out Results/growth
      caseload compare Scenarios/cheshire-east-2015.yaml retention.yaml --reps 100
      caseload sweep Scenarios/cheshire-east-2015.yaml \\
        --vary demand.growthPerYear=0:0.05/6 --reps 20
      caseload explain Scenarios/cheshire-east-2015.yaml leaving.caseloadElasticity
      caseload trace Scenarios/cheshire-east-2015.yaml --child 2500
      caseload diff Results/cheshire-east-2015 Results/growth
      caseload report Results/cheshire-east-2015 --xlsx

    EXIT CODES
      0 done; 1 a check failed; 64 the command was used wrongly; 65 the scenario or the data is invalid; 66 an input \
    does not exist; 69 a program that is needed is not installed; 70 an error in caseload itself; 71 the machine allows it too few files or too little memory; 73 the output cannot \
    be created; 74 an input/output error, or the disk is full; 75 unfinished: run it again to resume; 76 Slurm \
    refused the job; 129, 130 and 143 interrupted (a lost connection, Ctrl-C, a request to end), with the results so \
    far written, and 131 stopped at once (Ctrl-\\); 141 the reader of a pipe went away.
    """
}
