internal import ArgumentParser
internal import Keruen

struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Says why a rule is there, with a bad and a good example.",
        discussion: """
            Example:
              keruen explain LOC0104
            """)

    @Argument(help: "The rule's code, as reports show it.")
    var code: String

    @OptionGroup var language: LanguageOption

    func run() throws {
        let report = language.report()
        let code = Diagnostic.Code(code.uppercased())
        guard let explanation = report.explanation(of: code) else {
            let arguments: [String: Diagnostic.Argument] = [
                "code": .text(code.rawValue),
                "known": .text(ReportLanguage.explained.map(\.rawValue).joined(separator: ", ")),
            ]
            throw Failure(.usage, [Diagnostic("CLI0115", .error, at: nil, arguments)], in: report)
        }
        var lines = ["\(code): \(explanation.title)", "", explanation.reason]
        for rule in StringRule.all where rule.code == code {
            lines += [
                "",
                report.text("rules.bad", ["example": .text(rule.example.bad)]) ?? "",
                report.text("rules.good", ["example": .text(rule.example.good)]) ?? "",
                report.text("rules.source", ["source": .text(rule.source)]) ?? "",
            ]
        }
        try write(lines.joined(separator: "\n"), report)
    }
}
