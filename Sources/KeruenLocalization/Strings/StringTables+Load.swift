public import Foundation

extension StringTables {
    /// Adds a table of one language, read from JSON whose values are texts; nested objects join their keys by dots.
    /// - Throws: `Refusal` where the JSON can't be read. A message that does not parse is kept with its error.
    public mutating func add(_ data: Data, table: String, language: LanguageTag, file: String) throws(Refusal) {
        let root = try DocumentReader().read(data, as: file)
        var findings: [Diagnostic] = []
        root.forEachLeaf(of: table, isLeaf: { _ in false }) { key, node in
            if case .scalar(let source) = node.content {
                self[language, key] = Entry(source, at: node.position)
            } else {
                findings.append(.wrongShape(key, "text", node))
            }
        }
        guard findings.isEmpty else { throw Refusal(findings) }
    }

    /// Adds a table of the source. A value is a text, or an object with `message` and notes: `comment`, `maxLength`, `class`,
    /// `arguments`, `markets`, `sameIn`.
    public mutating func addSource(_ data: Data, table: String, file: String) throws(Refusal) {
        let root = try DocumentReader().read(data, as: file)
        var findings: [Diagnostic] = []
        root.forEachLeaf(of: table, isLeaf: { $0["message"] != nil }) { key, node in
            if let source = SourceString(key, node, &findings) { add(source) }
        }
        guard findings.isEmpty else { throw Refusal(findings) }
    }

    /// Notes how far the translations of a table are: `{"cart.items": {"source": "9f…", "state": "translated", "origin": "human"}}`.
    public mutating func addStates(_ data: Data, table: String, language: LanguageTag, file: String) throws(Refusal) {
        let root = try DocumentReader().read(data, as: file)
        var findings: [Diagnostic] = []
        for entry in root.entries {
            let key = "\(table).\(entry.key)"
            guard self[language, key] != nil else { continue }
            if let hash = entry.value["source"]?.text { self[language, key]?.sourceHash = hash }
            if let state: TranslationState = entry.value.choice("state", &findings) {
                self[language, key]?.state = state
            }
            if let maker: TextMaker = entry.value.choice("origin", &findings) { self[language, key]?.maker = maker }
        }
        guard findings.isEmpty else { throw Refusal(findings) }
    }

    /// Notes for each translation of a language the source that it is of, where nobody has yet. Returns the tables that it has.
    public mutating func noteSources(of language: LanguageTag, acceptingStale: Bool = false) -> [String] {
        var tables: Set<String> = []
        for key in (strings[language] ?? [:]).keys {
            guard let hash = sources[key]?.hash else { continue }
            tables.insert(String(key.prefix { $0 != "." }))
            if acceptingStale || self[language, key]?.sourceHash == nil { self[language, key]?.sourceHash = hash }
            if acceptingStale, self[language, key]?.state == .stale { self[language, key]?.state = .translated }
        }
        return tables.sorted()
    }
}

extension StringTables {
    /// The folder of the source's tables.
    public static let sourceFolder = "source"

