/// Russian stems as a shop needs them: Snowball's, but for a list of words that it parts from themselves.
///
///     RussianStems.stem("платок") == RussianStems.stem("платками")
///     RussianStems.stem("медь") != RussianStems.stem("мёд")
enum RussianStems {
    private static let listed: [String: String] = Dictionary(
        TextTable.russianStems.rows.filter { $0.count == 2 }.flatMap { row in
            row[1].split(separator: " ").map { (String($0), String(row[0])) }
        }, uniquingKeysWith: { first, _ in first })

    /// The stem of a folded word.
    static func stem(_ word: String) -> String { listed[word.withoutYo] ?? RussianStemmer.stem(word) }
}
