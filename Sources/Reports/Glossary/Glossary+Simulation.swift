extension Glossary {
  static let simulation = Chapter(
    title: "Simulation",
    entries: [
      Entry(
        "simulated future", also: "replication",
        is:
          "One run through all the years of a scenario, with its own chance events and its own draw of what is uncertain. A result has many."
      ),
      Entry(
        "8 in 10 simulated futures", also: "80% range", "P10 to P90",
        is:
          "The range between the value that 1 in 10 simulated futures stay below and the value that 1 in 10 exceed. It holds chance and the uncertainty that the scenario states, and nothing else."
      ),
      Entry(
        "median", also: "P50",
        is: "The value that half of the simulated futures stay below. It is not the most likely course."),
      Entry(
        "P80",
        is: "The value that 8 in 10 simulated futures stay within. Often used to plan money with some safety."
      ),
      Entry(
        "95% interval", also: "confidence interval",
        is:
          "Where a mean, a share or a difference lies, as far as the number of simulated futures can tell: more of them make it narrower. It is not the range of what may happen."
      ),
      Entry(
        "not told apart",
        is: "A difference whose 95% interval holds zero: the simulated futures cannot tell it from none."),
      Entry(
        "scenario",
        is:
          "A text file that describes a council, its start and its rules, each value with its source and, where stated, its uncertainty."
      ),
      Entry(
        "base", is: "The scenario on which another stands, or with which overlays are compared."),
      Entry(
        "overlay", is: "A file in the form of a scenario that holds only what changes."),
      Entry(
        "lever", is: "A policy that can be switched on from a date, such as a retention payment."),
      Entry(
        "shock", is: "Something that happens to the service from a date, such as a surge in demand."),
      Entry(
        "response",
        is: "What management does by itself when a limit is crossed, such as asking for overtime."),
      Entry(
        "source",
        is: "Where a value comes from: a publication, a derivation from one, a fit, or an assumption."),
      Entry(
        "assumption", is: "A value for which no figure was found. Replace it where you know better."),
      Entry(
        "uncertain input",
        is:
          "A value that is not known exactly: each simulated future draws its own from the stated distribution."
      ),
      Entry(
        "drift", is: "How rates, lengths, posts and prices move from year to year, nobody knows which way."),
      Entry(
        "seed",
        is:
          "The number from which all chance is drawn. The same scenario and seed give the same files, to the byte."
      ),
      Entry(
        "same futures", also: "common random numbers", "paired",
        is:
          "Two designs with one seed meet the same children and the same workers, so that a difference between them is their own and not chance's."
      ),
      Entry(
        "twin",
        is:
          "A simulated future with the inputs of another and chance of its own: tells the effects of the two apart."
      ),
      Entry(
        "data date",
        is: "The last day that the newest figure of a scenario describes. What comes later is a forecast."),
      Entry(
        "forecast",
        is:
          "A run of a council after its data date, moved and widened by what other councils' past forecasts say."
      ),
      Entry(
        "skill", also: "off by",
        is: "How far forecasts made as of past years have been from what came, on average over councils."),
      Entry(
        "as now", is: "The forecast that everything stays as it is: what a model has to beat."),
      Entry(
        "published beside simulated",
        is:
          "Figures published after the start of a run, and whether they lie inside the 80% range. About 8 in 10 should."
      ),
      Entry(
        "sweep", is: "A scenario run at many combinations of values."),
      Entry(
        "check", also: "balance",
        is:
          "What must hold at every month end: opening + in - out = closing. Where one does not, the program is at fault."
      ),
    ])
}
