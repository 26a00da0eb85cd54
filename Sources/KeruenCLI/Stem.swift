internal import ArgumentParser
internal import Keruen

struct Stem: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Writes what the forms of each word have in common.",
        discussion: """
            Example:
              echo 'кілемдеріміздің кітабы' | keruen stem --locale kk     # кілем кітап

            Folded words with a space between: Russian ones by Snowball's stems, Kazakh ones without their endings, of other \
            languages as they are. Stems are keys for searches, not words to show.
            """)

    @OptionGroup var locale: LocaleOption
    @OptionGroup var language: LanguageOption

    func run() throws {
        let report = language.report()
        do {
            let analyzer = try SearchAnalyzer(locale.knownTag(report))
            try filterLines(report) { line in analyzer.words(line).map(\.stem).joined(separator: " ") }
        } catch let error as TextError {
            throw Failure(error, in: report)
        }
    }
}
