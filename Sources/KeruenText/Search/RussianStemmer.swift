internal import TextShims

/// What the forms of a Russian word have in common, by Snowball's algorithm.
///
///     RussianStemmer.stem("шёлковыми")     // "шелков"
enum RussianStemmer {
    /// The stem of a folded word.
    static func stem(_ word: String) -> String {
        let word = word.withoutYo
        return unsafe word.withUTF8Bytes { (bytes, count) in
            guard let bytes = unsafe bytes else { return word }
            return unsafe String(unsafeUninitializedCapacity: Int(count)) { out in
                guard let base = out.baseAddress else { return 0 }
                // A stem is never longer than its word.
                return min(unsafe Int(ktext_stem_russian(bytes, count, base, count)), Int(count))
            }
        }
    }
}
