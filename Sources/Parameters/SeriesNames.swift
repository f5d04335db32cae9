/// The names of series that rooms beside the model ask for; every other name stands in its measure alone.
extension Series {
  package static let lookedAfter = "children_looked_after"
  package static let lookedAfterAverage = "children_looked_after_average"
  package static let careStarted = "cla_started"
  package static let careCeased = "cla_ceased"
  package static let unallocated = "unallocated_children"
  package static let inPost = "inpost_fte"
  package static let vacancyRate = "vacancy_rate_fte"
  package static let starters = "starters_fte"
  package static let leavers = "leavers_fte"
  package static let promotions = "promotions_fte"
  package static let engagement = "partner_engagement"
  package static let actionsDelivered = "actions_delivered"
  package static let actionsOnTime = "actions_on_time_rate"
  package static let cost = "cost_gbp"
  package static let realCost = "cost_real_gbp"
  package static let activity = "activity"
}
