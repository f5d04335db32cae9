/// One watched quantity: a measure of the whole service, or of one part of it.
///
/// It is declared once, in its measure. What is shown of it anywhere follows from what stands here, which goes with it
/// into `opening.csv`.
@dynamicMemberLookup
package struct Series: Sendable, Hashable {
  /// The name in every file, for example `vacancy_rate_fte`.
  package var measure = ""
  /// Empty for the whole service, or `key=value`, for example `role=social_worker`.
  package var breakdown = ""
  package var unit = Unit.none
  package var gathering = Gathering.stock
  package var subject = Subject.children
  /// What it counts, in a sentence or two.
  package var definition = ""
  package var traits = Traits.neither

  package init() {}

  package init(
    measure: String, breakdown: String = "", unit: Unit, gathering: Gathering, subject: Subject = .children,
    definition: String = "", _ traits: Traits = .neither
  ) {
    (self.measure, self.breakdown, self.unit) = (measure, breakdown, unit)
    (self.gathering, self.subject, self.definition) = (gathering, subject, definition)
    self.traits = traits
  }

  /// As people ask for it: `measure`, or `measure{key=value}`.
  package var name: String { breakdown.isEmpty ? measure : "\(measure){\(breakdown)}" }

  /// What a reading can be: what its unit allows, unless its line says more. A mean or a quantile of readings lies within it
  /// too.
  package var range: ClosedRange<Double> { traits.ownRange ?? unit.range }

  package subscript<Trait>(dynamicMember trait: KeyPath<Traits, Trait> & Sendable) -> Trait {
    traits[keyPath: trait]
  }
}

extension Series {
  /// How monthly readings become a year's.
  package enum Gathering: String, Sendable, CaseIterable {
    /// Counted over the month; a year is the sum.
    case flow
    /// Read at the month end; a year is its last reading.
    case stock
    /// Numerator over denominator, both counted over the month; a year is the ratio of the sums.
    case rate
    /// Numerator over denominator at the month end, or over the twelve months to it; a year is its last reading.
    case stockRate
    /// Taken over single records, such as a 90th percentile; a year's is taken over the year's records.
    case distribution

    /// Whether it is read at a date rather than counted over a time.
    package var isReadAtDate: Bool { self == .stock || self == .stockRate }
  }

  /// What a measure is about.
  package enum Subject: String, Sendable, CaseIterable {
    case children
    /// How well the work is staffed, which a policy changes while it is on.
    case staff
    /// Inspection, partners and the improvement plan.
    case improvement
    case money
  }

  /// Which way a service wants a measure to go.
  package enum Better: String, Sendable, CaseIterable {
    case less, more
    /// The number alone does not say: more referrals may be more harm or more of it seen.
    case neither
  }

  /// What else is known of a series, written as a chain: `.less.workforceYear.headline(8, "Turnover rate")`.
  package struct Traits: Sendable, Hashable {
    package var better = Better.neither
    /// Whether a workforce year to 30 September is read too.
    package var hasWorkforceYear = false
    /// Whether a reading looks back over twelve months, and there is none before.
    package var coversTwelveMonths = false
    /// What it is called on a page, without its unit; empty where no page shows it by itself.
    package var label = ""
    /// Place among what a reader meets first, from 1; nil where it stands beside that or is not shown.
    package var headline: Int?
    /// Whether a report draws a fan of it.
    package var hasFan = false
    /// Place in the tables of the workforce that human resources read, from 1; nil where it is in none.
    package var indicator: Int?
    /// What a reading can be, where its unit alone would say it wrongly.
    package var ownRange: ClosedRange<Double>?

    package init() {}

    package static let neither = Traits()
    package static let less = neither.with { $0.better = .less }
    package static let more = neither.with { $0.better = .more }

    package var workforceYear: Traits { with { $0.hasWorkforceYear = true } }
    package var overTwelveMonths: Traits { with { $0.coversTwelveMonths = true } }
    package func indicator(_ place: Int) -> Traits { with { $0.indicator = place } }
    package func headline(_ place: Int, _ label: String) -> Traits {
      with { ($0.headline, $0.label) = (place, label) }
    }
    package func labelled(_ label: String) -> Traits { with { $0.label = label } }
    package var fan: Traits { with { $0.hasFan = true } }
    /// A share that can be above 1, since what is counted over a time is divided by what is there at one moment.
    package var aboveOne: Traits { with { $0.ownRange = 0 ... .infinity } }

    private func with(_ change: (inout Traits) -> Void) -> Traits {
      var changed = self
      change(&changed)
      return changed
    }
  }
}
