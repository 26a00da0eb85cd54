internal import MarketTables

extension HolidayCalendar {
    /// The rows of `holidays.tsv`, compiled in, by country.
    static let standard: [String: [Row]] = {
        let table = unsafe keruen_holidays()
        let bytes = unsafe UnsafeBufferPointer(start: table.bytes, count: table.length)
        return rows(unsafe String(decoding: bytes, as: UTF8.self))
    }()

    /// Reads rows of fields between tabs: country, kind, from, through, occasion, confidence, source; # opens a comment.
    ///
    ///     HolidayCalendar.rows("KZ\toff\t2027-05-16\t2027-05-16\tkurban-ait\thigh\tMuftiate")["KZ"]?.count      // 1
    ///
    /// For a shop that knows more: its rows go behind the library's. Rows that can't be read are left out.
    public static func rows(_ text: String) -> [String: [Row]] {
        var rows: [String: [Row]] = [:]
        for line in text.split(whereSeparator: \.isNewline) where !line.hasPrefix("#") {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard fields.count == 7, let kind = Kind(rawValue: fields[1]), let from = CivilDate(fields[2]),
                let through = CivilDate(fields[3]), from <= through,
                let confidence = Confidence(name: fields[5])
            else { continue }
            rows[fields[0], default: []].append(
                Row(
                    kind, from: from, through: through, occasion: fields[4].isEmpty ? nil : fields[4],
                    confidence: confidence, source: fields[6]))
        }
        return rows
    }
}
