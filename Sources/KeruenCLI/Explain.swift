internal import ArgumentParser
internal import Keruen

struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Says why a rule is there, with a bad and a good example.",
        discussion: """
            Examples:
              keruen explain LOC0104
              keruen explain CAT0203 --language zh-Hans
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
        if let example = RuleExample(of: code) {
            lines += [
                "",
                report.text("rules.bad", ["example": .text(example.bad)]) ?? "",
                report.text("rules.good", ["example": .text(example.good)]) ?? "",
            ]
            if let source = example.source {
                lines.append(report.text("rules.source", ["source": .text(source)]) ?? "")
            }
        }
        if let rule = CatalogRule.all.first(where: { $0.code == code }) {
            let parts = rule.needs.names.compactMap { report.text("needs.\($0)") }
            lines += [
                report.text("rules.level", ["severity": .text(report.text("severity.\(rule.severity.rawValue)") ?? "")])
                    ?? "",
                report.text("rules.needs", ["parts": .text(parts.joined(separator: ", "))]) ?? "",
            ]
        }
        try write(lines.joined(separator: "\n"), report)
    }
}
