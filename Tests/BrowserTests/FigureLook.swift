import Foundation
import Testing

/// What is asked of every figure of a report, at any width.
enum FigureLook {
  /// Holds every figure of a page to it.
  ///
  /// - Returns: the figures' ids, in their order.
  static func check(_ page: String, width: Int) throws -> [String] {
    let found = try Browser().probe(page, [Browser.figures], width: width)
    #expect(found["window"] as? Int == width)
    let figures = try #require(found["figures"] as? [[String: Any]])
    return figures.map { figure in
      let id = figure["id"] as? String ?? "?"
      #expect(figure["isSlim"] as? Bool == (width < 780), "\(id)")
      #expect((figure["width"] as? Double ?? 0) > (width < 780 ? 330 : 700), "\(id)")
      #expect((figure["height"] as? Double ?? 0) > 80, "\(id)")
      #expect((figure["smallest"] as? Double ?? 0) >= 12, "\(id): \(figure["smallest"] ?? 0) px")
      let shapes = figure["shapes"] as? Int ?? 0
      #expect(
        shapes > 5 && figure["visible"] as? Int == shapes,
        "\(id): \(figure["visible"] ?? 0) of \(shapes) seen")
      #expect((figure["outside"] as? [String])?.isEmpty == true, "\(id): \(figure["outside"] ?? "")")
      #expect((figure["overlaps"] as? [String])?.isEmpty == true, "\(id): \(figure["overlaps"] ?? "")")
      #expect(figure["title"] as? Bool == true, "\(id)")
      #expect((figure["description"] as? String ?? "").count > 40, "\(id)")
      #expect((figure["heading"] as? String ?? "").hasPrefix("Figure "), "\(id)")
      #expect((figure["table"] as? Int ?? 0) > 0, "\(id)")
      return id
    }
  }
}

/// What axe-core finds against accessibility.
enum Accessibility {
  static func violations(_ page: String, isNight: Bool, width: Int = 1000) throws -> [String] {
    let axe = String(
      decoding: try Data(contentsOf: URL(fileURLWithPath: try #require(Tools.axe))), as: UTF8.self)
    let run = Browser.script(
      """
      document.querySelectorAll('details').forEach(d=>d.open=true);
      const r=await axe.run(document,{resultTypes:['violations']});
      return {passes:r.passes.length,violations:r.violations.map(v=>v.id+': '+v.help+': '
        +v.nodes.slice(0,3).map(n=>n.html.slice(0,160)+' '+(n.failureSummary||'').slice(0,200)).join(' ; '))};
      """)
    let found = try Browser().probe(page, [axe, run], isNight: isNight, width: width)
    #expect((found["passes"] as? Int ?? 0) > 10)
    return try #require(found["violations"] as? [String])
  }
}

/// A report on paper.
enum PrintedReport {
  /// Sees that no figure is cut by the end of a sheet, and that every sheet has its number.
  ///
  /// - Returns: how many figures there are.
  static func figures(_ page: String) throws -> Int {
    let sheets = try Browser().print(page)
    let figures = sheets.joined().matches(of: #/Source of figure (\d+):/#).compactMap { Int($0.output.1) }
    #expect(figures == Array(1...max(1, figures.count)))
    for number in figures {
      let heading = sheets.firstIndex { $0.contains("Figure \(number). ") }
      let source = sheets.firstIndex { $0.contains("Source of figure \(number):") }
      #expect(heading != nil && heading == source, "figure \(number) begins and ends on different sheets")
    }
    #expect(sheets.allSatisfy { $0.contains(#/Page \d+ of \d+/#) }, "each sheet has its number")
    return figures.count
  }
}
