internal import ArgumentParser
internal import Foundation
internal import Keruen

struct Transliterate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Writes lines in another script.",
        discussion: """
            Examples:
              echo 'Қолөнер бұйымы' | keruen transliterate --to kk-Latn
              echo 'Юрий Щукин' | keruen transliterate --to ru-Latn-icao

            One line in, one line out. What is in other scripts stays as it is, and so do placeholders in braces,
            addresses, and words with a letter that the scheme does not have. Bytes that are not UTF-8 become U+FFFD.
            """)

    private static let schemes = Transliterator.Scheme.allCases.map(\.rawValue).joined(separator: ", ")

    @Option(help: "The scheme: \(schemes).")
    var to: String

    @OptionGroup var language: LanguageOption

    func run() throws {
        let report = language.report()
        guard let scheme = Transliterator.Scheme(rawValue: to) else {
            let arguments: [String: Diagnostic.Argument] = ["scheme": .text(to), "known": .text(Self.schemes)]
            throw Failure(.usage, [Diagnostic("CLI0107", .error, at: nil, arguments)], in: report)
        }
        do {
            let transliterator = try Transliterator(scheme)
            let lines = try standardInputLines().map { line in
                try transliterator.apply(String(decoding: line, as: UTF8.self)).utf8
            }
            try write(lines: lines, report)
        } catch let error as TextError {
            throw Failure(error, in: report)
        }
    }
}
