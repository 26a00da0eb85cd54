/// Swift that names every string and types its arguments: what `keruen generate strings` writes.
///
///     StringAccessors(tables, table: "shop").source
///     // public func cartItems(count: Int) -> String { text(7, [.integer(count)]) }
///
/// A misspelt key or a forgotten argument is then the compiler's to find.
public struct StringAccessors: Sendable {
    private let strings: [(id: Int, source: SourceString)]
    private let fingerprint: String
    private let table: String
    private let name: String

    /// - Parameter name: the struct's.
    public init(_ tables: StringTables, table: String, name: String = "Strings") {
        let sources = CompiledStrings.sources(of: table, in: tables)
        strings = sources.enumerated().map { ($0.offset, $0.element) }
        fingerprint = CompiledStrings.fingerprint(of: sources)
        self.table = table
        self.name = name
    }

    public var source: String {
        let functions = strings.map { function($0.source, $0.id) }
        return """
            // Written by `keruen generate strings`; what is changed here is lost with the next run.
            public \("import") Keruen

            /// The strings of the table \(table), each by its name, in the first language of a chain that has it.
            public struct \(name): Sendable {
                /// Changes when a key or an argument comes or goes: the strings that are loaded must have the same.
                public static let fingerprint = "\(fingerprint)"

                // Names that no key can have.
                private let _strings: CompiledStrings
                private let _chain: [LanguageTag]
                private let _noting: (@Sendable (LanguageTag) -> Void)?

                /// Nil where the loaded strings are not those that this was written for.
                /// - Parameter noting: is told the language of each string that is served.
                public init?(
                    _ strings: CompiledStrings, along chain: [LanguageTag],
                    noting: (@Sendable (LanguageTag) -> Void)? = nil
                ) {
                    guard strings.fingerprint == Self.fingerprint else { return nil }
                    (_strings, _chain, _noting) = (strings, chain, noting)
                }

                private func _text(_ id: Int, _ values: [MessageArgument] = []) -> String {
                    guard let served = _strings.text(id, values, along: _chain, bidi: .none) else { return "" }
                    _noting?(served.language)
                    return served.value
                }

            \(functions.joined(separator: "\n\n"))
            }

            """
    }

    private func function(_ source: SourceString, _ id: Int) -> String {
        let names = source.message?.argumentNames ?? []
        let parameters = names.map { "\(Self.identifier($0)): \(type($0, source))" }.joined(separator: ", ")
        let values = names.map { value($0, source) }.joined(separator: ", ")
        func line(_ text: String) -> String { text.split(whereSeparator: \.isNewline).joined(separator: " ") }
        let comment = source.comment.map { "    /// \(line($0))\n" } ?? ""
        let call = names.isEmpty ? "_text(\(id))" : "_text(\(id), [\(values)])"
        let path = source.key.dropFirst(table.count + 1)
        return """
            \(comment)    /// \(line(source.text))
                public func \(Self.identifier(String(path)))(\(parameters)) -> String {
                    \(call)
                }
            """
    }

    private func type(_ argument: String, _ source: SourceString) -> String {
        switch source.type(of: argument) {
        case .text: "String"
        case .integer: "Int"
        case .number, .money: "MessageArgument"
        case .date: "MessageMoment"
        }
    }

    private func value(_ argument: String, _ source: SourceString) -> String {
        let name = Self.identifier(argument)
        return switch source.type(of: argument) {
        case .text: ".text(\(name))"
        case .integer: ".integer(\(name))"
        case .number, .money: name
        case .date: ".moment(\(name))"
        }
    }

    /// `cart.items-left` as Swift names it: cartItemsLeft.
    static func identifier(_ path: String) -> String {
        let words = path.split { !$0.isLetter && !$0.isNumber }
        let joined = words.enumerated().map {
            $0.offset == 0 ? String($0.element) : $0.element.prefix(1).uppercased() + $0.element.dropFirst()
        }.joined()
        let name = joined.isEmpty ? "unnamed" : joined.first?.isNumber == true ? "_" + joined : joined
        return keywords.contains(name) ? "`\(name)`" : name
    }

    /// Whether a struct can be called so.
    public static func isTypeName(_ name: String) -> Bool {
        guard let first = name.unicodeScalars.first else { return false }
        return (first.properties.isXIDStart || first == "_")
            && name.unicodeScalars.allSatisfy(\.properties.isXIDContinue)
            && !keywords.contains(name) && !taken.contains(name)
    }

    /// Names that the code itself uses, or that no type can have.
    private static let taken: Set<String> = [
        "_", "String", "Int", "Void", "Sendable", "LanguageTag", "CompiledStrings", "MessageArgument", "MessageMoment",
        "Type", "Protocol",
    ]

    private static let keywords: Set<String> = [
        "Any", "Self", "as", "associatedtype", "break", "case", "catch", "class", "continue", "default", "defer",
        "deinit", "do", "else", "enum", "extension",
        "fallthrough",
        "false", "fileprivate", "for", "func", "guard", "if", "import", "in", "init", "inout", "internal", "is", "let",
        "nil",
        "operator",
        "private", "protocol", "precedencegroup", "public", "repeat", "rethrows", "return", "self", "static", "struct",
        "subscript", "super", "switch",
        "throw",
        "throws", "true", "try", "typealias", "var", "where", "while",
    ]
}
