internal import Foundation

extension PostalDeclaration.Address {
    /// An address in Latin letters with the country's own beside them, which its postmen read.
    ///
    ///     try Address(writing: "王小明", ["830002", "乌鲁木齐市"], in: "CN").lines     // 830002, Wulumuqi Shi
    ///
    /// Russian and Kazakh as passports and maps have it, Chinese as pinyin, all without marks on letters, for not every post prints those.
    /// - Parameter latinName: as the passport spells it, which nobody may spell anew.
    /// - Throws: `TextError` for a text that is too long to be read.
    public init(
        writing name: String, latinName: String? = nil, _ lines: [String], in country: String, telephone: String? = nil
    ) throws(TextError) {
        let script = try LatinOfPost(country)
        var latin: [String] = []
        for line in lines { latin.append(try script.place(line)) }
        let spelt = if let latinName { latinName } else { try script.name(name) }
        let isLatin = latin == lines && spelt == name
        self.init(
            name: spelt, lines: latin, local: isLatin ? [] : [name] + lines, country: country, telephone: telephone)
    }
}

/// How a country's names and places are written for posts abroad.
private struct LatinOfPost {
    private let country: String
    private let cyrillic: Transliterator
    private let kazakh: Transliterator
    private let names: Transliterator
    private let places: Transliterator

    init(_ country: String) throws(TextError) {
        self.country = country
        cyrillic = try Transliterator(.russianToLatinICAO)
        kazakh = try Transliterator(.kazakhToLatinBGN)
        names = try Transliterator(.hanNamesToPinyin)
        places = try Transliterator(.hanToPinyin)
    }

    func name(_ text: String) throws(TextError) -> String { try write(text, chineseBy: names) }

    func place(_ text: String) throws(TextError) -> String { try write(text, chineseBy: places) }

    private func write(_ text: String, chineseBy chinese: Transliterator) throws(TextError) -> String {
        let text = text.replacingOccurrences(of: "№", with: "No.")
        guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
        let latin =
            if country == "CN" {
                Self.capitalised(try chinese.apply(text))
            } else if country == "KZ", text.lowercased().contains(where: Self.kazakhLetters.contains) {
                // Kazakhstan's addresses are written in both of its languages; Kazakh's own letters tell which.
                try kazakh.apply(text)
            } else {
                try cyrillic.apply(text)
            }
        return latin.decomposedStringWithCanonicalMapping.unicodeScalars
            .filter { !(0x300...0x36F).contains($0.value) }
            .reduce(into: "") { $0.unicodeScalars.append($1) }
    }

    private static let kazakhLetters: Set<Character> = ["ә", "ғ", "қ", "ң", "ө", "ұ", "ү", "һ", "і"]

    /// Pinyin is written small, and places and people are not; its ü is yu in passports.
    private static func capitalised(_ text: String) -> String {
        var text = text
        for letter in ["ü", "ǖ", "ǘ", "ǚ", "ǜ"] { text = text.replacingOccurrences(of: letter, with: "yu") }
        return text.split(separator: " ", omittingEmptySubsequences: false)
            .map { $0.prefix(1).uppercased() + $0.dropFirst() }
            .joined(separator: " ")
    }
}
