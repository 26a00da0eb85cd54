/// What is read of a bank's file: the rows of currencies that markets trade in, and what is wrong with them.
///
/// A row of another currency is passed over unread.
struct RateRows {
    let bank: RateBank
    let day: CivilDate
    /// What stands before the decimals of a price.
    let decimalMark: UInt8
    private var rates: [ExchangeRate] = []
    private var findings: [Diagnostic] = []

    init(_ bank: RateBank, on day: CivilDate, decimalMark: UInt8 = UInt8(ascii: ".")) {
        (self.bank, self.day, self.decimalMark) = (bank, day, decimalMark)
    }

    /// A field as it stands in the file, with its place.
    struct Field {
        var name: String
        /// Nil where the row has none.
        var text: String?
        var position: SourcePosition
    }

    /// - Parameter count: units of the first currency that the price is for; 1 where the bank writes none.
    mutating func add(from: String, to: String, price: Field, per count: Field? = nil) {
        guard let from = Currency(from), let to = Currency(to), from != to else { return }
        let example = decimalMark == UInt8(ascii: ",") ? "523,47" : "523.47"
        guard let figure = number(price, example, of: from, to, { Ratio($0).flatMap { $0 > .zero ? $0 : nil } })
        else { return }
        var units: Int64 = 1
        if let count {
            guard let read = number(count, "100", of: from, to, { Int64($0).flatMap { $0 > 0 ? $0 : nil } })
            else { return }
            units = read
        }
        let (denominator, overflow) = figure.denominator.multipliedReportingOverflow(by: units)
        guard !overflow, let ratio = Ratio(figure.numerator, over: denominator),
            let rate = ExchangeRate(from: from, to: to, ratio, on: day, source: bank.rawValue)
        else {
            findings.append(malformed(count ?? price, "100", from, to))
            return
        }
        guard !rates.contains(where: { Set([$0.from, $0.to]) == [from, to] }) else {
            findings.append(Diagnostic(.repeatedRate, at: price.position, ["pair": .text("\(from)/\(to)")]))
            return
        }
        rates.append(rate)
    }

    /// Notes a row whose currencies can't be told.
    mutating func refuse(_ finding: Diagnostic) { findings.append(finding) }

    /// The rates, in the order of the file.
    /// - Throws: `Refusal` with every fault, or with `noRates`.
    func table(at position: SourcePosition) throws(Refusal) -> RateTable {
        guard findings.isEmpty else { throw Refusal(findings) }
        guard !rates.isEmpty else {
            let known = Currency.all.map(\.code).joined(separator: ", ")
            throw Refusal(Diagnostic(.noRates, at: position, ["known": .text(known)]))
        }
        return RateTable(rates)
    }

    private mutating func number<Value>(
        _ field: Field, _ example: String, of from: Currency, _ to: Currency, _ read: (String) -> Value?
    ) -> Value? {
        guard let text = field.text else {
            findings.append(Diagnostic(.missingField, at: field.position, ["field": .text(field.name)]))
            return nil
        }
        // No sign, no grouping, no digits of other scripts, and not the other country's mark.
        let isPlain = text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == decimalMark }
        guard isPlain, let value = read(text.replacing(",", with: ".")) else {
            findings.append(malformed(field, example, from, to))
            return nil
        }
        return value
    }

    private func malformed(_ field: Field, _ example: String, _ from: Currency, _ to: Currency) -> Diagnostic {
        Diagnostic(
            .malformedRate, at: field.position,
            [
                "pair": .text("\(from)/\(to)"), "field": .text(field.name), "value": .text(field.text ?? ""),
                "example": .text(example),
            ])
    }
}

extension Diagnostic.Code {
    /// The file is not what the bank publishes.
    public static let notRates = Self("MKT0101")
    /// The day that the rates are for can't be read.
    public static let malformedRatesDay = Self("MKT0102")
    /// A price or a count of units is no number above 0.
    public static let malformedRate = Self("MKT0103")
    /// A row's currencies can't be told.
    public static let malformedPair = Self("MKT0104")
    /// A pair stands twice in one file.
    public static let repeatedRate = Self("MKT0105")
    /// None of the currencies that markets trade in is there.
    public static let noRates = Self("MKT0106")
}

extension CivilDate {
    /// Reads "01.07.2026", as banks of Kazakhstan and Russia write it.
    init?(dotted text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.map(\.utf8.count) == [2, 2, 4] else { return nil }
        self.init(parts.reversed().joined(separator: "-"))
    }
}

extension XMLDocumentElement {
    /// The text of an element within, without white space around it; the place is the row's where there is none.
    func rateField(_ name: String) -> RateRows.Field {
        let element = self[name]
        return RateRows.Field(name: name, text: element?.trimmedText, position: element?.position ?? position)
    }

    /// Nil where nothing but white space is there.
    var trimmedText: String? {
        let trimmed = text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed()
        return trimmed.isEmpty ? nil : String(trimmed)
    }
}
