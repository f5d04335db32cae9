/// Finds what `{ socialWorker: 39,500 }` makes of a number: inside braces its comma ends the value, and `500` becomes a name
/// without a value.
enum ThousandsComma {
  /// The finding for the name at a place of a group, where it is the rest of the number before it.
  static func finding(in pairs: [Tree.Pair], at place: Int, _ source: SourceText) -> Finding? {
    guard place > 0, pairs[place].value.isNull, pairs[place].key.wholeMatch(of: /[0-9]{3}(\.[0-9]+)?/) != nil,
      let before = pairs[place - 1].value.scalar, !before.quoted,
      before.text.wholeMatch(of: /[-+£]{0,2}[0-9]{1,3}/) != nil
    else { return nil }
    // A number of millions has two commas; its second rest stands behind the first.
    let first = before.text.filter(\.isNumber)
    var written = before.text
    var digits = first
    for pair in pairs[place...].prefix(while: {
      $0.value.isNull && $0.key.allSatisfy { $0.isNumber || $0 == "." }
    }) {
      written += ",\(pair.key)"
      digits += pair.key
    }
    return source.error(
      "thousands-comma", pairs[place].keyPlace,
      "Inside braces the comma of \(written) ends the value at \(before.text).",
      help: "write \(before.text.hasPrefix("-") ? "-" : "")\(digits)")
  }
}
