import Foundation
import Testing

/// A real browser, without a window.
struct Browser {
  let program: String
  let place: Place

  /// A browser with a profile of its own.
  init() throws {
    program = try #require(Tools.browser)
    place = try Place()
  }

  private func words(_ more: [String], _ page: String) -> [String] {
    [
      "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
      "--disable-background-networking",
      "--disable-component-update", "--disable-sync", "--no-first-run", "--disable-extensions",
      "--disable-dev-shm-usage", "--user-data-dir=\(place.path)/profile",
    ] + more + ["file://" + page]
  }

  /// What the page says in the end, and what the browser says of it.
  func open(_ page: String, isNight: Bool = false, width: Int = 1000) throws -> (page: String, talk: String) {
    let outcome = try Tools.run(
      program,
      words(
        [
          "--enable-logging=stderr", "--log-net-log=\(place.path)/net.json", "--virtual-time-budget=30000",
          "--window-size=\(width),1400", "--dump-dom",
        ] + (isNight ? ["--blink-settings=preferredColorScheme=0"] : []), page), in: place.path)
    try #require(outcome.code == 0, "\(outcome.err)")
    return (outcome.out, outcome.err)
  }

  /// The addresses that the browser asked for while it was last open, without its own errands: it looks for updates of
  /// itself, for accounts and for the time at its maker's, whatever page is open.
  func requests() throws -> Set<String> {
    let log = try place.text("net.json")
    let errands =
      #/^https?:\/\/([a-z0-9.-]+\.gvt1\.com|(update|optimizationguide-pa|content-autofill|safebrowsing)\.googleapis\.com|(accounts|www|clients[0-9]|android\.clients)\.google\.com)\//#
    return Set(log.matches(of: #/"url":"([^"]+)"/#).map { String($0.output.1) }).filter {
      !$0.contains(errands)
    }
  }

  /// The page on paper, as the text of each sheet.
  func print(_ page: String) throws -> [String] {
    let pdf = place.path + "/page.pdf"
    let printed = try Tools.run(
      program, words(["--no-pdf-header-footer", "--print-to-pdf=\(pdf)"], page), in: place.path)
    try #require(printed.code == 0, "\(printed.err)")
    let text = try Tools.run(try #require(Tools.pdfText), ["-layout", pdf, "-"], in: place.path)
    return text.out.split(separator: "\u{c}", omittingEmptySubsequences: false).map(String.init).dropLast()
  }

  /// Opens a copy of a page in which a script looks around, and returns what it found. The copy may run scripts; the
  /// page itself may not.
  func probe(_ page: String, _ scripts: [String], isNight: Bool = false, width: Int = 1000) throws -> [String:
    Any]
  {
    let text = String(decoding: try Data(contentsOf: URL(fileURLWithPath: page)), as: UTF8.self)
    let policy = #/<meta http-equiv="Content-Security-Policy"[^>]*>/#
    try #require(text.contains(policy))
    let added = scripts.map { "<script>\($0)</script>" }.joined()
    let copy = text.replacing(policy, with: "").replacing("</body>", with: added + "</body>")
    try place.write(copy, as: "probe.html")
    let seen = try open(place.path + "/probe.html", isNight: isNight, width: width)
    let match = try #require(
      seen.page.firstMatch(of: #/<pre id="found">([^<]*)<\/pre>/#), "the script did not end: \(seen.talk)")
    let json = String(match.output.1).replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&amp;", with: "&")
    return try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
  }

  /// Puts what `expression` comes to at the end of the page.
  static func script(_ body: String) -> String {
    """
    (async()=>{const found=await (async()=>{\(body)})();const pre=document.createElement('pre');pre.id='found';\
    pre.textContent=JSON.stringify(found);document.body.appendChild(pre)})()
    """
  }

  /// Looks at every figure: whether it is drawn, whether anything lies outside it, and which words lie on others.
  static let figures = script(
    """
    const figures=[...document.querySelectorAll('figure')].map(figure=>{
      const svg=figure.querySelector('svg'), box=svg.getBoundingClientRect();
      const shapes=[...svg.querySelectorAll('rect,circle,path,line')];
      const visible=shapes.filter(s=>{const b=s.getBoundingClientRect();const c=getComputedStyle(s);
        return (b.width>0||b.height>0)&&(c.fill!=='none'||c.stroke!=='none')});
      const texts=[...svg.querySelectorAll('text')].map(t=>({words:t.textContent,box:t.getBoundingClientRect()}));
      const outside=texts.filter(t=>t.box.left<box.left-2||t.box.right>box.right+2||t.box.top<box.top-2
        ||t.box.bottom>box.bottom+2).map(t=>t.words);
      const overlaps=[];
      texts.forEach((a,i)=>texts.slice(i+1).forEach(b=>{
        const w=Math.min(a.box.right,b.box.right)-Math.max(a.box.left,b.box.left);
        const h=Math.min(a.box.bottom,b.box.bottom)-Math.max(a.box.top,b.box.top);
        if(w>2&&h>4)overlaps.push(a.words+' | '+b.words)}));
      return {id:figure.id,width:box.width,height:box.height,shapes:shapes.length,visible:visible.length,
        texts:texts.length,outside,overlaps,title:!!svg.querySelector('title[id]'),
        description:(svg.querySelector('desc')||{}).textContent||'',heading:(figure.querySelector('h3')||{}).textContent||'',
        table:figure.querySelectorAll('table tbody tr').length}});
    return {figures,page:document.documentElement.scrollWidth,window:innerWidth,
      paper:getComputedStyle(document.documentElement).backgroundColor};
    """)
}
