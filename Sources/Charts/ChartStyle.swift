/// What the classes of the drawings look like. The page that holds a drawing puts this text into its style sheet.
///
/// Colours are those of the Government Analysis Function for charts: dark blue 12436D, turquoise 28A197, dark pink
/// 801650 and orange F46A25, at most four in one chart. By night each has a lighter tone of the same hue, so that it
/// stands off the dark page. Nothing is told by colour alone: lines have their own dashes, marks their own shapes, and
/// bars and cells carry their numbers.
package enum ChartStyle {
  package static let css = """
    :root{--ink:#0b0c0c;--soft:#484f54;--paper:#fff;--grid:#d8dcde;--blue:#12436d;--teal:#1b7a72;--teal-fill:#28a197;\
    --pink:#801650;--orange:#f46a25;--red-cell:#e9c8d9;--amber-cell:#fde0cf;--green-cell:#cfebe8}
    @media (prefers-color-scheme:dark){:root{--ink:#f3f4f5;--soft:#b9c0c5;--paper:#14181b;--grid:#3a4247;\
    --blue:#7db6e8;--teal:#57c7bd;--teal-fill:#2fa89d;--pink:#e29ac4;--orange:#ff9a63;--red-cell:#5c2242;\
    --amber-cell:#5a3420;--green-cell:#1d4a46}}
    @media print{:root{--ink:#000;--soft:#333;--paper:#fff;--grid:#ccc;--blue:#12436d;--teal:#1b7a72;\
    --teal-fill:#28a197;--pink:#801650;--orange:#d8540f;--red-cell:#e9c8d9;--amber-cell:#fde0cf;--green-cell:#cfebe8}}
    svg.chart{display:block;width:100%;height:auto;max-width:860px;overflow:visible}
    svg.chart.slim{display:none;max-width:520px}
    @media screen and (max-width:779px){svg.chart.wide{display:none}svg.chart.slim{display:block}}
    svg.chart text{font-family:Arial,"Liberation Sans",Helvetica,sans-serif;font-size:14px;fill:var(--ink)}
    svg.chart.slim text{font-size:13px}
    svg.chart text.tick{fill:var(--soft)}
    svg.chart text.strong{font-weight:700}
    svg.chart text.halo{paint-order:stroke;stroke:var(--paper);stroke-width:3px;stroke-linejoin:round}
    svg.chart text.inside{font-weight:700;fill:var(--ink)}
    svg.chart text.on-dark{font-weight:700;fill:var(--paper)}
    svg.chart.slim text.inside,svg.chart.slim text.on-dark{font-size:12px}
    .grid{stroke:var(--grid);stroke-width:1}
    .break{fill:none;stroke:var(--ink);stroke-width:1.6}
    .zero,.axis{stroke:var(--soft);stroke-width:1}
    .widest{fill:var(--blue);fill-opacity:.16}
    .band80{fill:var(--blue);fill-opacity:.2}
    .band50{fill:var(--blue);fill-opacity:.32}
    .edge80{fill:none;stroke:var(--blue);stroke-width:1;stroke-dasharray:5 3}
    .path{fill:none;stroke:var(--soft);stroke-width:.8;stroke-opacity:.7}
    .median{fill:none;stroke:var(--blue);stroke-width:2.5}
    .observed{fill:var(--ink);stroke:var(--paper);stroke-width:1}
    .threshold{stroke:var(--orange);stroke-width:2;stroke-dasharray:8 4}
    .leader{stroke:var(--soft);stroke-width:.7}
    .total{fill:var(--blue)}
    .rise{fill:var(--orange)}
    .fall{fill:var(--teal-fill)}
    .connector{stroke:var(--soft);stroke-width:1;stroke-dasharray:2 2}
    .whisker{stroke:var(--ink);stroke-width:1.2}
    .line1,.line2,.line3,.line4{fill:none;stroke-width:2.5}
    .line1{stroke:var(--blue)}
    .line2{stroke:var(--teal);stroke-dasharray:9 4}
    .line3{stroke:var(--pink);stroke-dasharray:3 3}
    .line4{stroke:var(--orange);stroke-dasharray:12 3 3 3}
    .area1{fill:var(--blue);fill-opacity:.14}
    .area2{fill:var(--teal-fill);fill-opacity:.16}
    .area3{fill:var(--pink);fill-opacity:.14}
    .area4{fill:var(--orange);fill-opacity:.16}
    .low{fill:var(--teal-fill)}
    .high{fill:var(--orange)}
    .dot{fill:var(--blue);stroke:var(--paper);stroke-width:1.5}
    .cell-R{fill:var(--red-cell)}
    .cell-A{fill:var(--amber-cell)}
    .cell-G{fill:var(--green-cell)}
    .cell{fill:var(--paper)}
    .cell,.cell-R,.cell-A,.cell-G{stroke:var(--grid);stroke-width:2}
    .gross{fill:var(--paper);stroke:var(--ink);stroke-width:2}
    .net{fill:var(--blue);stroke:var(--paper);stroke-width:1.5}
    .target{fill:var(--paper);stroke:var(--blue);stroke-width:2.5}
    .arrow{fill:none;stroke:var(--ink);stroke-width:1.6}
    .head{fill:var(--ink)}
    .strip{fill:var(--pink)}
    .strip0{fill:none;stroke:var(--grid);stroke-width:.6}
    .strip1{fill-opacity:.12}
    .strip2{fill-opacity:.28}
    .strip3{fill-opacity:.46}
    .strip4{fill-opacity:.68}
    .strip5{fill-opacity:.85}
    .strip6{fill-opacity:1}
    .more-likely{fill:var(--paper)}

    """
}
