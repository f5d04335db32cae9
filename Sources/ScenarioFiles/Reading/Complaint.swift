/// Why a value cannot be taken, before it has a place.
struct Complaint: Error, Equatable {
  let code: String
  /// The rest of a sentence that begins with the value as written, without its full stop.
  let what: String
  var help: String?
  /// The number that was probably meant; nil where there is none.
  var meant: Double?
}
