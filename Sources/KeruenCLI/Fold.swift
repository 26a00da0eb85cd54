internal import ArgumentParser
internal import Keruen

struct Fold: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Writes lines as searches compare them.",
        discussion: """
            Example:
              echo 'ЁЛКА ＳＩＬＫ' | keruen fold     # елка silk

            NFKC case folding, and Russian ё as е; й and the letters of Kazakh stay themselves.
            """)

    @OptionGroup var language: LanguageOption

    func run() throws {
        let report = language.report()
        try filterLines(report) { $0.foldedForSearch }
    }
}
