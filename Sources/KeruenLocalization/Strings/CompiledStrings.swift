internal import Synchronization

/// A table's strings in all languages, compiled, immutable, addressed by numbers: what a service keeps and swaps.
///
///     let strings = CompiledStrings(tables.converted(), table: "shop")
///     strings.id(of: "cart.items").flatMap { strings.text($0, [.integer(3)], along: [.kk, .ru]) }?.value      // "3 зат"
///
/// A key's id is its place among the table's sorted keys, so that generated code may hold it; `fingerprint` tells whether it still
/// fits.
public final class CompiledStrings: Sendable {
    /// The keys by id, sorted, without the table's name.
    public let keys: [String]
    private let formatters: [LanguageTag: [MessageFormatter?]]
    /// Whether a translation takes the source's arguments, all of them: then values go in as they come.
    private let takesAll: [LanguageTag: [Bool]]
    private let makers: [LanguageTag: [TextMaker]]
    /// The source's argument names by id, sorted: the order that callers give values in.
    private let argumentNames: [[String]]
    /// Of the keys and their arguments' names.
    public let fingerprint: String

    public init(_ tables: StringTables, table: String) {
        let sources = Self.sources(of: table, in: tables)
        keys = sources.map { String($0.key.dropFirst(table.count + 1)) }
        let argumentNames = sources.map { $0.message?.argumentNames ?? [] }
        self.argumentNames = argumentNames
        var formatters: [LanguageTag: [MessageFormatter?]] = [:]
        var makers: [LanguageTag: [TextMaker]] = [:]
        for language in tables.languages {
            let entries = sources.map { tables[language, $0.key] }
            formatters[language] = zip(sources, entries).map { source, entry in
                // What nobody has translated yet shows in the next language of a chain; what is stale shows still.
                guard let message = entry?.message, tables.hasText(source.key, in: language),
                    entry?.state != .new
                else { return nil }
                return MessageFormatter(message, language)
            }
            makers[language] = entries.map { $0?.maker ?? .human }
        }
        self.formatters = formatters
        takesAll = formatters.mapValues { zip($0, argumentNames).map { $0?.argumentNames == $1 } }
        self.makers = makers
        fingerprint = Self.fingerprint(of: sources)
    }

    /// A table's source strings in the order of their ids.
    static func sources(of table: String, in tables: StringTables) -> [SourceString] {
        tables.sources.values.filter { $0.key.hasPrefix(table + ".") }.sorted { $0.key < $1.key }
    }

    /// Changes when a key or an argument comes or goes, and with no wording.
    static func fingerprint(of sources: [SourceString]) -> String {
        SourceString.hash(
            of: sources.map { "\($0.key)(\(($0.message?.argumentNames ?? []).joined(separator: ",")))" }
                .joined(separator: ";"))
    }

    /// The id of a key; nil where the source has none.
    public func id(of key: String) -> Int? {
        var range = keys.startIndex..<keys.endIndex
        while let first = range.first {
            let middle = first + range.count / 2
            if keys[middle] == key { return middle }
            range = keys[middle] < key ? middle + 1..<range.upperBound : first..<middle
        }
        return nil
    }

    /// The string in the first language of the chain that has it; values stand in the order of the source's argument names, which are
    /// sorted. Nil where no language has it.
    public func text(
        _ id: Int, _ values: [MessageArgument] = [], along chain: [LanguageTag], bidi: BidiStrategy = .default
    ) -> Served<String>? {
        guard keys.indices.contains(id), let wanted = chain.first else { return nil }
        for language in chain {
            guard let formatter = formatters[language]?[id] else { continue }
            let isConverted = makers[language]?[id] == .converted
            // A translation may leave an argument out.
            let formatted =
                takesAll[language]?[id] == true
                ? formatter.format(values, bidi: bidi)
                : formatter.format(
                    Dictionary(zip(argumentNames[id], values), uniquingKeysWith: { first, _ in first }), bidi: bidi)
            return Served(
                value: formatted.text, language: language,
                origin: language != wanted
                    ? .fallback(from: wanted)
                    : isConverted ? .converted(from: ScriptConversion.source(of: language) ?? language) : .original)
        }
        return nil
    }
}

/// Where a service keeps its strings: readers take what is there, and a reload puts another in its place at once.
public final class StringStore: Sendable {
    private let held: Mutex<CompiledStrings>

    public init(_ strings: CompiledStrings) { held = Mutex(strings) }

    /// What is there now; who holds it keeps it, whatever comes after.
    public var current: CompiledStrings { held.withLock { $0 } }

    public func replace(with strings: CompiledStrings) { held.withLock { $0 = strings } }
}