    /// Reads every `<tag>/<table>.json` below a folder, and `source/<table>.json`; the languages are the folders that are there.
    /// - Throws: `Refusal` where the folder, a tag or a file can't be read.
    public static func load(folder: URL, as name: String? = nil) throws(Refusal) -> StringTables {
        let name = name ?? folder.relativePath
        var tables = StringTables(sourceLanguage: try sourceLanguage(folder, name))
        for tagName in try names(in: folder, as: name) where !tagName.hasPrefix(".") {
            let tagFolder = folder.appending(path: tagName)
            guard (try? tagFolder.resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory == true else { continue }
            let language = tagName == sourceFolder ? tables.sourceLanguage : try? LanguageTag(tagName)
            guard let language else {
                throw Refusal(
                    Diagnostic(
                        .malformedValue, at: SourcePosition(file: "\(name)/\(tagName)"),
                        ["field": "language", "value": .text(tagName), "example": "zh-Hans"]))
            }
            // A table comes before its states.
            let files = try names(in: tagFolder, as: "\(name)/\(tagName)").filter { $0.hasSuffix(".json") }
            for fileName in files.sorted(by: {
                ($0.hasSuffix(".state.json") ? 1 : 0, $0) < ($1.hasSuffix(".state.json") ? 1 : 0, $1)
            }) {
                let file = "\(name)/\(tagName)/\(fileName)"
                // A key is its table's name up to the first dot.
                let table = fileName.hasSuffix(".state.json") ? fileName.dropLast(11) : fileName.dropLast(5)
                guard !table.isEmpty, !table.contains(".") else {
                    throw Refusal(
                        Diagnostic(
                            .malformedValue, at: SourcePosition(file: file),
                            ["field": "table", "value": .text(String(table)), "example": "shop"]))
                }
                guard let data = try? Data(contentsOf: tagFolder.appending(path: fileName)) else {
                    throw Refusal(Diagnostic(.unreadableFile, at: SourcePosition(file: file)))
                }
                if fileName.hasSuffix(".state.json") {
                    try tables.addStates(data, table: String(table), language: language, file: file)
                } else if tagName == sourceFolder {
                    if fileName == languageFile { continue }
                    if fileName == glossaryFile {
                        tables.glossary = try Glossary(data, file: file)
                        continue
                    }
                    try tables.addSource(data, table: String(table), file: file)
                } else {
                    try tables.add(data, table: String(table), language: language, file: file)
                }
            }
        }
        return tables
    }

    private static let languageFile = "language.json"
    private static let glossaryFile = "glossary.json"

    /// What `source/language.json` says; English where it says nothing.
    private static func sourceLanguage(_ folder: URL, _ name: String) throws(Refusal) -> LanguageTag {
        let file = folder.appending(path: sourceFolder).appending(path: languageFile)
        guard let data = try? Data(contentsOf: file) else { return .en }
        let node = try DocumentReader().read(data, as: "\(name)/\(sourceFolder)/\(languageFile)")
        guard let text = node["language"]?.text, let tag = try? LanguageTag(text) else {
            throw Refusal(
                Diagnostic(
                    .malformedValue, at: node.position,
                    ["field": "language", "value": .text(node["language"]?.text ?? ""), "example": "en"]))
        }
        return tag
    }

    private static func names(in folder: URL, as name: String) throws(Refusal) -> [String] {
        do { return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() } catch {
            throw Refusal(Diagnostic(.unreadableFile, at: SourcePosition(file: name)))
        }
    }
}

extension SourceString {
    /// Reads a text, or a text with notes.
    fileprivate init?(_ key: String, _ node: DocumentNode, _ findings: inout [Diagnostic]) {
        if case .scalar(let text) = node.content {
            self.init(key: key, text: text, position: node.position)
            return
        }
        guard let message = node["message"], let text = message.text else {
            findings.append(.wrongShape(key, "text", node))
            return nil
        }
        self.init(
            key: key, text: text, position: message.position, comment: node["comment"]?.text,
            maxLength: node["maxLength"]?.integer)
        if let textClass: TextClass = node.choice("class", &findings) { self.textClass = textClass }
        for entry in node["arguments"]?.entries ?? [] {
            let type: ArgumentType? = entry.value.choice("type", &findings)
            entry.value.requireList("examples", &findings)
            arguments[entry.key] = ArgumentNote(
                type: type ?? .text, examples: entry.value["examples"]?.elements.compactMap(\.text) ?? [])
        }
        for field in ["markets", "sameIn"] { node.requireList(field, &findings) }
        markets = node["markets"]?.elements.compactMap(\.text) ?? []
        for tag in node["sameIn"]?.elements ?? [] {
            if let language = tag.text.flatMap({ try? LanguageTag($0) }) {
                sameIn.append(language)
            } else {
                findings.append(
                    Diagnostic(
                        .malformedValue, at: tag.position,
                        ["field": "sameIn", "value": .text(tag.text ?? ""), "example": "kk"]))
            }
        }
        let known = ["message", "comment", "maxLength", "class", "arguments", "markets", "sameIn"]
        for entry in node.entries where !known.contains(entry.key) {
            findings.append(
                Diagnostic(
                    .unknownField, at: entry.keyPosition,
                    ["field": .text(entry.key), "known": .text(known.joined(separator: ", "))]))
        }
    }
}

extension DocumentNode {
    /// Calls `body` with every value below this that is no object, its keys joined by dots.
    fileprivate func forEachLeaf(
        of key: String, isLeaf: (DocumentNode) -> Bool, _ body: (String, DocumentNode) -> Void
    ) {
        if case .map(let entries) = content, !isLeaf(self) {
            for entry in entries { entry.value.forEachLeaf(of: "\(key).\(entry.key)", isLeaf: isLeaf, body) }
        } else {
            body(key, self)
        }
    }

    fileprivate func requireList(_ field: String, _ findings: inout [Diagnostic]) {
        guard let node = self[field] else { return }
        if case .list = node.content { return }
        findings.append(.wrongShape(field, "list", node))
    }

    /// One of a list of words; nil where the field is not there, or, with a finding, something else.
    fileprivate func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ field: String, _ findings: inout [Diagnostic]
    ) -> Choice? {
        guard let node = self[field] else { return nil }
        if let choice = node.text.flatMap(Choice.init(rawValue:)) { return choice }
        let choices = Choice.allCases.map(\.rawValue).joined(separator: ", ")
        findings.append(
            Diagnostic(
                .notAChoice, at: node.position,
                ["field": .text(field), "value": .text(node.text ?? ""), "choices": .text(choices)]))
        return nil
    }
}

extension Diagnostic {
    fileprivate static func wrongShape(_ field: String, _ expected: String, _ node: DocumentNode) -> Diagnostic {
        Diagnostic(.wrongShape, at: node.position, ["field": .text(field), "expected": .text(expected)])
    }
}
