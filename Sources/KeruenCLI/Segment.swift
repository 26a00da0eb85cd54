internal import ArgumentParser
internal import Keruen

struct Segment: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Parts lines into words with a space between.",
        discussion: """
            Example:
              echo '喀纳斯湖手工刺绣围巾' | keruen segment --locale zh-Hans     # 喀纳斯 湖 手工 刺绣 围巾

            Marks stand apart like words; spaces of the line are not kept. Placeholders and addresses are parted too.
            """)

    @OptionGroup var locale: LocaleOption
    @OptionGroup var language: LanguageOption

    func run() throws {
        let report = language.report()
        do {
            let segmenter = try WordSegmenter(locale.knownTag(report))
            try filterLines(report) { line in
                segmenter.segments(line).filter { !$0.text.allSatisfy(\.isWhitespace) }.map { String($0.text) }
                    .joined(separator: " ")
            }
        } catch let error as TextError {
            throw Failure(error, in: report)
        }
    }
}
