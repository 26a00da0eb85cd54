/// A table of rules as it is written: fields between tabs, the first line their names, # before a comment, - for none.
///
///     let table = try RuleTable(text, file: "vat.tsv")
///     for row in table.rows { try row.ratio("rate") }
///
/// - Throws: `Refusal` with the line and column of the first field that can't be read: a tax that was passed over would be
///   a wrong price.
package struct RuleTable {
    package var rows: [Row] = []

    package struct Row {
        var fields: [String: (text: String, column: Int)]
        var line: Int
        var file: String
    }

    package init(_ text: String, file: String) throws(Refusal) {
        var names: [String]?
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated()
        where !line.isEmpty && !line.hasPrefix("#") {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard let known = names else {
                names = fields
                continue
            }
            guard fields.count == known.count else {
                throw Refusal(
                    Diagnostic(
                        .brokenRule, at: SourcePosition(file: file, line: index + 1, column: 1),
                        ["column": .text(known.first ?? ""), "value": .text(fields.first ?? "")]))
            }
            var column = 1
            var row: [String: (text: String, column: Int)] = [:]
            for (name, field) in zip(known, fields) {
                row[name] = (field, column)
                column += field.count + 1
            }
            rows.append(Row(fields: row, line: index + 1, file: file))
        }
        // Comments alone are a table that lost its lines on the way: nothing would be forbidden any more.
        guard names != nil || text.isEmpty else {
            throw Refusal(
                Diagnostic(
                    .brokenRule, at: SourcePosition(file: file, line: 1, column: 1), ["column": "id", "value": ""]))
        }
    }
}

extension RuleTable.Row {
    /// The text of a field; nil for none.
    package func text(_ name: String) throws(Refusal) -> String? {
        guard let field = fields[name], !field.text.isEmpty else { throw refusal(name) }
        return field.text == "-" ? nil : field.text
    }

    package func required(_ name: String) throws(Refusal) -> String {
        guard let text = try text(name) else { throw refusal(name) }
        return text
    }

    /// The field as a value of its kind; nil for none.
    package func value<Value>(_ name: String, _ read: (String) -> Value?) throws(Refusal) -> Value? {
        guard let text = try text(name) else { return nil }
        guard let value = read(text) else { throw refusal(name) }
        return value
    }

    package func requiredValue<Value>(_ name: String, _ read: (String) -> Value?) throws(Refusal) -> Value {
        guard let value = try value(name, read) else { throw refusal(name) }
        return value
    }

    /// Days, source and how sure it is: what every rule has.
    package func validity() throws(Refusal) -> RuleValidity {
        RuleValidity(
            from: try requiredValue("from") { CivilDate($0) }, through: try value("through") { CivilDate($0) },
            confidence: try requiredValue("confidence") { RuleValidity.Confidence(rawValue: $0) },
            source: try required("source"))
    }

    package func refusal(_ name: String) -> Refusal {
        Refusal(
            Diagnostic(
                .brokenRule, at: SourcePosition(file: file, line: line, column: fields[name]?.column ?? 1),
                ["column": .text(name), "value": .text(fields[name]?.text ?? "")]))
    }
}

extension Money {
    /// Reads "200.00 EUR".
    init?(amountAndCurrency text: String) {
        let parts = text.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 2, let currency = Currency(String(parts[1])),
            let money = try? Money(String(parts[0]), currency), money.minorUnits >= 0
        else { return nil }
        self = money
    }
}
