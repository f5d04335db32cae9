import Notation
import Testing

@testable import Reports
@testable import Results

@Suite struct PlainNumberTests {
  private static let examples: [(Double, String)] = [
    (0.0, "0"), (-0.0, "0"), (1, "1"), (-42, "-42"), (0.1, "0.1"), (0.3, "0.3"), (386.25, "386.25"),
    (23_773_871.005, "23773871.005"), (1_000_000_000_000, "1000000000000"), (1e14, "100000000000000"),
    (1e15, "1e15"), (1.5e20, "1.5e20"), (-2.5e-9, "-2.5e-9"), (0.000_001, "0.000001"),
    (1.0 / 3, "0.333333333333"),
    (200.0 / 3, "66.6666666667"), (0.999_999_999_999_9, "1"), (99.999_999_999_99, "100"),
    (9_999_999_999_999.5, "10000000000000"), (123_456_789_012_345, "123456789012000"),
    (.nan, ""), (.infinity, ""), (-.infinity, ""),
  ]

  @Test(arguments: examples)
  func writesPlainly(_ value: Double, _ text: String) { #expect(PlainNumber.text(value) == text) }

  @Test func writesWholeNumbers() {
    for (value, text) in [
      (0, "0"), (7, "7"), (-10, "-10"), (Int.max, "9223372036854775807"), (Int.min, "-9223372036854775808"),
    ] {
      var bytes: [UInt8] = []
      PlainNumber.append(integer: value, to: &bytes)
      #expect(String(decoding: bytes, as: UTF8.self) == text)
    }
  }

  @Test(arguments: [9, 12, 15])
  func comesBackWithinItsDigits(_ digits: Int) throws {
    var state: UInt64 = 2024
    var tolerance = 0.5
    for _ in 1..<digits { tolerance /= 10 }
    for _ in 0..<20_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let value = Double(bitPattern: state)
      guard value.isFinite, value.magnitude > 1e-290 else { continue }
      let text = PlainNumber.text(value, digits: digits)
      let back = try #require(Double(text))
      // Half of the last digit at worst, and what a `Double` itself cannot hold.
      #expect((back - value).magnitude <= value.magnitude * (10 * tolerance + 1e-14), "\(value) -> \(text)")
      #expect(PlainNumber.text(back, digits: digits) == text)
      #expect(!text.hasSuffix(".") && !(text.contains(".") && !text.contains("e") && text.hasSuffix("0")))
    }
  }

  @Test func ordinarySizesHaveNoExponent() {
    for exponent in -6..<15 {
      var value = 1.234_567_890_123
      for _ in 0..<exponent.magnitude { value = exponent > 0 ? value * 10 : value / 10 }
      #expect(!PlainNumber.text(value).contains("e"))
    }
  }
}
