import Dates
import Foundation
import Parameters

/// Reads the document of a fit, with every mistake in one pass.
struct FitReading<Root: ParameterSet> {
  private var reading: DocumentReading
  private let index = PathIndex<Root>()

  init(_ document: Document) { reading = DocumentReading(document) }

  mutating func read() throws(ScenarioFailure) -> FitFile {
    let document = reading.document
    let top = reading.group(
      document.root, "A fit", ["observed", "free", "targets"],
      optional: [
        "fit", "until", "replications", "checkReplications", "iterations", "members", "observation",
      ])
    let title = reading.text(top, "fit")
    var free: [FitFile.Free] = []
    if let node = top["free"], node.members == nil {
      reading.complain(
        "not-a-group", node.place, "free must be a group of paths with their ranges, not \(node.kindName).")
    }
    for member in top["free"]?.members ?? [] {
      if let one = self.free(member) { free.append(one) }
    }
    let targets = reading.items(top, "targets").compactMap { target($0) }
    let file = FitFile(
      title: title.isEmpty ? document.name : title, observed: beside(reading.text(top, "observed")),
      until: reading.date(top, "until"),
      replications: reading.whole(top, "replications", 2...100_000) ?? 40,
      checkReplications: reading.whole(top, "checkReplications", 10...100_000) ?? 200,
      iterations: reading.whole(top, "iterations", 1...100) ?? 5,
      members: reading.whole(top, "members", 10...100_000) ?? 128, observation: observation(top), free: free,
      targets: targets,
      document: document)
    try reading.finish()
    return file
  }

  private mutating func free(_ member: Document.Member) -> FitFile.Free? {
    let path = member.key
    guard let parameter = index.parameters[path] else {
      reading.complain(
        "unknown-key", member.place, "There is no parameter \(path.quoted).",
        help: index.help(forUnknown: path))
      return nil
    }
    let range: ClosedRange<Double>
    switch parameter.kind {
    case .number(let numbers) where Root.mayBeUncertain(path): range = numbers
    case .whole(let wholes) where Root.mayBeUncertain(path):
      range = Double(wholes.lowerBound)...Double(wholes.upperBound)
    default:
      reading.complain(
        "not-a-number", member.place,
        "\(path.quoted) is \(parameter.kind.expectation), and \(Root.mayBeUncertain(path) ? "no number" : "says how the run is made")."
      )
      return nil
    }
    let parts = reading.group(member.value, path, ["start", "low", "high"])
    guard let start = reading.number(parts, "start"), let low = reading.number(parts, "low"),
      let high = reading.number(parts, "high")
    else { return nil }
    guard low < start, start < high else {
      reading.complain(
        "order", member.value.place,
        "The start \(Value.number(start).text) of \(path.quoted) is not between low and high.")
      return nil
    }
    guard range.contains(low), range.contains(high) else {
      reading.complain(
        "out-of-range", member.value.place,
        "The range of \(path.quoted) goes beyond what is allowed, \(parameter.kind.rangeText).")
      return nil
    }
    return FitFile.Free(path: path, start: start, low: low, high: high, place: member.place)
  }

  private mutating func target(_ node: Document.Node) -> FitFile.Target? {
    let parts = reading.group(
      node, "A target", ["measure", "dates"], optional: ["breakdown", "use", "tolerance"])
    let dates = reading.items(parts, "dates").compactMap { reading.date($0, "Each entry of dates") }
    let use = parts["use"] == nil ? "fitted" : reading.text(parts, "use")
    if !["fitted", "held-out"].contains(use), let place = parts["use"]?.place {
      reading.complain("unknown-choice", place, "use must be fitted or held-out, not \(use.quoted).")
    }
    let tolerance = reading.number(parts, "tolerance")
    if let tolerance, tolerance < 0 || tolerance > 10, let place = parts["tolerance"]?.place {
      reading.complain("out-of-range", place, "tolerance must be a share from 0 to 10.")
    }
    guard parts["measure"] != nil else { return nil }
    return FitFile.Target(
      measure: reading.text(parts, "measure"), breakdown: reading.text(parts, "breakdown"), dates: dates,
      isFitted: use == "fitted", tolerance: tolerance, place: node.place)
  }

  /// How far published figures are from what they measure.
  private mutating func observation(_ top: DocumentReading.Parts) -> ObservationModel {
    var model = ObservationModel()
    let parts = reading.group(
      top["observation"], "The model of observation", [], optional: ObservationModel.numbers.map(\.name))
    for (name, path, range) in ObservationModel.numbers {
      guard let number = reading.number(parts, name), let place = parts[name]?.place else { continue }
      if range.contains(number) {
        model[keyPath: path] = number
      } else {
        reading.complain(
          "out-of-range", place,
          "\(name) must be from \(Value.number(range.lowerBound).text) to \(Value.number(range.upperBound).text)."
        )
      }
    }
    return model
  }

  /// A file named from the folder of the fit.
  private func beside(_ name: String) -> String {
    guard !name.isEmpty, !name.hasPrefix("/") else { return name }
    let folder = URL(fileURLWithPath: reading.document.name).deletingLastPathComponent()
    let path = folder.appendingPathComponent(name).standardizedFileURL.path
    let here = FileManager.default.currentDirectoryPath + "/"
    return path.hasPrefix(here) ? String(path.dropFirst(here.count)) : path
  }
}
