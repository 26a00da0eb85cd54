public import Foundation

extension RateTable {
    /// Reads a day's rates of the Bank of Russia, as `XML_daily.asp` hands them out, in windows-1251.
    ///
    ///     let table = try RateTable(bankOfRussia: data, as: "cbr-2026-07-01.xml")
    ///     table.rate(from: .eur, to: .rub, on: day)?.ratio       // roubles for a euro
    ///
    ///     <ValCurs Date="01.07.2026" name="Foreign Currency Market">
    ///       <Valute ID="R01335"><CharCode>KZT</CharCode><Nominal>100</Nominal><Value>15,1520</Value></Valute>
    ///     </ValCurs>
    ///
    /// - Parameter name: how diagnostics call the file.
    /// - Throws: `Refusal` with `brokenXML`, `notRates`, `malformedRatesDay`, `noRates`, or all rows of known currencies
    ///   that are wrong: `malformedRate`, `repeatedRate`, `missingField`.
    public init(bankOfRussia data: Data, as name: String) throws(Refusal) {
        let root = try XMLReader().read(data, as: name)
        guard root.localName == "ValCurs" else {
            throw Refusal(
                Diagnostic(.notRates, at: root.position, ["wanted": "<ValCurs>", "found": .text("<\(root.name)>")]))
        }
        let date = root.attributes["Date"] ?? ""
        guard let day = CivilDate(dotted: date) else {
            throw Refusal(
                Diagnostic(
                    .malformedRatesDay, at: root.position, ["value": .text(date), "example": "01.07.2026"]))
        }
        var rows = RateRows(.bankOfRussia, on: day, decimalMark: UInt8(ascii: ","))
        for row in root.elements(named: "Valute") {
            let code = row.rateField("CharCode")
            guard let currency = code.text else {
                rows.refuse(Diagnostic(.missingField, at: code.position, ["field": .text(code.name)]))
                continue
            }
            rows.add(
                from: currency, to: Currency.rub.code, price: row.rateField("Value"), per: row.rateField("Nominal"))
        }
        self = try rows.table(at: root.position)
    }
}
