internal import ArgumentParser
internal import Foundation
internal import Keruen

struct Inspect: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Finds what nobody sees in a line: look-alike letters, wrong encodings, invisible characters.",
        discussion: """
            Examples:
              echo 'Қазaқстан' | keruen inspect --locale kk
              keruen inspect --repair < titles.txt > repaired.txt

            A line out for each line in: empty where nothing was found, else each finding with its column, its code and the \
            repair. --repair writes the lines themselves, with every repair that is known. Exits with 1 where something was \
            found, but not with --repair.
            """)

    @Option(help: "The lines' language; without it only what no language has is found.")
    var locale: String?

    @Flag(help: "Write the lines repaired.")
    var repair = false

    @Option(help: "text or json; json is an object a line.")
    var format = ReportFormat.text

    @OptionGroup var language: LanguageOption

    private struct Entry: Encodable {
        var kind: String
        var offset: Int
        var text: String
        var repair: String?
    }

    func run() throws {
        let report = language.report()
        let inspection = TextInspection(try locale.map { try LanguageTag.parseKnown($0, report) })
        var isClean = true
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        try filterLines(report) { line in
            if repair { return inspection.repaired(line) }
            let findings = inspection.findings(in: line)
            isClean = isClean && findings.isEmpty
            switch format {
            case .text: return findings.map { sentence($0, report) }.joined(separator: " ")
            case .json:
                let entries = findings.map {
                    Entry(kind: $0.kind.rawValue, offset: $0.offset, text: String($0.text), repair: $0.repair)
                }
                return (try? encoder.encode(["findings": entries])).map { String(decoding: $0, as: UTF8.self) } ?? ""
            }
        }
        if !isClean { throw Failure(.findings, [], in: report) }
    }

    private func sentence(_ finding: TextFinding, _ report: ReportLanguage) -> String {
        let points = finding.text.unicodeScalars.filter { !$0.properties.isAlphabetic }
            .map { "U+" + String($0.value, radix: 16, uppercase: true) }
        let diagnostic = Diagnostic(
            Self.code(finding.kind), .warning, at: nil,
            ["text": .text(String(finding.text)), "points": .text(points.joined(separator: " "))])
        let repair = finding.repair.map { $0.isEmpty ? "" : " → \($0)" } ?? ""
        return "\(finding.offset + 1): \(diagnostic.code) \(report.sentence(diagnostic))\(repair)"
    }

    private static func code(_ kind: TextFinding.Kind) -> Diagnostic.Code {
        switch kind {
        case .mixedScript: "TXT0201"
        case .homoglyph: "TXT0202"
        case .mojibake: "TXT0203"
        case .notNFC: "TXT0204"
        case .invisible: "TXT0205"
        case .traditionalInSimplified: "TXT0206"
        case .simplifiedInTraditional: "TXT0207"
        case .russianInKazakh: "TXT0208"
        case .kazakhInRussian: "TXT0209"
        case .replacementCharacter: "TXT0210"
        }
    }
}
