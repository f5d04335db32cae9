import Foundation

@testable import National

/// A panel of a few made-up councils in a folder of its own, as a person would hand it in.
struct SmallPanel {
  let folder: String

  /// - Parameter changed: text to put in place of some text of a file, by the file's name.
  init(changing changed: [String: (from: String, to: String)] = [:]) throws {
    folder = NSTemporaryDirectory() + "panel-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for (name, text) in SmallPanel.files {
      let change = changed[name]
      let told = change.map { text.replacing($0.from, with: $0.to) } ?? text
      try told.write(toFile: folder + "/" + name, atomically: true, encoding: .utf8)
    }
  }

  func remove() { try? FileManager.default.removeItem(atPath: folder) }

  private static let head = "year,area,la_code,measure,value,unit,status,source\n"

  private static let files: [String: String] = [
    "councils.csv": """
    la_code,area,region,first_year,last_year,succeeded_by
    ENG,England,,2010,2020,
    101,Northtown,North,2010,2020,
    102,"Southport, City of",South,2010,2020,
    103,Oldshire (to 2019),South,2010,2019,102+101 (April 2019; part to 101)

    """,
    "sources.csv": "key,release\nk1,Children looked after\n",
    "looked_after.csv": head
      + "2019,Northtown,101,children_looked_after,400,children,ok,k1\n"
      + "2020,Northtown,101,children_looked_after,410,children,ok,k1\n"
      + "2020,Northtown,101,children_looked_after/placement=for_adoption,,children,suppressed,k1\n"
      + "2020,Northtown,101,cla_ceased/reason=special_guardianship,4,children,ok,k1\n"
      + "2020,Northtown,101,cla_three_or_more_placements_rate,12,%,ok,k1\n",
    "need_and_protection.csv": head,
    "timeliness.csv": head,
    "workforce.csv": head + "2019,Northtown,101,inpost_fte,120.46,FTE,ok,k1\n",
    "population.csv": head + "2018,Northtown,101,population_0_17,60000,children,ok,k1\n",
    "money.csv": head + "2020,Northtown,101,cost_gbp/line=children_looked_after,21000000.4,£ gross,ok,k1\n",
  ]
}
