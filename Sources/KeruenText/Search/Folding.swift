internal import ICUShims

extension String {
    /// The text as searches compare it: NFKC case folding, with Russian ё as е.
    ///
    ///     "Ёлка".foldedForSearch == "елка".foldedForSearch     // true
    ///
    /// Kazakh letters stay themselves, and й is not и: Foundation's diacritic folding gets both wrong.
    public var foldedForSearch: String {
        guard !isTooLongForICU else { return lowercased() }
        let folded = try? unsafe withUTF8Bytes { (bytes, count) throws(TextError) in
            try unsafe icuString(capacity: 2 * count + 32) { (out, capacity, status) in
                unsafe kicu_fold(bytes, count, out, capacity, &status)
            }
        }
        return (folded ?? self).withoutYo
    }

    /// With е for ё. Few words have one, and looking for it is cheap.
    var withoutYo: String {
        var last: UInt8 = 0
        let hasYo = utf8.contains { byte in
            defer { last = byte }
            return byte == 0x91 && last == 0xD1
        }
        return hasYo ? replacing("ё", with: "е") : self
    }
}
