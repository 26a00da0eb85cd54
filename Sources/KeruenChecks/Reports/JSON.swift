internal import Foundation

/// Reports for programs: one JSON object, keys sorted, the same bytes every run. The keys are documented in docs/cli.md.
public struct JSONReport: Sendable {
    public var language: ReportLanguage

    public init(in language: ReportLanguage) { self.language = language }

    public func validation(_ validation: Validation) -> String {
        encode(
            ValidationBody(
                version: 1, products: validation.products, clean: validation.clean, errors: validation.errors,
                warnings: validation.warnings, notes: validation.notes, leftOut: validation.leftOut,
                known: validation.known, vanished: validation.vanished, findings: validation.findings.map(finding)))
    }

    public func coverage(_ coverage: Coverage) -> String {
        encode(
            CoverageBody(
                version: 2,
                cells: coverage.cells.map {
                    .init(
                        market: $0.market, language: $0.language.description, required: $0.isRequired,
                        converted: $0.isConverted,
                        percent: $0.percent,
                        strings: .init(present: $0.strings.present, total: $0.strings.total),
                        products: .init(present: $0.products.present, total: $0.products.total),
                        legal: .init(present: $0.legal.present, total: $0.legal.total),
                        parts: $0.parts.map { part in
                            .init(
                                area: part.area.rawValue, name: part.name, class: part.textClass.rawValue,
                                present: part.count.present, total: part.count.total)
                        })
                }, findings: coverage.findings.map(finding)))
    }

    /// Any value of documented keys.
    public func encode(_ value: some Encodable) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .iso8601
        return (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }

    public func finding(_ diagnostic: Diagnostic) -> Finding {
        Finding(
            code: diagnostic.code.rawValue, severity: diagnostic.severity.rawValue,
            file: diagnostic.position?.file, line: diagnostic.position?.line, column: diagnostic.position?.column,
            message: language.sentence(diagnostic))
    }

    public struct Finding: Encodable, Sendable {
        public var code: String
        public var severity: String
        public var file: String?
        public var line: Int?
        public var column: Int?
        public var message: String
    }

    private struct ValidationBody: Encodable {
        var version: Int
        var products: Int
        var clean: Int
        var errors: Int
        var warnings: Int
        var notes: Int
        var leftOut: Int
        var known: Int
        var vanished: [String]
        var findings: [Finding]
    }

    private struct CoverageBody: Encodable {
        var version: Int
        var cells: [Cell]
        var findings: [Finding]

        struct Cell: Encodable {
            var market: String
            var language: String
            var required: Bool
            var converted: Bool
            var percent: Int
            var strings: Count
            var products: Count
            var legal: Count
            var parts: [Part]
        }

        struct Part: Encodable {
            var area: String
            var name: String
            var `class`: String
            var present: Int
            var total: Int
        }

        struct Count: Encodable {
            var present: Int
            var total: Int
        }
    }
}
