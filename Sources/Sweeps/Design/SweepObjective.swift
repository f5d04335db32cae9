import Experiments
import Parameters
import Results

/// The output by which points are ranked.
package struct SweepObjective: Sendable {
  /// Its place among the outputs of the sweep.
  package let place: Int
  package let name, unit: String
  /// 1 where less is better, -1 where more is.
  let sign: Double

  /// `least` or `most`: what is best.
  package var better: String { sign > 0 ? "least" : "most" }

  /// The output of that name; without a name the cost, or the first output that has a better way. Nil where there is none.
  package init?(_ name: String?, _ manifest: SweepManifest) throws(OutputFault) {
    let outputs = manifest.outputs
    let named = outputs.firstIndex { $0.name == name ?? Series.cost }
    if let name, named == nil { throw .unknown(name, outputs.map(\.name)) }
    guard let place = named ?? outputs.firstIndex(where: { $0.better != "neither" }) else { return nil }
    self.place = place
    self.name = outputs[place].name
    unit = outputs[place].unit
    sign = outputs[place].better == "more" ? -1 : 1
  }

  /// A mean of it with its unit: `£426.3m`, `17.2%`.
  package func text(_ mean: Double) -> String {
    let format = MeasureFormat(unit: unit)
    return format == .pounds ? Phrase.pounds(mean) : format.fine(mean)
  }

  /// Whether one mean is better than another.
  func prefers(_ one: Double, to other: Double) -> Bool { one * sign < other * sign }
}
