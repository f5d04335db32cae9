/// How far either side of an 80% range may be from its median, as a share of it, for the range to be of use in planning.
package enum UsableWidth {
  /// For stocks and money.
  package static let steady = 0.15
  /// For what is counted in a year, and for rates.
  package static let yearly = 0.25
}
