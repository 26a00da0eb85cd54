extension TextInspection {
    /// Kazakh words of which only the letters that Russian lacks were misread: «кТЇні» for «күні», «ТљТ±жаттар» for «Құжаттар».
    ///
    /// Programs make these that convert Windows-1251 and let the rest through. A pair needs a small letter beside it:
    /// «КЕНТ» and МАРТ® end in such pairs as well.
    func halfMisread(in text: String) -> [TextFinding] {
        guard writing == .kazakh, text.contains(where: { $0 == "Т" || $0 == "У" }) else { return [] }
        let pairs = KazakhPairs.letters
        return text.runs { $0.isCyrillicLetter || KazakhPairs.seconds.contains($0) }.compactMap { word, offset in
            let letters = Array(word)
            var repair = ""
            var isMisread = false
            var index = 0
            while index < letters.count {
                if index + 1 < letters.count, let letter = pairs[String(letters[index...index + 1])] {
                    let before = index > 0 ? letters[index - 1] : " "
                    let after = index + 2 < letters.count ? letters[index + 2] : " "
                    isMisread = isMisread || before.isSmallCyrillic || after.isSmallCyrillic
                    repair.append(letter)
                    index += 2
                } else {
                    repair.append(letters[index])
                    index += 1
                }
            }
            // A whole word of pairs is misread as a whole, and found as such.
            guard isMisread else { return nil }
            return TextFinding(.mojibake, word, at: offset, repair: repair)
        }
    }
}

private enum KazakhPairs {
    /// What Windows-1251 shows for the two bytes of each letter. Without і, which it has: «С–» is also C and a dash.
    static let letters: [String: Character] = Dictionary(
        "әғқңөұүһӘҒҚҢӨҰҮҺ".map { (CodePage.windows1251.decode(Array($0.utf8)), $0) }
    ) { first, _ in first }

    static let seconds = Set(letters.keys.compactMap(\.last))
}

extension Character {
    fileprivate var isSmallCyrillic: Bool { isCyrillicLetter && isLowercase }
}
