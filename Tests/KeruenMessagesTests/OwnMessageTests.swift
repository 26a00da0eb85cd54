import Testing

@testable import KeruenMessages

@Suite("The project's own messages")
struct OwnMessageTests {
    @Test("read as they should in their language, step by step and compiled")
    func texts() throws {
        func spaced(_ text: String) -> String {
            text.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
        }
        for row in ownMessages {
            let language = try LanguageTag(row.language)
            do throws(MessageError) {
                let message = try Message(row.source)
                let formatted = message.format(row.arguments, in: language, bidi: .none)
                #expect(spaced(formatted.text) == spaced(row.expected), "\(language): \(row.source)")
                #expect(formatted.errors.isEmpty, "\(language): \(row.source)")
                let compiled = MessageFormatter(message, language).format(row.arguments, bidi: .none)
                #expect(compiled == formatted, "\(language): \(row.source)")
            } catch {
                Issue.record("\(language): \(row.source): \(error)")
            }
        }
    }

    @Test("take the variant of the category that ICU names, and write numbers as ICU does")
    func plurals() throws {
        let values = [0...30, 100...130].joined().map(String.init) + ["1.5", "2.0"]
        var checked = 0
        var seen: Set<[String]> = []
        for row in ownMessages where seen.insert([row.language, row.source]).inserted {
            let language = try LanguageTag(row.language)
            let message = try Message(row.source)
            guard let plural = Plural(message) else { continue }
            let formatter = try DecimalFormatter(language, plural.isInteger ? .integer : .decimal)
            let rules = try PluralRules(language, ordinal: plural.isOrdinal, isNative: false)
            for value in values {
                var arguments = row.arguments
                arguments[plural.argument] = MessageArgument(typed: value)
                let category = try rules.category(of: value, as: formatter)
                let variant = try #require(plural.variant(for: value, category), "\(language): \(row.source)")
                func text(_ message: Message) -> String { message.format(arguments, in: language, bidi: .none).text }
                var alone = message
                alone.body = .pattern(variant.pattern)
                #expect(text(message) == text(alone), "\(value), \(category), \(language): \(row.source)")
                alone.body = .pattern([.placeholder(Message.Expression(.variable(plural.variable)))])
                #expect(try text(alone) == formatter.rawText(value), "\(value), \(language): \(row.source)")
            }
            checked += 1
        }
        #expect(checked >= 25)
    }

    /// A message that matches one number, written plainly.
    private struct Plural {
        var variable: String
        /// The caller's name for it.
        var argument: String
        var isInteger: Bool
        var isOrdinal: Bool
        var variants: [Message.Variant]

        init?(_ message: Message) {
            guard case .match(let selectors, let variants) = message.body, selectors.count == 1,
                let declaration = message.declarations.first(where: { $0.variable == selectors[0].variable }),
                case .variable(let argument) = declaration.value.operand,
                declaration.isInput || !message.declarations.contains(where: { $0.variable == argument }),
                let function = declaration.value.function, ["integer", "number"].contains(function.name),
                function.options.allSatisfy({ $0.name == "select" }), function.option("select") != .literal("exact")
            else { return nil }
            variable = declaration.variable
            self.argument = argument
            isInteger = function.name == "integer"
            isOrdinal = function.option("select") == .literal("ordinal")
            self.variants = variants
        }

        /// The number itself before its category before *.
        func variant(for value: String, _ category: PluralCategory) -> Message.Variant? {
            let number = Double(value).map { isInteger ? $0.rounded(.toNearestOrEven) : $0 }
            let exact = variants.first { $0.keys[0].literal.flatMap(Double.init).map { $0 == number } ?? false }
            return exact ?? variants.first { $0.keys == [.literal(category.rawValue)] }
                ?? variants.first { $0.keys == [.catchall] }
        }
    }
}
