import Parameters
import ServiceModel

/// A number that a council's scenario rests on and that no column of the national table tells.
package struct CouncilAssumption: Sendable {
  package let value: Double
  /// What it is, in words.
  package let meaning: String
  package let source: Source

  private init(_ value: Double, _ meaning: String, _ source: Source) {
    (self.value, self.meaning, self.source) = (value, meaning, source)
  }

  static let unaccompaniedTurnover = CouncilAssumption(
    0.7, "Unaccompanied children who come in a year, for each looked after at 31 March",
    .derived(
      "as many as keep their number where they come and stay as in the base, 17 months on average; least squares of entries at 16 and over on the number of the year before, councils of 2012 to 2024, give 0.3 to 1.1, 0.6 on average (DfE)"
    ))
  static let usualEntriesFrom16 = CouncilAssumption(
    2,
    "Children who begin to be looked after from 16 on, over as many as in England for each child, from which on they are held to land there and to be taken on by other councils",
    .assumption(
      "Kent had 3.4 to 7.5 times as many from 2021-22 to 2024-25, Hillingdon 4.4 times in 2021-22; with thirty unaccompanied children or more hardly any other council had so many since 2014 (DfE)"
    ))
  static let daysBeforePassedOn = CouncilAssumption(
    30, "Days for which a child who is taken on by another council is looked after where it landed",
    .assumption(
      "the national scheme asks for ten working days; Kent's number at a day and its entries leave room for about a month"
    ))
  static let returnsBefore18 = CouncilAssumption(
    0.85, "Of children who go home from care and will come back, those who do before they turn 18",
    .derived("runs of three councils without drift"))
  static let withoutWaits = CouncilAssumption(
    0.97, "Of a council's entries to care from the pathway, those that it gives where nobody waits",
    .derived(
      "runs of eight councils without drift give 2 to 4% more than the shares and lengths lead to: waits for workers and for sign-off lengthen stages in which a child may come into care in an emergency"
    ))
  static let atBirth = CouncilAssumption(
    0.75, "Of infants who come into care, those who do so within weeks of their birth", agesSource)
  static let stepAt1To4 = CouncilAssumption(0.8, stepWords("1 to 4"), agesSource)
  static let stepAt5To9 = CouncilAssumption(0.5, stepWords("5 to 9"), agesSource)
  static let stepAt16Plus = CouncilAssumption(0.7, stepWords("16 and 17"), agesSource)
  static let stayUnder1 = CouncilAssumption(0.4, stayWords("under one"), agesSource)
  static let stay1To4 = CouncilAssumption(0.13, stayWords("at 1 to 4"), agesSource)
  static let stay5To9 = CouncilAssumption(1, stayWords("at 5 to 9"), agesSource)
  static let stay10To15 = CouncilAssumption(2.5, stayWords("at 10 to 15"), agesSource)
  static let stay16Plus = CouncilAssumption(0.6, stayWords("at 16 or 17"), agesSource)
  static let kinshipShare = CouncilAssumption(
    0.147, "Of foster placements, those with family and friends",
    .assumption("as where the base was fitted; the table has fostering by provider only"))
  static let homesBought = CouncilAssumption(
    0.75, "Of places in children's homes and supported living, those that others than the council provide",
    .assumption("as where the base was fitted; the table has providers of all placements together only"))
  static let homesShare = CouncilAssumption(
    0.77, "Of homes, hostels and secure units before 2021, children's homes",
    .assumption("as where the base was fitted; the rest is supported living"))
  static let adultShare = CouncilAssumption(
    0.26, "Of those who cease to be looked after, the share who turn 18, where it is not published",
    .derived("England: 8,000 of 31,710 in 2015-16 and 8,730 of 31,250 in 2016-17 (DfE)"))
  static let placesInUse = CouncilAssumption(
    0.87, "Of the council's own foster places, those in use", .assumption("as in the base"))
  static let householdsForEachPlace = CouncilAssumption(
    0.63, "Households recruited in a year for each place lost",
    .assumption("carers are found for about as many places as are lost"))
  static let gapOfExits = CouncilAssumption(
    0.5,
    "Of the gap between the growth of care that is expected and that of the flows, what exits are lowered by",
    .derived(
      "least squares over 1,379 years of English councils, 2015 to 2024: 0.52 of the gap, 0.58 within a year (DfE)"
    ))
  static let gapOfEntries = CouncilAssumption(
    0.35, "Of the same gap, what entries are raised by",
    .derived(
      "least squares over 1,379 years of English councils, 2015 to 2024: 0.35 of the gap, 0.33 within a year (DfE)"
    ))
  static let vacanciesKept = CouncilAssumption(
    0.7, "Of how far the logarithm of a council's vacancy rate is from the mean of all councils', what lasts",
    .derived(
      "least squares over 1,353 years of English councils, 2012 to 2024: 0.75 after one year, 0.64 after two, 0.55 after three (DfE); starters of a year do not depend on the vacancies before it"
    ))
  static let holdersAtWork = CouncilAssumption(
    0.925,
    "Of staff in post who could hold cases, those who hold some at a day; the others are absent or have just begun",
    .derived("the first month of runs of five councils without drift"))
  static let searches = CouncilAssumption(
    1.45, "What the base's limit on searches grew to with the plan that it was fitted with",
    .derived("the plan of the council that the base was fitted to, which no other is given"))
  static let closures = CouncilAssumption(
    0.85, "Closures in the year before the start, for each referral", .assumption("as in the base"))
  static let allowances = CouncilAssumption(
    0.42, "Allowances for adopters and guardians, for each child looked after",
    .assumption("as in the base"))
  static let earlyHelpPlaces = CouncilAssumption(
    1.4, "Places of early help for each child in it", .assumption("as in the base"))
  static let workersAmongStaff = CouncilAssumption(
    0.68, "Social workers among all staff in post, by whom the chance to leave is divided",
    .derived("the posts of the base"))
  static let agencyWorkers = CouncilAssumption(
    0.88, "Of agency staff, those who hold cases", .derived("the agency staff of the base"))
  static let agencyManagers = CouncilAssumption(
    0.08, "Of agency staff, practice managers", .derived("the agency staff of the base"))
  static let staffKept = CouncilAssumption(
    0.92, "Of agency staff beyond vacancies, those whose work goes on a year later",
    .derived(
      "staff in post and agency staff together fall by 0.36 for each of them in five years, by 0.17 in one, over 1,340 years of English councils, 2015 to 2025 (DfE)"
    ))
  static let longestSearch = CouncilAssumption(
    26,
    "Weeks that a search takes at most on average, from the day on which it is asked for to the first day; posts that stand vacant longer are held",
    .assumption(
      "17 weeks, 12 to 26, are held to be usual from advert to start; no published figure was found"))
  static let mostLeaverPrice = CouncilAssumption(
    1500, "£ a week that support for a care leaver costs at most",
    .derived("10 to 850 in 520 years of English councils, 2015-16 to 2024-25 (section 251)"))
  static let leastWithoutCases = CouncilAssumption(
    0.03, "The least share of staff who neither hold cases nor lead those who do",
    .assumption("no council has none"))
  static let leastManagers = CouncilAssumption(
    0.12, "The least share of managers who lead workers",
    .assumption("fewer could not sign off what the base asks of them"))
  static let homesPrice = CouncilAssumption(
    3260, "£ a week of a children's home in the base", .derived("the prices of the base, 2015-16"))
  static let fosteringPrice = CouncilAssumption(
    630, "£ a week of fostering in the base, over all kinds", .derived("the prices of the base, 2015-16"))

  static let sharedReferrals = CouncilAssumption(
    0.3, "Of the variance of a year's surprise in referrals, what need, plans and entries share with them",
    .derived(
      "covariances over councils of three-year changes of logarithms, 2013 to 2017: need with plans 0.037, plans with entries 0.029, need with entries 0.013, over 0.092 of referrals (DfE)"
    ))

  private static func stayWords(_ age: String) -> String {
    "Length of a stay in care that begins \(age), over that of all before the eighteenth birthday"
  }

  private static func stepWords(_ ages: String) -> String {
    "How much likelier children are to come into care with each birthday at \(ages), over the age before"
  }

  private static let agesSource = Source.derived(
    "near the least squares, over sums of 132 to 138 councils of 2013-14 to 2016-17, of what entries by age less the growth of numbers by age, all exits, and from 2015-16 on those at 16 and 17 and at the eighteenth birthday miss of what the numbers by age lead to expect (DfE)"
  )

  /// How much likelier it is to come into care with each birthday of a band; nil where it does not change.
  static func entryStep(_ band: AgeBand) -> CouncilAssumption? {
    switch band {
    case .age1to4: stepAt1To4
    case .age5to9: stepAt5To9
    case .age16plus: stepAt16Plus
    case .under1, .age10to15: nil
    }
  }

  /// How long a stay is that begins at that age, over that of all.
  static func stay(_ band: AgeBand) -> CouncilAssumption {
    switch band {
    case .under1: stayUnder1
    case .age1to4: stay1To4
    case .age5to9: stay5To9
    case .age10to15: stay10To15
    case .age16plus: stay16Plus
    }
  }

  /// All of them, in the order in which the page tells them.
  package static let all = [
    unaccompaniedTurnover, usualEntriesFrom16, daysBeforePassedOn, returnsBefore18, withoutWaits, atBirth,
    stepAt1To4, stepAt5To9, stepAt16Plus, stayUnder1, stay1To4, stay5To9, stay10To15, stay16Plus,
    kinshipShare, homesBought, homesShare, adultShare, placesInUse,
    householdsForEachPlace, gapOfExits, gapOfEntries, vacanciesKept, holdersAtWork, searches, closures,
    allowances,
    earlyHelpPlaces, workersAmongStaff, agencyWorkers, agencyManagers, staffKept, leastWithoutCases,
    leastManagers, homesPrice, fosteringPrice, sharedReferrals,
  ]
}
