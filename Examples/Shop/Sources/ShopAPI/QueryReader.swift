internal import Foundation
internal import Keruen

/// Reads what stands behind the question mark, strictly: what is unknown, doubled or malformed is a fault, and is named.
///
///     var query = QueryReader(request.uri.query, knowing: APIResource.search.parameters)
///     let limit = query.integer("limit", in: 1...100) ?? 20
///     guard query.faults.isEmpty else { throw Problem(query.faults, status: .badRequest) }
struct QueryReader {
    static let filters = [
        "category", "material", "region", "price-from", "price-to", "in-stock", "departs-from", "departs-through",
    ]

    private(set) var values: [String: String] = [:]
    private(set) var faults: [Fault] = []

    init(_ query: String?, knowing known: [String]) {
        for pair in (query ?? "").split(separator: "&") {
            let equals = pair.firstIndex(of: "=")
            let (name, value) = (
                pair[..<(equals ?? pair.endIndex)], equals.map { pair[pair.index(after: $0)...] } ?? ""
            )
            let place = Fault.Place.parameter(Self.decoded(name) ?? String(name))
            guard let name = Self.decoded(name), known.contains(name) else {
                let name = Self.decoded(name) ?? String(name)
                let list = known.isEmpty ? "—" : known.joined(separator: ", ")
                let diagnostic = Diagnostic(.unknownField, ["field": .text(name), "known": .text(list)])
                faults.append(Fault(diagnostic, at: place))
                continue
            }
            guard let text = Self.decoded(value), !text.contains("\0") else {
                malformed(name, String(value), example: "%D0%BA%D1%96")
                continue
            }
            if values.updateValue(text, forKey: name) != nil {
                faults.append(Fault(Diagnostic(.duplicateKey, ["field": .text(name)]), at: place))
            }
        }
    }

    /// What a buyer looks for; a fault where it is longer than anybody types, or blank where something is wanted.
    mutating func searched(isRequired: Bool) -> String {
        let text = values["q"] ?? ""
        if let refusal = SearchRefusal(text) {
            faults.append(Fault(refusal.diagnostic, at: .parameter("q")))
        } else if isRequired, text.allSatisfy(\.isWhitespace) {
            faults.append(Fault(Diagnostic(.missingField, ["field": "q"]), at: .parameter("q")))
        }
        return text
    }

    mutating func integer(_ name: String, in range: ClosedRange<Int>) -> Int? {
        guard let text = values[name] else { return nil }
        // Only digits: no sign, no spaces.
        guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let value = Int(text), range.contains(value) else {
            malformed(name, text, example: "\(range.lowerBound)–\(range.upperBound)")
            return nil
        }
        return value
    }

    mutating func choice(_ name: String, _ choices: [String]) -> String? {
        guard let text = values[name] else { return nil }
        guard choices.contains(text) else {
            let arguments: [String: Diagnostic.Argument] = [
                "field": .text(name), "value": .text(Self.shown(text)),
                "choices": .text(choices.joined(separator: ", ")),
            ]
            faults.append(Fault(Diagnostic(.notAChoice, arguments), at: .parameter(name)))
            return nil
        }
        return text
    }

    mutating func cursor() -> SearchIndex.Cursor? {
        guard let text = values["after"] else { return nil }
        do throws(CursorError) { return try SearchIndex.Cursor(text) } catch {
            faults.append(Fault(error.diagnostic, at: .parameter("after")))
            return nil
        }
    }

    /// What a list is narrowed down to; the category is the shelf's own and stands apart.
    mutating func narrowed(in market: Market, from today: CivilDate) -> SearchIndex.Filters {
        SearchIndex.Filters(
            material: code("material"), region: code("region"), price: prices(market.currency),
            inStock: choice("in-stock", ["true", "false"]) == "true", departure: departures(from: today))
    }

    /// A code of the catalogue; one that it does not have finds nothing, and is no fault.
    mutating func code(_ name: String) -> String? {
        guard let text = values[name] else { return nil }
        guard text.utf8.count <= 200, Shape.Form.identifier.accepts(text) else {
            malformed(name, text, example: Shape.Form.identifier.example)
            return nil
        }
        return text
    }

    private mutating func prices(_ currency: Currency) -> ClosedRange<Int64>? {
        let (from, to) = (price("price-from", currency), price("price-to", currency))
        guard from != nil || to != nil else { return nil }
        let (first, last) = (from ?? 0, to ?? .max)
        guard first <= last else {
            reversed("price-from", "price-to")
            return nil
        }
        return first...last
    }

    private mutating func price(_ name: String, _ currency: Currency) -> Int64? {
        guard let text = values[name] else { return nil }
        guard text.utf8.count <= 15, !text.hasPrefix("-"), let money = try? Money(text, currency) else {
            malformed(name, text, example: "1990.00")
            return nil
        }
        return money.minorUnits
    }

    private mutating func departures(from today: CivilDate) -> ClosedRange<CivilDate>? {
        let (from, through) = (day("departs-from"), day("departs-through"))
        guard from != nil || through != nil else { return nil }
        let first = from ?? min(today, through ?? today)
        let last = through ?? CivilDate(daysSince1970: max(first, today).daysSince1970 + 36_525)
        guard first <= last else {
            reversed("departs-from", "departs-through")
            return nil
        }
        return first...last
    }

    private mutating func day(_ name: String) -> CivilDate? {
        guard let text = values[name] else { return nil }
        guard let day = CivilDate(text) else {
            malformed(name, text, example: "2027-05-16")
            return nil
        }
        return day
    }

    private mutating func reversed(_ from: String, _ to: String) {
        faults.append(Fault(.reversed(from: values[from] ?? from, to: values[to] ?? to), at: .parameter(to)))
    }

    private mutating func malformed(_ name: String, _ text: String, example: String) {
        let arguments: [String: Diagnostic.Argument] = [
            "field": .text(name), "value": .text(Self.shown(text)), "example": .text(example),
        ]
        faults.append(Fault(Diagnostic(.malformedValue, arguments), at: .parameter(name)))
    }

    /// As much as a person needs to know it again.
    private static func shown(_ text: String) -> String { text.count > 60 ? text.prefix(60) + "…" : text }

    /// Nil for what is no UTF-8 behind its per cents.
    private static func decoded(_ text: Substring) -> String? {
        guard text.utf8.contains(where: { $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: "+") }) else {
            return String(text)
        }
        return text.replacing("+", with: " ").removingPercentEncoding
    }
}

extension Diagnostic {
    /// At a place that the fault says by itself.
    init(_ code: Code, _ arguments: [String: Argument]) { self.init(code, .error, at: nil, arguments) }
}
