public import Foundation

/// Every interface string of every language: `Locales/<tag>/<table>.json`, each value a MessageFormat 2 message.
///
///     let strings = try StringTables.load(folder: URL(filePath: "Locales"))
///     strings.text("shop.cart.items", ["count": 3], along: [.kk, .ru])?.value     // "3 зат"
///
/// A key is the table's name, a dot, and the key in the file. A missing string is nil, never its own key.
public struct StringTables: Sendable {
    /// Language → key → string.
    public private(set) var strings: [LanguageTag: [String: Entry]]

    public struct Entry: Sendable {
        public var source: String
        public var position: SourcePosition
        /// Nil where the message does not parse; `error` says why.
        public var message: Message?
        public var error: MessageError?
    }

    public init(_ strings: [LanguageTag: [String: Entry]] = [:]) { self.strings = strings }

    public var languages: [LanguageTag] { strings.keys.sorted() }

    /// The string in the first language of the chain that has it and whose message is sound.
    public func text(
        _ key: String, _ arguments: [String: MessageArgument] = [:], along chain: [LanguageTag]
    ) -> Served<String>? {
        guard let wanted = chain.first else { return nil }
        for language in chain {
            guard let message = strings[language]?[key]?.message else { continue }
            let text = message.format(arguments, in: language, bidi: .none).text
            guard !text.isEmpty else { continue }
            return Served(
                value: text, language: language, origin: language == wanted ? .original : .fallback(from: wanted))
        }
        return nil
    }

    /// Adds a table of one language, read from JSON whose values are texts; nested objects join their keys by dots.
    /// - Throws: `Refusal` where the JSON can't be read. A message that does not parse is kept with its error.
    public mutating func add(_ data: Data, table: String, language: LanguageTag, file: String) throws(Refusal) {
        let root = try DocumentReader().read(data, as: file)
        var findings: [Diagnostic] = []
        collect(root, key: table, language, &findings)
        guard findings.isEmpty else { throw Refusal(findings) }
    }

    private mutating func collect(
        _ node: DocumentNode, key: String, _ language: LanguageTag, _ findings: inout [Diagnostic]
    ) {
        switch node.content {
        case .scalar(let source):
            var entry = Entry(source: source, position: node.position)
            do throws(MessageError) { entry.message = try Message(source) } catch { entry.error = error }
            strings[language, default: [:]][key] = entry
        case .map(let entries):
            for entry in entries { collect(entry.value, key: "\(key).\(entry.key)", language, &findings) }
        case .null, .list:
            findings.append(
                Diagnostic(.wrongShape, at: node.position, ["field": .text(key), "expected": "text"]))
        }
    }
}

extension StringTables {
    /// Reads every `<tag>/<table>.json` below a folder; the languages are the folders that are there.
    /// - Throws: `Refusal` where the folder, a tag or a file can't be read.
    public static func load(folder: URL, as name: String? = nil) throws(Refusal) -> StringTables {
        let name = name ?? folder.relativePath
        var tables = StringTables()
        for tagName in try names(in: folder, as: name) where !tagName.hasPrefix(".") {
            let tagFolder = folder.appending(path: tagName)
            guard (try? tagFolder.resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory == true else { continue }
            guard let language = try? LanguageTag(tagName) else {
                throw Refusal(
                    Diagnostic(
                        .malformedValue, at: SourcePosition(file: "\(name)/\(tagName)"),
                        ["field": "language", "value": .text(tagName), "example": "zh-Hans"]))
            }
            for fileName in try names(in: tagFolder, as: "\(name)/\(tagName)") where fileName.hasSuffix(".json") {
                let file = "\(name)/\(tagName)/\(fileName)"
                guard let data = try? Data(contentsOf: tagFolder.appending(path: fileName)) else {
                    throw Refusal(Diagnostic(.unreadableFile, at: SourcePosition(file: file)))
                }
                try tables.add(data, table: String(fileName.dropLast(5)), language: language, file: file)
            }
        }
        return tables
    }

    private static func names(in folder: URL, as name: String) throws(Refusal) -> [String] {
        do { return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() } catch {
            throw Refusal(Diagnostic(.unreadableFile, at: SourcePosition(file: name)))
        }
    }
}
