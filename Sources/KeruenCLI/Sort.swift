internal import ArgumentParser
internal import Foundation
internal import Keruen

struct Sort: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Sorts lines as readers of a language expect.",
        discussion: """
            Examples:
              printf 'Үй\\nАна\\nӘке\\n' | keruen sort --locale kk
              keruen sort --locale zh-Hans-u-co-stroke < titles.txt

            Lines are read from standard input and written as they came, byte for byte, each ended by a newline. Equal \
            lines keep their order.
            An unknown language or collation exits with 3.
            """)

    @Option(help: "A language tag; -u-co- chooses among its orders, such as zh-Hans-u-co-stroke.")
    var locale: String

    @Flag(help: "The last line first.")
    var reverse = false

    @OptionGroup var language: LanguageOption

    func run() throws {
        let collator: Collator
        let report = language.report()
        do { collator = try Collator(locale) } catch { throw Failure(error, in: report) }
        var lines = standardInputLines()
        // Turned round twice, so that equal lines keep their order in reverse too.
        if reverse { lines.reverse() }
        var sorted = collator.sorted(lines) { String(decoding: $0, as: UTF8.self) }
        if reverse { sorted.reverse() }
        try write(lines: sorted, report)
    }
}
