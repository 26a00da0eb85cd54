import Foundation
import KeruenSearch
import TestSupport

let goods =
    ".input {$count :integer} .match $count one {{{$count} item in “{$shop}”}} * {{{$count} items in “{$shop}”}}"
let goodsRu = """
    .input {$count :integer} .match $count one {{{$count} товар в «{$shop}»}} few {{{$count} товара в «{$shop}»}} \
    many {{{$count} товаров в «{$shop}»}} * {{{$count} товара в «{$shop}»}}
    """

/// Source strings of the table `shop` in English, by the names of their keys.
func tables(
    _ sources: KeyValuePairs<String, String>, _ language: LanguageTag = .ru,
    _ translations: KeyValuePairs<String, String> = [:]
) -> StringTables {
    var tables = StringTables()
    for (index, source) in sources.enumerated() {
        let position = SourcePosition(file: "Locales/source/shop.json", line: index + 2, column: 5)
        tables.add(SourceString(key: "shop." + source.key, text: source.value, position: position))
    }
    for translation in translations {
        tables[language, "shop." + translation.key] = StringTables.Entry(
            translation.value, at: SourcePosition(file: "Locales/\(language)/shop.json", line: 1, column: 1))
    }
    return tables
}

extension StringTables {
    /// Without what is not of the source.
    var untranslated: StringTables {
        var tables = StringTables(sourceLanguage: sourceLanguage)
        for source in sources.values { tables.add(source) }
        return tables
    }

    func printed(_ key: String, _ language: LanguageTag) -> String? {
        self[language, "shop." + key]?.message?.description
    }
}

extension Data {
    var text: String { String(decoding: self, as: UTF8.self) }

    func replacing(_ old: String, with new: String) -> Data { Data(text.replacing(old, with: new).utf8) }
}

extension ExchangeReport {
    var codes: [Diagnostic.Code] { findings.map(\.code) }
}

/// Messages of all shapes, with everything that formats trip over in their texts.
struct MessageMaker {
    var generator: SeededGenerator

    private static let texts = [
        "жібек орамал", "丝绸围巾", "шёлк", " ", "  two  ", "\n", "\t", "\r\n", "<b>", "&amp;", "]]>", "{", "}", "\\", "|",
        "\"", "'", "100 %", "%1$@", "😀", "e\u{301}", "\u{301}", "\u{202F}", ".", "-->", "[one]", ",",
    ]
    private static let codes = [
        "{$count}", "{$name}", "{$name @translate=no}", "{$count :number minimumFractionDigits=2}", "{|a b|}", "{#b}",
        "{/b}",
        "{#link href=|https://keruen.kz/?a=1&b=2|}", "{/link}", "{#br /}",
    ]

    private mutating func pattern() -> String {
        (0..<Int.random(in: 0...6, using: &generator)).map { _ in
            if Bool.random(using: &generator) { return Self.codes.randomElement(using: &generator) ?? "" }
            return (Self.texts.randomElement(using: &generator) ?? "").map {
                "\\{}|".contains($0) ? "\\\($0)" : String($0)
            }.joined()
        }.joined()
    }

    /// Always with the same arguments.
    mutating func message() -> String {
        let head = ".input {$count :integer} .input {$gender :string} .local $extra = {$count :offset subtract=1}"
        let name = "{$name}"
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: return "\(head) {{\(name)\(pattern())}}"
        case 1: return "\(head) .match $count 0 {{\(pattern())}} one {{\(pattern())}} * {{\(name)\(pattern())}}"
        case 2: return "\(head) .match $extra few {{\(pattern())}} one {{\(pattern())}} * {{\(name)\(pattern())}}"
        default:
            return """
                \(head) .match $gender $count |a ,]b| one {{\(pattern())}} |a ,]b| * {{\(pattern())}} \
                * |*| {{\(pattern())}} * * {{\(name)\(pattern())}}
                """
        }
    }
}
