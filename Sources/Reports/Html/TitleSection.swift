import Charts
import Parameters
import Results

/// The top of the report: the question, the answer with both ends of its range, and whether it may be used at all.
struct TitleSection {
  let result: ResultSet
  init(_ result: ResultSet) { self.result = result }

  var html: String {
    let m = result.manifest
    var text = Html.heading(1, m.title)
    if !m.question.isEmpty { text += Html.paragraph(m.question, "lead") }
    if let changed = m.changed { text += Html.paragraph(changed, "lead") }
    if m.interrupted || m.replicationsDone < m.replicationsWanted {
      text += notice(
        "Unfinished: \(m.replicationsDone) of \(Words.futures(m.replicationsWanted)) were finished before the run was stopped."
      )
    }
    let broken = result.checks.filter { !$0.holds }
    if !broken.isEmpty {
      text += notice(
        "Do not use these figures: \(broken.map(\.balance).joined(separator: ", ")) does not balance.")
    }
    let answer = AnswerWords(result)
    if !answer.sentence.isEmpty {
      text += Html.paragraph("The answer: " + answer.sentence, "lead") + Html.cards(answer.cards)
    }
    text += warnings
    text += Html.paragraph(
      "\(Words.futures(m.replicationsDone)) from \(m.startDate) to \(m.endDate). Each number is given with the two ends "
        + "between which 8 of 10 simulated futures lie; in 1 of 10 it is lower, and in 1 of 10 higher. The ranges are the "
        + "model's own: they do not hold what the model leaves out.", "soft")
    return text
  }

  /// What each warning is about, right below the answer; all of each stands under how sure this is.
  private var warnings: String {
    let warnings = result.allWarnings.map { Words.plain($0.prefix(1).uppercased() + $0.dropFirst()) }
    guard !warnings.isEmpty else { return "" }
    let short = warnings.map { warning -> String in
      guard warning.count > 170, let end = warning.prefix(160).lastIndex(of: " ") else { return warning }
      return warning[..<end] + " …"
    }
    return "<div class=\"notice\" role=\"note\">" + Html.paragraph("Know this first:") + Html.list(short)
      + "<p><a href=\"#sure\">The warnings in full, and how right such forecasts have been</a></p></div>\n"
  }

  private func notice(_ words: String) -> String {
    "<div class=\"notice\" role=\"note\">" + Html.paragraph(words) + "</div>\n"
  }
}

/// The answer to the question of a scenario, in sentences and in a few numbers.
struct AnswerWords {
  let stories: [SeriesStory]

  /// The headlines that have a fan, five at most.
  init(_ result: ResultSet, most: Int = 5) {
    let fans = result.series.headlines.filter(\.hasFan).compactMap {
      SeriesStory(besidePublished: $0, of: result)
    }
    // Where there are more, children, staff and money are each among them.
    let firsts = fans.map(\.series.subject).uniqued.compactMap { subject in
      fans.first { $0.series.subject == subject }
    }
    let chosen = Set(
      (firsts + fans.filter { story in !firsts.contains { $0.place == story.place } }).prefix(most).map(
        \.place))
    stories = fans.filter { chosen.contains($0.place) }
  }

  /// The first of what is about children, and of money.
  private var main: [SeriesStory] {
    let chosen = [Series.Subject.children, .money].compactMap { subject in
      stories.first { $0.series.subject == subject }
    }
    return chosen.isEmpty ? Array(stories.prefix(1)) : chosen
  }

  /// `Children looked after in March 2025: between 334 and 659, against 357 on 1 April 2015. … Each range holds 8 of 10
  /// simulated futures.` Empty where nothing is told.
  var sentence: String {
    guard !main.isEmpty else { return "" }
    return main.map { story in
      "\(story.dated): \(story.range)" + (story.startWords.isEmpty ? "." : ", against \(story.startWords).")
    }.joined(separator: " ")
      + (main.count == 1
        ? " So it is in 8 of 10 simulated futures." : " Each holds in 8 of 10 simulated futures.")
  }

  var cards: [(name: String, number: String, note: String)] {
    stories.map { story in
      let ends = [story.last.p10, story.last.p90].map(story.format.text)
      return (
        story.dated, ends[0] == ends[1] ? ends[0] : "\(ends[0]) to \(ends[1])",
        "8 of 10 simulated futures; median \(story.format.text(story.last.p50))"
          + (story.startWords.isEmpty ? "" : "; \(story.startWords)")
      )
    }
  }
}
