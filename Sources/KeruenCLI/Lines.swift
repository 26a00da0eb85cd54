internal import ArgumentParser
internal import Foundation
internal import Keruen

/// The lines of standard input, for the filters; a newline at the very end opens no further line.
func standardInputLines() -> [ArraySlice<UInt8>] {
    // An array, because Data hands out its bytes one call at a time: splitting it took as long as sorting the lines.
    let input = [UInt8](FileHandle.standardInput.readDataToEndOfFile())
    var lines = input.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
}

/// Writes lines to standard output, each ended by a newline, in one go.
func write(lines: [some Collection<UInt8>], _ report: ReportLanguage) throws {
    var output = Data(capacity: lines.reduce(0) { $0 + $1.count + 1 })
    for line in lines {
        output.append(contentsOf: line)
        output.append(UInt8(ascii: "\n"))
    }
    try write(output, report)
}

/// A line out for each line in. Bytes that are not UTF-8 become U+FFFD, and a newline in an outcome a space.
func filterLines(_ report: ReportLanguage, _ outcome: (String) throws(TextError) -> String) throws {
    var written: [UInt8] = []
    for line in standardInputLines() {
        do throws(TextError) {
            let text = try outcome(String(decoding: line, as: UTF8.self))
            written += text.utf8.map { $0 == UInt8(ascii: "\n") ? UInt8(ascii: " ") : $0 }
        } catch { throw Failure(error, in: report) }
        written.append(UInt8(ascii: "\n"))
    }
    try write(Data(written), report)
}

/// `--locale`, for the filters that work by language.
struct LocaleOption: ParsableArguments {
    @Option(help: "The lines' language, such as zh-Hans, ru or kk.")
    var locale: String

    func tag(_ report: ReportLanguage) throws -> LanguageTag { try LanguageTag.parse(locale, report) }

    /// A tag whose language exists: `kz` for `kk` would otherwise do nothing, and say nothing.
    func knownTag(_ report: ReportLanguage) throws -> LanguageTag { try LanguageTag.parseKnown(locale, report) }
}
