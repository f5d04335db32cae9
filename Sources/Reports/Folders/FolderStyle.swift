/// What pages of folders have in their style sheet beside what every page has: a drawing for a wide and one for a narrow
/// screen, and the classes of their charts.
enum FolderStyle {
  static let css = """
    .for-narrow{display:none}
    @media screen and (max-width:779px){.for-wide{display:none}.for-narrow{display:block}\
    .for-narrow svg.chart{max-width:480px}}
    .scroll tbody th{min-width:9rem}
    .ring{fill:var(--paper);stroke:var(--blue);stroke-width:2}
    .bar{stroke:var(--blue);stroke-width:2.5}
    .bar-strong{stroke:var(--blue);stroke-width:4.5}
    .spot1{fill:var(--blue)}.spot2{fill:var(--teal)}.spot3{fill:var(--pink)}.spot4{fill:var(--orange)}
    .heat{fill:var(--blue);stroke:var(--grid);stroke-width:.6}
    .heat0{fill:none;stroke:var(--grid);stroke-width:.6}
    .heat1{fill-opacity:.05}.heat2{fill-opacity:.15}.heat3{fill-opacity:.26}.heat4{fill-opacity:.37}.heat5{fill-opacity:.48}
    .heat-best{fill:none;stroke:var(--orange);stroke-width:3}
    .split1{fill:var(--blue)}.split2{fill:var(--teal-fill)}
    .split3{fill:var(--grid);stroke:var(--soft);stroke-width:1;stroke-dasharray:3 2}
    .rank{fill:var(--blue);fill-opacity:.45}
    .numbers{display:flex;flex-wrap:wrap;gap:1rem;padding:0;margin:1rem 0;list-style:none;max-width:none}
    .numbers li{flex:1 1 12rem;border-top:3px solid var(--blue);padding-top:.4rem}
    .numbers strong{display:block;font-size:1.5rem;line-height:1.2}

    """

  /// A few numbers that stand out, each with what it is.
  static func numbers(_ items: [(number: String, what: String)]) -> String {
    items.isEmpty
      ? ""
      : "<ul class=\"numbers\">\n"
        + items.map { "<li><strong>\(Html.escape($0.number))</strong> \(Html.escape($0.what))</li>\n" }
        .joined()
        + "</ul>\n"
  }
}
