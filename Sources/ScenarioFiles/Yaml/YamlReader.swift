import Yams

/// Reads YAML into a tree, safely: no expansion before it is counted, every key given twice found in one pass.
struct YamlReader {
  let source: SourceText
  /// How often keys given twice are looked for, one at a time; fewer times in a large text.
  private var passes: Int { max(3, min(40, 1_000_000 / max(1, source.text.utf8.count))) }

  /// The tree, or nil when the text cannot be read at all; what is wrong is added to `findings`.
  /// An empty text has no tree and no finding.
  func read(into findings: inout [Finding]) -> Tree? {
    guard var mask = Mask(source.text) else {
      findings.append(
        source.error(
          "not-text", source.beginning, "The file uses too many private characters to be a scenario."))
      return nil
    }
    for _ in 0..<passes {
      do {
        // The parser must outlive the nodes: it alone holds their anchors.
        let parser = try Parser(yaml: mask.text, resolver: .basic, encoding: .utf8)
        return try withExtendedLifetime(parser) {
          guard let node = try parser.singleRoot() else { return nil }
          var builder = TreeBuilder(source: source, mask: mask)
          let tree = builder.tree(from: node)
          findings += builder.findings
          return tree
        }
      } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
        guard mask.changeKey(line: context.mark.line, column: context.mark.column) else {
          findings.append(duplicate(keys.first ?? "", context.mark, mask))
          return nil
        }
      } catch {
        findings.append(YamlTrouble(source: source).finding(for: error))
        return nil
      }
    }
    findings.append(
      source.error(
        "duplicate-key", source.beginning, "Many keys are given more than once.",
        help: "keep one of each"))
    return nil
  }

  private func duplicate(_ key: String, _ mark: Mark, _ mask: Mask) -> Finding {
    source.error(
      "duplicate-key", source.place(line: mark.line, column: mark.column),
      "\(mask.restored(key).quoted) is given more than once.", help: "keep one of them")
  }
}
