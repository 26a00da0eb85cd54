public import Foundation

extension RateTable {
    /// Reads a day's rates of Kazakhstan's National Bank, as `get_rates.cfm` hands them out.
    ///
    ///     let table = try RateTable(nationalBankOfKazakhstan: data, as: "nbk-2026-07-01.xml")
    ///     table.rate(from: .eur, to: .kzt, on: day)?.ratio       // tenge for a euro
    ///
    ///     <rates>
    ///       <date>01.07.2026</date>
    ///       <item><title>EUR</title><description>611.12</description><quant>1</quant></item>
    ///     </rates>
    ///
    /// - Parameter name: how diagnostics call the file.
    /// - Throws: `Refusal` with `brokenXML`, `notRates`, `malformedRatesDay`, `noRates`, or all rows of known currencies
    ///   that are wrong: `malformedRate`, `repeatedRate`, `missingField`.
    public init(nationalBankOfKazakhstan data: Data, as name: String) throws(Refusal) {
        let root = try XMLReader().read(data, as: name)
        guard root.localName == "rates" else {
            throw Refusal(
                Diagnostic(.notRates, at: root.position, ["wanted": "<rates>", "found": .text("<\(root.name)>")]))
        }
        let date = root["date"]
        guard let day = date?.trimmedText.flatMap(CivilDate.init(dotted:)) else {
            throw Refusal(
                Diagnostic(
                    .malformedRatesDay, at: date?.position ?? root.position,
                    ["value": .text(date?.trimmedText ?? ""), "example": "01.07.2026"]))
        }
        var rows = RateRows(.nationalBankOfKazakhstan, on: day)
        for item in root.elements(named: "item") {
            let code = item.rateField("title")
            guard let currency = code.text else {
                rows.refuse(Diagnostic(.missingField, at: code.position, ["field": .text(code.name)]))
                continue
            }
            rows.add(
                from: currency, to: Currency.kzt.code, price: item.rateField("description"),
                per: item.rateField("quant"))
        }
        self = try rows.table(at: root.position)
    }
}
