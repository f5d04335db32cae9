import Results
import ServiceModel

extension ReplicationOutcome {
  /// Every worker's time in each role, as a result keeps it.
  package var storedSpells: [StoredSpell] {
    spells.map { spell in
      StoredSpell {
        ($0.replication, $0.role, $0.reason) = (replication, spell.role, spell.reason)
        ($0.entryYears, $0.exitYears) = (spell.entryYears, spell.exitYears)
      }
    }
  }
}
