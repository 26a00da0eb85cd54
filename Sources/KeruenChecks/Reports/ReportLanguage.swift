internal import Foundation
internal import ReportTexts

/// The language that reports are written in: English, Russian, Kazakh or Chinese; the last two in their other scripts too, written
/// over.
///
///     let reader = ReportLanguage(environment: ProcessInfo.processInfo.environment)
///     reader.sentence(diagnostic)     // «Цена -3.00 товара XJ-SLK-001 должна быть больше нуля.»
public struct ReportLanguage: Sendable {
    public let tag: LanguageTag

    public static let all: [LanguageTag] = [.en, .ru, .kk, .zhHans]

    /// With their other scripts.
    public static let spoken: [LanguageTag] = all + ScriptConversion.standard.map(\.language)

    /// The nearest of them; English where none is near.
    public init(_ wanted: LanguageTag) {
        tag = Self.spoken.first { $0.readsLike(wanted) } ?? .en
    }

    /// As POSIX says: `LC_ALL`, then `LC_MESSAGES`, then `LANG`.
    public init(environment: [String: String]) {
        let name = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        self.init(name.flatMap(LanguageTag.init(posix:)) ?? .en)
    }

    /// What a diagnostic says; its bare code where no sentence is known.
    public func sentence(_ diagnostic: Diagnostic) -> String {
        line("diagnostics.\(diagnostic.code)", diagnostic.arguments) ?? diagnostic.code.rawValue
    }

    /// A report's own words: headings, sums.
    public func text(_ key: String, _ arguments: [String: Diagnostic.Argument] = [:]) -> String? {
        line("reports.\(key)", arguments)
    }

    func percent(_ percent: Int) -> String { text("coverage.percent", ["percent": .integer(percent)]) ?? "\(percent)%" }

    /// Why a rule is there, in this language, with its examples; nil for a code that is none of a rule's.
    public func explanation(of code: Diagnostic.Code) -> (title: String, reason: String)? {
        guard let title = text("rules.\(code).title"), let reason = text("rules.\(code).why") else { return nil }
        return (title, reason)
    }

    /// The codes that have an explanation, sorted.
    public static let explained: [Diagnostic.Code] = {
        let (prefix, suffix) = ("reports.rules.", ".why")
        let keys = (english.strings[.en] ?? [:]).keys.filter { $0.hasPrefix(prefix) && $0.hasSuffix(suffix) }
        return keys.sorted().map { Diagnostic.Code(String($0.dropFirst(prefix.count).dropLast(suffix.count))) }
    }()

    /// A command speaks one language; reading the others would be most of its time.
    private var tables: StringTables {
        switch tag {
        case .en: Self.english
        case .ru: Self.russian
        case .kk: Self.kazakh
        case .zhHans: Self.chinese
        default: Self.convertedTables
        }
    }

    private static let english = read([.en])
    private static let russian = read([.ru, .en])
    private static let kazakh = read([.kk, .en])
    private static let chinese = read([.zhHans, .en])
    private static let convertedTables = tables.converted()

    private func line(_ key: String, _ arguments: [String: Diagnostic.Argument]) -> String? {
        var values = arguments.mapValues { argument -> MessageArgument in
            switch argument {
            case .text(let text): .text(text)
            case .integer(let integer): .integer(integer)
            }
        }
        if tag.language == "zh" {
            for name in ["known", "choices", "categories", "markets", "parts"] {
                guard let list = arguments[name] else { continue }
                values[name] = .text(list.description.replacing(", ", with: "、"))
            }
        }
        // Rules name a script by its code, readers of XML and of messages a fault by a word; people know them by their names.
        for (argument, table) in [
            ("script", "script"), ("problem", "xml"), ("json", "json"), ("fault", "fault"),
            ("customsUnit", "customsUnit"),
            ("goodsMark", "goodsMark"), ("identifier", "identifierKind"),
        ] {
            if let code = arguments[argument],
                let name = tables.text("reports.\(table).\(code)", along: [tag, .en])
            {
                values[argument] = .text(name.value)
            }
        }
        return tables.text(key, values, along: [tag, .en])?.value
    }

    /// Compiled in; tests hold every table against its file.
    public static let tables = read(all)

    private static func read(_ languages: [LanguageTag]) -> StringTables {
        var tables = StringTables()
        for index in 0..<keruen_report_table_count() {
            let table = unsafe keruen_report_table_at(index)
            let language = LanguageTag.named(unsafe String(cString: table.language))
            guard languages.contains(language) else { continue }
            let data = unsafe Data(bytes: table.bytes, count: table.length)
            let name = unsafe String(cString: table.table)
            try? tables.add(data, table: name, language: language, file: "\(language)/\(name).json")
        }
        return tables
    }
}

extension LanguageTag {
    fileprivate static func named(_ text: String) -> LanguageTag { (try? LanguageTag(text)) ?? .en }
}
