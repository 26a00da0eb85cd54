internal import ArgumentParser
internal import Foundation
internal import Keruen

struct Transliterate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Writes lines in another script.",
        discussion: """
            Examples:
              echo 'Қолөнер бұйымы' | keruen transliterate --to kk-Latn
              echo '银行和音乐' | keruen transliterate --to pinyin
              echo 'Чанъань' | keruen transliterate --to ru-Latn-icao

            One line in, one line out. What is in other scripts stays as it is, and so do placeholders in braces, \
            addresses, and words with a letter that the scheme does not have. Bytes that are not UTF-8 become U+FFFD.

            Kazakh is read from the script that a line is in; --from says which where a line does not tell, as Latin \
            letters beside a target in Arabic ones. From Latin and Arabic letters words come back more surely where \
            Debian's package hunspell-kk is installed.
            """)

    private static let schemes = Transliterator.Scheme.targets.joined(separator: ", ")
    private static let scripts = Transliterator.Scheme.sources.joined(separator: ", ")

    @Option(help: "The scheme or script: \(schemes).")
    var to: String

    @Option(help: "The script of the lines, where they do not tell: \(scripts).")
    var from: String?

    @Option(help: "A dictionary of Chinese words in CC-CEDICT's format, to be read behind the built-in words.")
    var dictionary: String?

    @OptionGroup var language: LanguageOption

    func run() throws {
        let report = language.report()
        guard Transliterator.Scheme(to: to, from: from, of: "") != nil else {
            throw Failure(.usage, [refusal], in: report)
        }
        guard dictionary == nil || Transliterator.Scheme(to: to, of: "")?.usesPinyinDictionary == true else {
            throw Failure(.usage, [Diagnostic("CLI0112", .error, at: nil, ["target": .text(to)])], in: report)
        }
        let words = try dictionary.map { try Self.dictionary($0, report) }
        do {
            var isWarned = false
            var transliterators: [Transliterator.Scheme: Transliterator] = [:]
            var written: [UInt8] = []
            for line in standardInputLines() {
                let text = String(decoding: line, as: UTF8.self)
                guard let scheme = Transliterator.Scheme(to: to, from: from, of: text) else { continue }
                let transliterator =
                    try transliterators[scheme] ?? words.map { words throws(TextError) in
                        try Transliterator(scheme, dictionary: words)
                    } ?? Transliterator(scheme)
                transliterators[scheme] = transliterator
                if scheme.usesKazakhDictionary, !Transliterator.hasKazakhDictionary, !isWarned {
                    isWarned = true
                    standardError(TerminalReport(in: report).line(Diagnostic("CLI0108", .note, at: nil, [:])))
                }
                try transliterator.apply(text.utf8.span, to: &written)
                written.append(UInt8(ascii: "\n"))
            }
            try write(Data(written), report)
        } catch let error as TextError {
            throw Failure(error, in: report)
        }
    }

    /// Why the two options go together with no scheme.
    private var refusal: Diagnostic {
        typealias Scheme = Transliterator.Scheme
        let sources = Scheme.sources(of: to)
        let (code, scheme, known): (Diagnostic.Code, String, String) =
            if !Scheme.targets.contains(to) {
                ("CLI0107", to, Self.schemes)
            } else if let from, !Scheme.sources.contains(from) {
                ("CLI0107", from, Self.scripts)
            } else {
                (sources.isEmpty ? "CLI0109" : "CLI0110", from ?? "", sources.joined(separator: ", "))
            }
        return Diagnostic(
            code, .error, at: nil, ["scheme": .text(scheme), "target": .text(to), "known": .text(known)])
    }

    private static func dictionary(_ path: String, _ report: ReportLanguage) throws -> PinyinDictionary {
        guard let text = try? String(contentsOf: URL(filePath: path), encoding: .utf8) else {
            throw Failure(.unreadable, [Diagnostic(.unreadableFile, at: SourcePosition(file: path))], in: report)
        }
        let words = PinyinDictionary(cedict: text)
        guard words.count > 0 else {
            throw Failure(.unreadable, [Diagnostic("CLI0113", .error, at: SourcePosition(file: path))], in: report)
        }
        return words
    }
}
