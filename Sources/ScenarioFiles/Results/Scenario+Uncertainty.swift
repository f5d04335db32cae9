import Notation
import Parameters
import ServiceModel

extension Scenario {
  /// The laws of the values that are uncertain, by path.
  package var uncertainties: [String: Uncertainty] { settings.compactMapValues(\.uncertain) }

  /// The same scenario with nothing uncertain: it has a hash of its own.
  package var withoutUncertainty: Scenario {
    let certain = settings.mapValues { setting in
      Setting(
        path: setting.path, value: setting.value, unit: setting.unit, source: setting.source,
        note: setting.note, known: setting.known, uncertain: nil, place: setting.place,
        valuePlace: setting.valuePlace, overrode: setting.overrode)
    }
    let json = CanonicalJSON.text(certain, [], modelVersion: modelVersion)
    return Scenario(
      title: title, question: question, council: council, parameters: parameters, settings: certain,
      jointly: [],
      files: files,
      overlays: overlays, overlayTitles: overlayTitles, sets: sets, warnings: warnings,
      modelVersion: modelVersion, canonicalJSON: json,
      hash: Digest.sha256(json))
  }
}

extension Scenario<ServiceParameters> {
  /// What each replication but the first draws anew.
  package var uncertainInputs: UncertainInputs {
    UncertainInputs(parameters, uncertainties, jointly: jointly)
  }
}
