/// Whether two numbers agree to within a relative error, or an equally small absolute one near zero.
func near(_ one: Double, _ two: Double, within relative: Double = 1e-9) -> Bool {
  abs(one - two) <= relative * max(1, abs(one), abs(two))
}
