/// Where searches queue for a place in recruitment, that for a practice manager comes before the others.
public struct ManagersFirstResponse: ManagementResponse {
  public static let title = "Managers' posts searched first"
  public var terms = ResponseTerms()

  public init() {}
}
