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
  func open(
    _ page: String, isNight: Bool = false, width: Int = 1000, sharing isSharing: Bool = false
  ) throws -> (page: String, talk: String) {
    let outcome = try Tools.run(
      program,
      words(
        [
          "--enable-logging=stderr", "--log-net-log=\(place.path)/net.json", "--virtual-time-budget=30000",
          "--window-size=\(width),1400", "--dump-dom",
        ] + (isNight ? ["--blink-settings=preferredColorScheme=0"] : [])
          + (isSharing ? ["--allow-file-access-from-files"] : []), page), in: place.path)
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
  ///
  /// - Parameter isSharing: whether files in the folder of the page may look at one another, as a frame at its page.
  func probe(
    _ page: String, _ scripts: [String], isNight: Bool = false, width: Int = 1000,
    sharing isSharing: Bool = false
  ) throws -> [String: Any] {
    let text = String(decoding: try Data(contentsOf: URL(fileURLWithPath: page)), as: UTF8.self)
    let policy = #/<meta http-equiv="Content-Security-Policy"[^>]*>/#
    try #require(text.contains(policy))
    let added = scripts.map { "<script>\($0)</script>" }.joined()
    let copy = text.replacing(policy, with: "").replacing("</body>", with: added + "</body>")
    try place.write(width < Self.narrowest ? Self.framed(copy, width: width) : copy, as: "probe.html")
    let seen = try open(
      place.path + "/probe.html", isNight: isNight, width: width, sharing: isSharing)
    let match = try #require(
      seen.page.firstMatch(of: #/<pre id="found">([^<]*)<\/pre>/#), "the script did not end: \(seen.talk)")
    let json = String(match.output.1).replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&amp;", with: "&")
    return try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
  }

  /// No window is narrower; a page of a phone's width is looked at in a frame of that width.
  private static let narrowest = 500

  /// The page in a frame; what its script found is put into the page around it.
  private static func framed(_ page: String, width: Int) -> String {
    let inside = page.replacing("&", with: "&amp;").replacing("\"", with: "&quot;")
    return """
      <!DOCTYPE html><meta charset="utf-8"><body style="margin:0"><iframe id="phone" style="border:0" width="\(width)" \
      height="800" srcdoc="\(inside)"></iframe><script>
      const wait=setInterval(()=>{const found=document.getElementById('phone').contentDocument.getElementById('found');
      if(!found)return;clearInterval(wait);document.body.appendChild(document.importNode(found,true));
      document.getElementById('phone').remove()},50)</script></body>
      """
  }

  /// Puts what `expression` comes to at the end of the page.
  static func script(_ body: String) -> String {
    """
    (async()=>{const found=await (async()=>{\(body)})();const pre=document.createElement('pre');pre.id='found';\
    pre.textContent=JSON.stringify(found);document.body.appendChild(pre)})()
    """
  }
}
