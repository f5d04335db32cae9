extension Glossary {
  static let money = Chapter(
    title: "Money",
    entries: [
      Entry(
        "nominal", also: "cash",
        is: "Pounds as they are paid in the year, with that year's prices. A budget is nominal."),
      Entry(
        "real",
        is: "Pounds at the prices of one stated year: what is left when general inflation is taken out."),
      Entry("financial year", is: "1 April to 31 March, written 2024-25."),
      Entry(
        "budget line", also: "heading", is: "What a sum is spent on; a heading is several lines together."),
      Entry(
        "contingency",
        is: "P80 less the median: what to hold back so that 8 in 10 simulated futures stay within."),
      Entry(
        "cost of growth",
        is:
          "What placements and other services for children looked after cost beyond a flat number of children at the first year's prices, raised by general inflation."
      ),
      Entry(
        "cashable",
        is: "The part of a saving below the first year's cost raised by general inflation: a budget holds it."
      ),
      Entry(
        "avoidance", is: "The part of a saving above that: growth that does not come. No budget holds it."),
      Entry(
        "present value", is: "Real sums of later years, discounted to the first at the Green Book's rates."),
      Entry(
        "payback", is: "The month end from which, on average, no more has been spent than without the policy."
      ),
      Entry(
        "net cost of a leaver avoided",
        is: "What a policy changes in the whole cost, for each FTE who does not leave."),
    ])

  static let risk = Chapter(
    title: "Risk",
    entries: [
      Entry(
        "register",
        is: "A file of risks: what counts as the event, what it costs, its controls and its owner."),
      Entry("profile", is: "The bands of likelihood and impact and the colours of a council's risk matrix."),
      Entry("likelihood", is: "The share of simulated futures with the event within the register's horizon."),
      Entry("impact", is: "How bad the event is, in the worst of its dimensions."),
      Entry("gross", is: "As it would be without the risk's controls."),
      Entry("net", is: "As it stands, with the controls that there are."),
      Entry("target", is: "As it would be once the planned actions work."),
      Entry("control", is: "What already lowers a risk; its worth is what taking it away would add."),
      Entry(
        "early warning",
        is: "An indicator that crosses a level some months before the event, more often than by chance."),
      Entry(
        "reverse stress", is: "The smallest worsening of a driver that makes the event more likely than not."),
      Entry("velocity", is: "Months to the event, in the middle of the simulated futures that have it."),
      Entry(
        "direction of travel",
        is: "Up or down since an earlier result, where the difference is more than chance."),
    ])
}
