public import Parameters

/// One way in which management responds: its terms, and parameters of its own.
///
/// A new one is one file with such a type, its case in `Response`, and in `ResponseParameters` its property and row.
public protocol ManagementResponse: ParameterGroup {
  /// What people call it.
  static var title: String { get }
  var terms: ResponseTerms { get set }
  /// Parameters other than the terms.
  static var own: [Parameter<Self>] { get }
  /// The parameter by which it does nothing as it stands; nil where it does something.
  var neutralPart: String? { get }
  /// What of it can never happen, or goes against something else; `path` is the response's own.
  func contradictions(in service: ServiceParameters, at path: String) -> [Contradiction]
}

extension ManagementResponse {
  public static var own: [Parameter<Self>] { [] }
  public var neutralPart: String? { nil }
  public func contradictions(in service: ServiceParameters, at path: String) -> [Contradiction] { [] }

  /// The parameters of the terms as if they stood in the response itself, and its own.
  public static var table: [Parameter<Self>] { ResponseTerms.table.lifted(to: \Self.terms, under: "") + own }
}

/// One row of the list of responses: its key, its parameters, and how to reach it.
struct ResponseRow: Sendable {
  let response: Response
  let table: [Parameter<ResponseParameters>]
  let read: @Sendable (ResponseParameters) -> any ManagementResponse

  init<Kind: ManagementResponse>(
    _ response: Response, _ property: WritableKeyPath<ResponseParameters, Kind> & Sendable
  ) {
    self.response = response
    table = Kind.table.lifted(to: property, under: response.name, about: Kind.title)
    read = { $0[keyPath: property] }
  }
}
