import Foundation
import Notation
import Parameters

/// Reads a scenario file, the ancestors it is based on, and overlays.
struct FileChain<Root: ParameterSet> {
  let index: PathIndex<Root>
  /// What was read, weakest first.
  private(set) var layers: [Layer] = []
  private(set) var files: [ScenarioFile] = []
  private(set) var findings: [Finding] = []
  /// Whether a file was missing or closed.
  private(set) var isInputMissing = false
  private let longest = 20

  init(index: PathIndex<Root>) { self.index = index }

  /// Reads a scenario and its ancestors; the scenario's own layer comes last and is returned.
  mutating func readScenario(_ path: String) -> Layer? {
    guard let file = load(path, namedAt: nil, in: nil) else { return nil }
    return readScenario(file)
  }

  /// The same for a text that is already there.
  mutating func readScenario(_ file: ScenarioFile) -> Layer {
    let own = read(file)
    var chain = [(file, own)]
    var seen = [identity(file.name)]
    var layer = own
    while let parent = layer.basedOn {
      let path = sibling(of: layer.source.name, named: parent.name)
      if seen.contains(identity(path)) {
        findings.append(
          layer.source.error(
            "based-on-cycle", parent.place, "\(parent.name.quoted) is based, in the end, on itself.",
            help: "the chain is \((chain.map(\.0.name) + [path]).joined(separator: " -> "))"))
        break
      }
      guard chain.count < longest else {
        findings.append(
          layer.source.error(
            "based-on-too-long", parent.place, "More than \(longest) files are based on one another."))
        break
      }
      guard let file = load(path, namedAt: parent.place, in: layer.source) else { break }
      seen.append(identity(path))
      layer = read(file)
      chain.append((file, layer))
    }
    for (file, layer) in chain.reversed() {
      files.append(file)
      layers.append(layer)
    }
    return own
  }

  /// Reads an overlay. It is laid over the scenario that is named, and may say that it is based on just that; it brings no
  /// other file with it.
  mutating func readOverlay(_ path: String) {
    guard let file = load(path, namedAt: nil, in: nil) else { return }
    var layer = read(file)
    layer.isOverlay = true
    if let parent = layer.basedOn {
      let named = identity(sibling(of: layer.source.name, named: parent.name))
      if !layers.contains(where: { !$0.isOverlay && identity($0.source.name) == named }) {
        findings.append(
          layer.source.error(
            "based-on-in-overlay", parent.place,
            "This overlay is based on \(parent.name.quoted), which is not what it is laid over.",
            help: "leave basedOn out, or name that file too: --with \(parent.name) --with \(path)"))
      }
    }
    files.append(file)
    layers.append(layer)
  }

  /// Takes files that were read before, weakest first, the last `overlays` of them overlays; nothing is loaded. Returns
  /// the scenario's own layer.
  mutating func readStored(_ stored: [ScenarioFile], overlays: Int) -> Layer? {
    var own: Layer?
    for (index, file) in stored.enumerated() {
      var layer = read(file)
      layer.isOverlay = index >= stored.count - overlays
      if !layer.isOverlay { own = layer }
      files.append(file)
      layers.append(layer)
    }
    return own
  }

  private func read(_ file: ScenarioFile) -> Layer {
    var reading = LayerReading(index: index, source: SourceText(name: file.name, text: file.text))
    reading.readFile()
    return reading.layer
  }

  /// Loads a file; a failure is told where the file was named, or at the file itself.
  private mutating func load(_ path: String, namedAt place: Place?, in source: SourceText?) -> ScenarioFile? {
    do {
      return try FileLoader.load(path)
    } catch {
      isInputMissing = isInputMissing || error.isMissing
      let message = "\(path.quoted) \(error.message)"
      if let place, let source {
        findings.append(source.error(error.code, place, message, help: error.help))
      } else {
        let (line, column) = error.position ?? (1, 1)
        findings.append(
          Finding(
            .error, code: error.code, at: Place(file: path, line: line, column: column), message,
            help: error.help))
      }
      return nil
    }
  }

  /// The file of that name beside a file; that which comes with the program where there is none.
  private func sibling(of file: String, named name: String) -> String {
    ShippedFile.place(of: name, beside: file)
  }

  private func identity(_ path: String) -> String {
    URL(fileURLWithPath: ShippedFile.place(of: path)).standardizedFileURL.resolvingSymlinksInPath().path
  }
}
