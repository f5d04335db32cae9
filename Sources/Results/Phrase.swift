import Notation

/// Numbers as a reader of evidence meets them; an en dash for none.
package enum Phrase {
  /// A number with that many decimals, thousands grouped.
  package static func number(_ value: Double, decimals: Int = 0) -> String {
    ValueFormat(decimals: decimals).text(value)
  }

  package static func number(_ value: some BinaryInteger) -> String { number(Double(value)) }

  /// A share as a percentage, such as `17.2%`; for a probability use `Likelihood`, which never says 0%.
  package static func percent(_ share: Double, decimals: Int = 1) -> String {
    ValueFormat.percent.with(decimals: decimals).text(share)
  }

  /// A name of a file, such as `role=social_worker` or `in_house_fostering`, as people say it.
  package static func words(_ name: String) -> String {
    let key = name.split(separator: "=").last.map(String.init) ?? ""
    return spoken[key] ?? key.replacing("_", with: " ")
  }

  /// What is said otherwise than it is written.
  private static let spoken = [
    "in_house_fostering": "in-house fostering", "agency_fostering": "fostering through agencies",
    "kinship": "family and friends", "residential": "children's homes", "with_parents": "placed with parents",
    "for_adoption": "placed for adoption", "supported": "supported living",
    "secure": "secure accommodation", "residential_school": "residential schools",
    "without_cases": "social workers without cases", "social_worker": "social workers",
    "senior_practitioner": "senior practitioners", "practice_manager": "practice managers",
  ]

  /// Pounds in words of a fitting size: `£23.8m`, `£840k` or `£512`.
  package static func pounds(_ value: Double) -> String {
    let format: ValueFormat =
      switch value.magnitude {
      case 99.95e6...: .millions.with(decimals: 0)
      case 999_500...: .millions
      case 9_950...: .thousands
      default: .pounds
      }
    return format.text(value)
  }

  /// Pounds and pence without grouping, for tables: `-12.05`.
  package static func pounds(pence: Int) -> String {
    let (pounds, rest) = pence.magnitude.quotientAndRemainder(dividingBy: 100)
    return (pence < 0 ? "-" : "") + "\(pounds)." + (rest < 10 ? "0\(rest)" : "\(rest)")
  }
}
