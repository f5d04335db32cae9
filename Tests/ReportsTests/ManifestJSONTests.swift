import Foundation
import Notation
import Testing

@testable import Reports
@testable import Results

@Suite struct ManifestJSONTests {
  private static let years = FileSum(name: "years.csv", bytes: 3, sha256: "cd34")

  @Test func golden() {
    #expect(
      String(decoding: ManifestJSON.value(SmallResult.make(), files: [Self.years]).text, as: UTF8.self)
        == #"""
        {
          "program": "caseload",
          "format": 2,
          "scenario": "Tiny town",
          "question": "Does it add up?",
          "council_name": "",
          "council_code": "",
          "command": [
            "caseload",
            "run",
            "tiny.yaml"
          ],
          "scenario_hash": "0123456789abcdef0123456789abcdef",
          "overlays": [],
          "overlay_titles": [],
          "settings": [],
          "fixed_parameters": false,
          "uncertain_inputs": [],
          "seed": 20151124,
          "generator": "philox",
          "model_version": "0.1.0",
          "commit": "",
          "toolchain": "",
          "host": "",
          "kind": "terminating",
          "start_state": "",
          "start_date": "2015-04-01",
          "end_date": "2016-03-31",
          "data_as_of": "2015-03-31",
          "replications_wanted": 4,
          "replications_done": 4,
          "interrupted": false,
          "jobs": 2,
          "events": 1234567,
          "stale_events": 0,
          "wall_seconds": 1.25,
          "cpu_seconds": 0,
          "peak_memory_megabytes": 0,
          "events_per_second": 987653.6,
          "checks_hold": true,
          "warnings": [
            "One number has no source."
          ],
          "checks": [
            {
              "balance": "children",
              "unit": "children",
              "opening": 1428,
              "entered": 400,
              "left": 300,
              "closing": 1528,
              "largest_residual": 0,
              "months_checked": 48,
              "holds": true
            },
            {
              "balance": "money",
              "unit": "£",
              "opening": 0,
              "entered": 95095484.25,
              "left": 95095484.25,
              "closing": 0,
              "largest_residual": 1e-9,
              "months_checked": 48,
              "holds": true
            }
          ],
          "parameters": [
            {
              "path": "demand.referralsPerYear",
              "value": "3096",
              "unit": "per year",
              "from": "tiny.yaml:3"
            },
            {
              "path": "run.seed",
              "value": "20151124",
              "unit": "-",
              "from": "--set"
            }
          ],
          "scenario_files": [
            {
              "name": "tiny.yaml",
              "sha256": "ab12",
              "text": "scenario: \"Tiny town\"\n"
            }
          ],
          "files": [
            {
              "name": "years.csv",
              "bytes": 3,
              "sha256": "cd34"
            }
          ]
        }

        """#)
  }

  @Test(arguments: [0, 20_151_124, 9_007_199_254_740_992, 9_007_199_254_740_993, UInt64.max])
  func seedsLoseNoDigits(_ seed: UInt64) throws {
    var result = SmallResult.make()
    result.manifest.seed = seed
    let json = ManifestJSON.value(result)
    let isText = if case .string? = json["seed"] { true } else { false }
    #expect(isText == (seed > 9_007_199_254_740_992))
    let read = try JSONDecoder().decode(JSONValue.self, from: Data(json.text))
    #expect(ManifestJSON.manifest(read)?.seed == seed)
  }

  @Test func awkwardTextComesBack() throws {
    let text = "tab\t, quote \", backslash \\, line\r\n, bell \u{7}, £ and emoji 🙂"
    let read = try JSONDecoder().decode(
      JSONValue.self, from: Data(JSONValue.object(["a": .string(text)]).text))
    #expect(read["a"] == .string(text))
  }

  @Test func numbersThatJSONDoesNotHaveAreNull() {
    #expect(
      String(decoding: JSONValue.array([.number(.nan), .number(.infinity)]).text, as: UTF8.self)
        == "[\n  null,\n  null\n]\n")
  }
}
