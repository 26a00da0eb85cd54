import Foundation
import TestSupport
import Testing

@testable import KeruenChecks

/// Faults that translations really have, each put into a healthy set of tables: all are found, and nothing else.
@Suite("A fault in a translation")
struct DefectTests {
    private static let folder = Project.root.appending(path: "Tests/KeruenChecksTests/Defects")

    private struct Defect: Decodable {
        var id: String
        var language: String
        var key: String
        var value: String?
        var expect: String
        var sourceValue: String?
        var twin: Twin?

        struct Twin: Decodable {
            var key: String
            var value: String?
        }
    }

    /// The rules that may find a kind of fault; some kinds have several.
    private static let codes: [String: Set<Diagnostic.Code>] = [
        "missing": ["LOC0101"], "empty": ["LOC0101"], "parse-error": ["LOC0102"],
        "argument-parity": ["LOC0103", "LOC0125"], "plural-categories": ["LOC0104", "LOC0128"],
        "exact-number-only": ["LOC0104"], "mixed-script": ["LOC0105"], "extra-key": ["LOC0106"], "stale": ["LOC0108"],
        "too-long": ["LOC0109"], "wrong-script": ["LOC0110"], "identical-to-source": ["LOC0111"],
        "identical-to-russian": ["LOC0112"], "glossary": ["LOC0113"], "punctuation": ["LOC0114", "LOC0115"],
        "placeholder-spacing": ["LOC0115"], "mojibake": ["LOC0116", "LOC0118"], "not-nfc": ["LOC0117"],
        "invisible": ["LOC0118"], "exemplar": ["LOC0119", "LOC0105"], "wrong-han": ["LOC0120"],
        "wrong-language": ["LOC0121", "LOC0119"], "markup-parity": ["LOC0122"],
        "format-golden": ["LOC0123", "LOC0129"], "unknown-function": ["LOC0124"], "bad-option": ["LOC0124"],
    ]

    private func tables() throws -> StringTables {
        try StringTables.load(folder: Self.folder.appending(path: "clean"), as: "clean")
    }

    @Test("is none in the healthy tables")
    func clean() throws {
        let tables = try tables()
        let findings = StringCheck(strings: tables).findings(in: tables.languages)
            .filter {
                $0.code != "LOC0101"
                    || !["kk-Arab", "kk-Latn", "zh-Hant"].contains($0.arguments["language"]?.description)
            }
        let report = TerminalReport(in: ReportLanguage(.en))
        for finding in findings { Issue.record("\(report.line(finding))") }
    }

    @Test("is found by the rule that is there for it")
    func found() throws {
        let data = try Data(contentsOf: Self.folder.appending(path: "defects.json"))
        let defects = try JSONDecoder().decode([Defect].self, from: data)
        try #require(defects.count >= 40)
        let clean = try tables()
        var missed: [String] = []
        for defect in defects {
            let language = try LanguageTag(defect.language)
            var tables = clean
            tables.put(defect.value, at: defect.key, in: language)
            if let twin = defect.twin { tables.put(twin.value, at: twin.key, in: language) }
            if let source = defect.sourceValue { tables.changeSource(of: defect.key, to: source, staleIn: language) }
            let wanted = try #require(Self.codes[defect.expect], "\(defect.expect)")
            let keys = [defect.key, defect.twin?.key]
            let found = StringCheck(strings: tables).findings(in: [language]).filter {
                keys.contains($0.arguments["key"]?.description)
            }
            if !found.contains(where: { wanted.contains($0.code) }) {
                missed.append("\(defect.id): \(defect.expect), found \(found.map(\.code.rawValue))")
            }
        }
        print("Faults found: \(defects.count - missed.count) of \(defects.count)")
        #expect(missed.isEmpty, "\(missed.joined(separator: "\n"))")
    }
}

extension StringTables {
    fileprivate mutating func put(_ value: String?, at key: String, in language: LanguageTag) {
        let position =
            self[language, key]?.position ?? SourcePosition(file: "clean/\(language)/shop.json", line: 1, column: 1)
        self[language, key] = value.map { Entry($0, at: position) }
    }

    /// The source changes, and the translation stays what it was made of.
    fileprivate mutating func changeSource(of key: String, to text: String, staleIn language: LanguageTag) {
        guard var source = sources[key] else { return }
        self[language, key]?.sourceHash = source.hash
        source = SourceString(
            key: key, text: text, position: source.position, comment: source.comment, maxLength: source.maxLength,
            arguments: source.arguments, textClass: source.textClass)
        add(source)
    }
}
