internal import Foundation
internal import Keruen

extension JSONWriter {
    /// `{"amount":"39800.00","currency":"KZT","formatted":"39 800 ₸"}`: exact for programs, and as the market writes it.
    mutating func money(_ key: String, _ money: Money, _ shop: Storefront, formatted: String? = nil) {
        object(key) { json in
            json.field("amount", money.decimalText)
            json.field("currency", money.currency.code)
            json.field("formatted", formatted ?? shop.formatted(money))
        }
    }

    /// `{"text":"Дутар","language":"ru","origin":"fallback"}`; nothing where there is no text.
    mutating func text(_ key: String, _ text: Served<String>?, noting served: ServedLanguages) {
        guard let text else { return }
        served.note(text.language)
        object(key) { json in
            json.field("text", text.value)
            json.field("language", text.language.description)
            switch text.origin {
            case .original: break
            case .fallback: json.field("origin", "fallback")
            case .converted(let source):
                json.field("origin", "converted")
                json.field("convertedFrom", source.description)
            }
        }
    }

    mutating func measure(_ key: String, _ measure: Measure?) {
        guard let measure else { return }
        object(key) { json in
            json.field("value", measure.decimalText)
            json.field("unit", measure.unit.rawValue)
        }
    }

    /// RFC 3339, in UTC.
    mutating func instant(_ key: String, _ instant: Date?) {
        guard let instant else { return }
        field(key, instant.formatted(.iso8601))
    }

    mutating func optional(_ key: String, _ value: String?) {
        if let value { field(key, value) }
    }

    mutating func finding(_ diagnostic: Diagnostic, _ words: ProblemWords) {
        object { json in
            json.field("code", diagnostic.code.rawValue)
            json.field("severity", diagnostic.severity.rawValue)
            json.field("detail", words.sentence(diagnostic))
        }
    }
}
