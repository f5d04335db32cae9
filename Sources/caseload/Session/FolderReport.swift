import ArgumentParser
import Experiments
import Reports
import Results
import ServiceModel
import Sweeps

extension ReportVerb {
  /// Draws the page of a folder that is no result of a run.
  func drawn(of kind: FolderKind) throws {
    let folder = Path.trimmed(result)
    if xlsx {
      throw ValidationError("--xlsx makes a workbook of the result of a run; \(folder) is of \(kind.verb).")
    }
    if try budgets.file() != nil {
      throw ValidationError("Budgets are held against the costs of a run; \(folder) is of \(kind.verb).")
    }
    if levers != nil {
      throw ValidationError("--levers is for the board paper of a run; \(folder) is of \(kind.verb).")
    }
    if objective != nil, kind != .sweep { throw ReportVerb.onlyOfSweep }
    let (page, name) = try page(of: kind, folder)
    let written = try FolderPages.write(page, as: name, to: out.map(Path.trimmed) ?? folder, force: force)
    talk.answer {
      var answer = Answer("report")
      answer["files"] = .strings([written])
      return answer
    }
    talk.say("wrote \(written)")
  }

  static let onlyOfSweep = ValidationError("--objective is for the folder of a sweep.")

  private func page(of kind: FolderKind, _ folder: String) throws -> (page: [UInt8], name: String) {
    let newest = ModelVersion.current
    switch kind {
    case .comparison:
      let stored = try ResultReader.comparison(folder, newest: newest)
      return (ComparisonPage(stored, names: .ours).bytes, ResultFile.comparisonPage)
    case .worth:
      return (WorthPage(try ResultReader.comparison(folder, newest: newest)).bytes, ResultFile.worthPage)
    case .sweep:
      let found: SweepFindings
      do {
        found = try SweepFolder(folder).findings(objective: objective)
      } catch let fault as OutputFault {
        throw fault.usage
      }
      return (SweepPage(found, folder: folder, names: .ours).bytes, ResultFile.sweepPage)
    case .run, .other: throw kind.refusal(of: folder)
    }
  }
}

extension MeasureNames {
  /// What this program's measures and parameters are called.
  static var ours: MeasureNames {
    MeasureNames(
      ModelTables(ServiceParameters()).watched,
      meanings: Dictionary(
        ServiceParameters.table.map { ($0.path, $0.meaning) }, uniquingKeysWith: { first, _ in first }))
  }
}
