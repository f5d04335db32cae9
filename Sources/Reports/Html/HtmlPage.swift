import Charts

/// A whole page: one file that holds all it needs, loads nothing and runs nothing.
struct HtmlPage {
  let title: String
  /// Whose it is and how it came about, for the foot of every page.
  let origin: String
  var isOnePage = false
  /// What the page has in its style sheet beside what every page has.
  var style = ""

  func text(_ body: String) -> [UInt8] {
    var text = """
      <!DOCTYPE html>
      <html lang="en-GB">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="generator" content="caseload">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <meta name="color-scheme" content="light dark">
      <title>\(Html.escape(title))</title>
      <style>

      """
    text += ChartStyle.css + PageStyle.css + (isOnePage ? PageStyle.onePage : "") + style
    text += "</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#content\">Skip to the content</a>\n"
    text += "<main id=\"content\">\n" + body + "</main>\n"
    text += "<footer><p>\(Html.escape(origin))</p></footer>\n</body>\n</html>\n"
    return Array(text.utf8)
  }
}

/// How pages look: on a wide and a narrow screen, by night, and on A4 paper.
enum PageStyle {
  static let css = """
    *{box-sizing:border-box}
    html{background:var(--paper);color:var(--ink);font-family:Arial,"Liberation Sans",Helvetica,sans-serif;\
    font-size:17px;line-height:1.45}
    body{margin:0 auto;max-width:960px;padding:1rem 1.25rem 3rem}
    h1{font-size:2rem;line-height:1.15;margin:.6rem 0}
    h2{font-size:1.45rem;line-height:1.2;margin:2.6rem 0 .6rem;padding-top:.5rem;border-top:3px solid var(--blue)}
    h3{font-size:1.1rem;line-height:1.3;margin:1.4rem 0 .4rem}
    p,ul{max-width:46rem;overflow-wrap:anywhere}
    a{color:var(--blue)}
    a:focus-visible,summary:focus-visible,.scroll:focus-visible,pre:focus-visible{outline:3px solid var(--orange);\
    outline-offset:2px}
    .lead{font-size:1.2rem}
    .soft{color:var(--soft)}
    .skip{position:absolute;left:-999rem}
    .skip:focus{position:static}
    .unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
    .scroll{overflow-x:auto;margin:.6rem 0}
    .cards{list-style:none;display:flex;flex-wrap:wrap;gap:.8rem;padding:0;margin:1rem 0;max-width:none}
    .cards li{flex:1 1 9rem;border-left:5px solid var(--blue);padding:.1rem 0 .1rem .7rem}
    .cards .name,.cards strong,.cards .note{display:block}
    .cards .name{font-size:.9rem}
    .cards strong{font-size:1.35rem;line-height:1.25}
    .cards .note{font-size:.84rem;color:var(--soft)}
    table{border-collapse:collapse;font-size:.88rem;width:100%;font-variant-numeric:tabular-nums}
    caption{text-align:left;font-weight:700;padding:.3rem 0}
    th,td{padding:.28rem .6rem .28rem 0;text-align:left;vertical-align:top;border-bottom:1px solid var(--grid)}
    thead th{border-bottom:2px solid var(--soft)}
    tbody th{font-weight:400}
    .n{text-align:right;white-space:nowrap}
    figure{margin:1.6rem 0}
    figure h3{margin:0 0 .6rem}
    figcaption,.source{color:var(--soft);font-size:.84rem;margin:.35rem 0}
    details{margin:.5rem 0}
    summary{cursor:pointer;color:var(--blue);text-decoration:underline;font-size:.9rem;padding:.2rem 0}
    .notice{border-left:6px solid var(--orange);padding:.5rem .9rem;margin:1rem 0;max-width:46rem}
    .notice.good{border-color:var(--teal)}
    .notice p{margin:.25rem 0}
    pre{overflow-x:auto;background:var(--grid);padding:.7rem;font-size:.85rem}
    code{font-family:"Liberation Mono",Menlo,Consolas,monospace}
    footer{color:var(--soft);font-size:.8rem;border-top:1px solid var(--grid);margin-top:2.5rem;\
    overflow-wrap:anywhere}
    nav ul{columns:2;padding-left:1.1rem}
    @media screen and (max-width:779px){nav ul{columns:1}html{font-size:16px}body{padding:.8rem .9rem 2rem}\
    h1{font-size:1.6rem}.scroll tbody th,.scroll thead th:first-child{position:sticky;left:0;z-index:1;\
    background:var(--paper);min-width:7rem;max-width:9.5rem;overflow-wrap:break-word}}
    @media screen{.scroll{container-type:inline-size}caption span{position:sticky;left:0;display:inline-block;\
    max-width:calc(100vw - 4rem);max-width:100cqw}}
    @page{size:A4;margin:15mm 15mm 17mm;@bottom-right{content:"Page " counter(page) " of " counter(pages);\
    font-family:Arial,"Liberation Sans",sans-serif;font-size:8pt;color:#333}}
    @media print{html{font-size:10.5pt}body{max-width:none;padding:0}figure,tr,.notice,.cards li{break-inside:avoid}\
    p,li{orphans:3;widows:3}h2,h3,caption,thead{break-after:avoid}tbody tr:nth-child(-n+2){break-after:avoid}\
    tbody tr:nth-last-child(-n+2){break-before:avoid}.skip,nav{display:none}.scroll{overflow:visible}a{color:inherit}\
    details:not([open]){display:none}svg.chart{max-width:100%}thead{display:table-header-group}\
    pre{white-space:pre-wrap}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}

    """

  /// For a page that must fit one side of A4.
  static let onePage = """
    h1{font-size:1.5rem;margin:.2rem 0}h2{font-size:1.05rem;margin:.9rem 0 .3rem;padding-top:.25rem}
    figure{margin:.4rem 0}
    figure h3{font-size:1.05rem;margin:.2rem 0}
    .cards strong{font-size:1.2rem}
    @page{margin:11mm;@bottom-right{content:none}}
    @media print{html{font-size:9.4pt;line-height:1.3}table{font-size:8.8pt}th,td{padding:.1rem .5rem .1rem 0}\
    p,ul,ol{margin:.25rem 0;max-width:none}.cards{gap:.4rem;margin:.3rem 0}figure{margin:.2rem 0}\
    figure svg.chart{max-height:62mm;width:auto;margin:0}h2{margin:.5rem 0 .15rem;padding-top:.15rem}\
    footer{margin-top:.4rem}}

    """
}
