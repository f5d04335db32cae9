extension Glossary {
  static let service = Chapter(
    title: "Children and the service",
    entries: [
      Entry(
        "referral",
        is:
          "A request for services for a child without an open case. Each child of a family counts, each time."
      ),
      Entry("contact", is: "Anything said to the council about a child; some contacts become referrals."),
      Entry("front door", is: "The team that hears contacts and decides what follows."),
      Entry("early help", is: "Support to families below the threshold of social care."),
      Entry(
        "assessment",
        is: "A social worker's look at what a child needs, within 45 working days of the referral."),
      Entry(
        "section 47 enquiry",
        is: "The enquiry into whether a child suffers significant harm (Children Act 1989, section 47)."),
      Entry(
        "initial conference",
        is:
          "The child protection conference that may end in a plan, within 15 working days of the strategy discussion."
      ),
      Entry("child protection plan", is: "The plan for a child who is likely to suffer significant harm."),
      Entry(
        "child in need",
        is:
          "As the Department counts them: every child with an open case, those on a plan, looked after or leaving care among them."
      ),
      Entry(
        "looked after", also: "in care", is: "A child in the care of the council, or accommodated by it."),
      Entry(
        "placement",
        is: "Where a looked-after child lives: foster care, a children's home, with parents and so on."),
      Entry(
        "children's home", also: "residential", is: "A home with staff; by far the dearest common placement."),
      Entry(
        "in-house", is: "The council's own: foster carers whom it approves, as against those of an agency."),
      Entry(
        "supported living", also: "semi-independent",
        is: "A placement with support for young people of 16 and 17."),
      Entry("care leaver", is: "A young person who was looked after and is still supported."),
      Entry("stage", is: "Where a child stands on the pathway; a child is in one stage at a time."),
      Entry(
        "notice to improve",
        is: "The Department's direction to a council whose services were judged inadequate."),
      Entry(
        "partner",
        is: "The police, health, schools and others who refer children and act in the improvement plan."),
    ])

  static let staff = Chapter(
    title: "Staff",
    entries: [
      Entry(
        "FTE", also: "full-time equivalent",
        is: "Posts and staff counted by hours: two half-time workers are 1 FTE."),
      Entry("post", is: "A place in the establishment, filled or vacant."),
      Entry(
        "vacancy rate",
        is:
          "FTE vacant as a share of FTE of all posts, on a day; agency cover does not fill a vacancy. Always say of which role."
      ),
      Entry(
        "turnover rate", is: "FTE who left the council in a year as a share of FTE in post."),
      Entry(
        "agency rate", is: "Agency FTE as a share of agency FTE and FTE in post together."),
      Entry(
        "caseload", also: "cases per FTE worker",
        is:
          "Children held for each FTE of those who hold cases and are not absent, as the Department counts it."
      ),
      Entry(
        "caseload norm", is: "The number of weighted children for each worker that a team is meant to have."),
      Entry(
        "child without a worker", also: "unallocated child",
        is: "A child whose case waits until a worker has room for it."),
      Entry(
        "practice manager", is: "Leads a group of workers, supervises them and signs off their decisions."),
      Entry("senior practitioner", is: "An experienced social worker who holds cases and may lead others."),
      Entry(
        "newly qualified worker", also: "ASYE",
        is: "In the assessed and supported first year, with fewer cases and more supervision."),
      Entry("supervision", is: "A manager's regular talk with each worker about cases."),
      Entry(
        "retention payment",
        is: "A yearly sum for those who stay, often repaid by those who leave within the year."),
      Entry(
        "vacancy factor",
        is: "The share of the pay of all posts that a budget leaves out, because some stand empty."),
      Entry(
        "time to hire", is: "From the day on which a search is taken in hand to the first day of the starter."
      ),
      Entry(
        "time to fill",
        is:
          "From the day on which a search could begin to the first day of the starter: with the time for which the post is held, or its search waits."
      ),
      Entry("workforce year", is: "1 October to 30 September, as the Department's workforce return has it."),
    ])
}
