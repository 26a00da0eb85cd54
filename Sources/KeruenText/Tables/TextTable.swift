internal import TextTables

/// A data file that is compiled in: lines of fields between tabs, # opens a comment.
struct TextTable {
    let rows: [[Substring]]

    static var hanReadings: TextTable { unsafe TextTable(keruen_han_readings()) }
    static var hanPolyphones: TextTable { unsafe TextTable(keruen_han_polyphones()) }
    static var hanSurnames: TextTable { unsafe TextTable(keruen_han_surnames()) }
    static var palladius: TextTable { unsafe TextTable(keruen_palladius()) }
    static var gazetteer: TextTable { unsafe TextTable(keruen_gazetteer()) }
    static var kazakhWords: TextTable { unsafe TextTable(keruen_kazakh_words()) }
    static var russianStems: TextTable { unsafe TextTable(keruen_russian_stems()) }
    static var kazakhBrands: TextTable { unsafe TextTable(keruen_kazakh_brands()) }

    private init(_ table: keruen_text_table) {
        let bytes = unsafe UnsafeBufferPointer(start: table.bytes, count: table.length)
        self.init(unsafe String(decoding: bytes, as: UTF8.self))
    }

    /// All words of a table that has any number to a line.
    var words: [String] { rows.flatMap { $0 }.flatMap { $0.split(separator: " ") }.map { String($0) } }

    init(_ text: String) {
        rows = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
            $0.split(separator: "\t", omittingEmptySubsequences: false)
        }
    }
}
