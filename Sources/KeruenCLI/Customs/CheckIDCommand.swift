internal import ArgumentParser
internal import Keruen

struct CheckIDCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check-id",
        abstract: "Tells whether a number of a person, a firm, a parcel or goods can be right, and why not.",
        discussion: """
            Examples:
              keruen check-id inn 7707083893
              keruen check-id s10 'RR 473 124 829 GB' --format json
              echo 061211600012 | keruen check-id iin -

            A person's number is shown by its end alone; - reads it from standard input, so that it stays out of the shell's history. \
            A right number need not have been given to anybody. Exits with 1 for a wrong one.
            """)

    @Argument(
        help: "inn, ogrn, iin, bin, resident-id, uscc, s10 or gtin.",
        transform: { try IdentifierKind(choice: $0, of: "KIND") })
    var kind: IdentifierKind
    @Argument(help: "The number; - for a line of standard input.")
    var value: String
    @Option(help: "text or json")
    var format = ReportFormat.text
    @OptionGroup var language: LanguageOption

    private struct Body: Encodable {
        var version = 1
        var kind: String
        var valid: Bool
        var value: String
        var code: String?
        var message: String?
    }

    func run() throws {
        let report = language.report()
        let text = value == "-" ? String(decoding: standardInputLines().first ?? [], as: UTF8.self) : value
        let fault = kind.fault(in: text)
        let shown = kind.shown(text, isValid: fault == nil)
        let problem = fault?.diagnostic(for: kind)
        switch format {
        case .json:
            let body = Body(
                kind: kind.rawValue, valid: fault == nil, value: shown, code: fault?.code.rawValue,
                message: problem.map(report.sentence))
            try write(JSONReport(in: report).encode(body), report)
        case .text:
            if fault == nil {
                let arguments: [String: Diagnostic.Argument] = [
                    "identifier": .text(kind.rawValue), "value": .text(shown),
                ]
                try write(report.text("identifier.valid", arguments) ?? shown, report)
            }
        }
        if let problem { throw Failure(.findings, format == .json ? [] : [problem], in: report) }
    }
}
