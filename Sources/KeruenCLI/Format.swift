internal import ArgumentParser
internal import Keruen

struct Format: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Formats a MessageFormat 2 message and says what is wrong with it.",
        discussion: """
            Examples:
              keruen format --locale ru 'В корзине {$count :integer} тов.' count=3
              keruen format --locale kk '{$city :kk:case case=dative} саяхат' city=Алматы
              keruen format --locale kk-Latn '{$day :date length=long}' day=2027-06-05

            Arguments are name=value; a value that is written as a number is one. Some text always comes out, with what went wrong \
            on standard error, where the exit code is 1.
            """)

    @OptionGroup var locale: LocaleOption

    @Option(
        help: "How values keep from turning the text around them: default, none or html.",
        transform: { text in
            guard let bidi = BidiStrategy(rawValue: text) else {
                throw ValidationError("--bidi wants default, none or html")
            }
            return bidi
        })
    var bidi = BidiStrategy.default

    @Argument(help: "The message.")
    var message: String

    @Argument(help: "The arguments: name=value …")
    var arguments: [String] = []

    @OptionGroup var language: LanguageOption

    func run() throws {
        let report = language.report()
        let tag = try locale.knownTag(report)
        var values: [String: MessageArgument] = [:]
        for argument in arguments {
            let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, !parts[0].isEmpty else {
                throw Failure(.usage, [Diagnostic("CLI0111", .error, at: nil, ["value": .text(argument)])], in: report)
            }
            values[String(parts[0])] = MessageArgument(typed: String(parts[1]))
        }
        let formatted = Message.format(message, values, in: tag, bidi: bidi)
        try write(formatted.text, report)
        let unknown = (try? Message(message).unknownOptions()) ?? []
        let errors = formatted.errors + unknown.filter { !formatted.errors.contains($0) }
        for error in errors {
            standardError(TerminalReport(in: report).line(Diagnostic("CLI0121", .error, at: nil, error.arguments)))
        }
        if !errors.isEmpty { throw Failure(.findings, [], in: report) }
    }
}
