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

            One line in, one line out. What is in other scripts stays as it is, and so do placeholders in braces and
            addresses. Bytes that are not UTF-8 become U+FFFD.
            """)

    private static let schemes = Transliterator.Scheme.allCases.map(\.rawValue).joined(separator: ", ")

    @Option(
        help: "The scheme: \(schemes).",
        transform: { name in
            guard let scheme = Transliterator.Scheme(rawValue: name) else {
                throw ValidationError("no scheme is called '\(name)'; there are \(schemes)")
            }
            return scheme
        })
    var to: Transliterator.Scheme

    @OptionGroup var language: LanguageOption

    func run() throws {
        let report = language.report()
        do {
            let transliterator = try Transliterator(to)
            let input = FileHandle.standardInput.readDataToEndOfFile()
            var lines = input.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            if lines.last?.isEmpty == true { lines.removeLast() }
            for line in lines { try write(try transliterator.apply(String(decoding: line, as: UTF8.self)), report) }
        } catch let error as TextError {
            throw Failure(error, in: report)
        }
    }
}
