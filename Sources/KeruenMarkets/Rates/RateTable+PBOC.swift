public import Foundation

extension RateTable {
    /// Reads a day's central parity of the yuan (人民币汇率中间价), as China's Foreign Exchange Trade System hands it out.
    ///
    ///     let table = try RateTable(pboc: data, as: "pboc-2026-07-01.json")
    ///     table.rate(from: .eur, to: .cny, on: day)?.ratio       // yuan for a euro
    ///
    ///     {"data": {"lastDate": "2026-07-01 9:15"}, "records": [{"vrtEName": "100JPY/CNY", "price": "4.8511"}]}
    ///
    /// Some pairs are so many foreign units for a yuan: `CNY/RUB`.
    /// - Parameter name: how diagnostics call the file.
    /// - Throws: `Refusal` with `brokenSyntax`, `notRates`, `malformedRatesDay`, `noRates`, or all rows that are wrong:
    ///   `malformedPair`, and of known currencies `malformedRate`, `repeatedRate`, `missingField`.
    public init(pboc data: Data, as name: String) throws(Refusal) {
        let root = try DocumentReader().read(data, as: name)
        guard let records = root["records"], case .list(let list) = records.content else {
            throw Refusal(
                Diagnostic(.notRates, at: root.position, ["wanted": "records: []", "found": .text(root.summary)]))
        }
        let date = root["data"]?["lastDate"] ?? root["lastDate"]
        let stamp = date?.text ?? ""
        guard let day = CivilDate(String(stamp.prefix { $0 != " " })) else {
            throw Refusal(
                Diagnostic(
                    .malformedRatesDay, at: date?.position ?? root.position,
                    ["value": .text(stamp), "example": "2026-07-01 9:15"]))
        }
        var rows = RateRows(.peoplesBankOfChina, on: day)
        for record in list {
            let name = record["vrtEName"]
            guard let text = name?.text, let pair = Self.pair(text) else {
                rows.refuse(
                    Diagnostic(
                        .malformedPair, at: name?.position ?? record.position,
                        ["value": .text(name?.text ?? ""), "example": "100JPY/CNY"]))
                continue
            }
            let price = record["price"]
            rows.add(
                from: pair.from, to: pair.to,
                price: .init(name: "price", text: price?.text, position: price?.position ?? record.position),
                per: pair.count.isEmpty
                    ? nil : .init(name: "vrtEName", text: pair.count, position: name?.position ?? record.position))
        }
        self = try rows.table(at: root.position)
    }

    /// "100JPY/CNY": how many of what, in what.
    private static func pair(_ text: String) -> (count: String, from: String, to: String)? {
        guard let match = text.wholeMatch(of: /([0-9]*)([A-Z]{3})\/([A-Z]{3})/) else { return nil }
        return (String(match.1), String(match.2), String(match.3))
    }
}

extension DocumentNode {
    /// The keys of a map, for a sentence that says what was found.
    fileprivate var summary: String {
        entries.isEmpty ? "–" : entries.prefix(5).map(\.key).joined(separator: ", ")
    }
}
