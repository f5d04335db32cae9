/// Numbers with weights, in ascending order, for quantiles.
struct WeightedSample {
  private let numbers: [Double]
  /// Where each number stands between the first, at 0, and the last, at 1.
  private let places: [Double]

  init(_ sample: [Double], _ weights: [Double]) {
    precondition(sample.count == weights.count && !sample.isEmpty, "Each number has a weight.")
    let order = sample.indices.filter { weights[$0] > 0 }.sorted { (sample[$0], $0) < (sample[$1], $1) }
    precondition(!order.isEmpty, "Some number has weight.")
    numbers = order.map { sample[$0] }
    var sum = 0.0
    var sums = [0.0]
    for (one, next) in zip(order, order.dropFirst()) {
      sum += (weights[one] + weights[next]) / 2
      sums.append(sum)
    }
    places = sum > 0 ? sums.map { $0 / sum } : sums
  }

  func quantile(_ probability: Double) -> Double {
    guard let above = places.firstIndex(where: { $0 >= probability }) else {
      return numbers[numbers.count - 1]
    }
    guard above > 0 else { return numbers[0] }
    let share = (probability - places[above - 1]) / (places[above] - places[above - 1])
    return numbers[above - 1] + share * (numbers[above] - numbers[above - 1])
  }
}
