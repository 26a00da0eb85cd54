/// The letters that a language writes with, to find those of its neighbours.
struct Alphabet {
    private let letters: Set<Unicode.Scalar>
    private let script: Script
    /// Whether words in capitals, with digits or with a capital first are names, whose letters are theirs.
    private let sparesNames: Bool

    init?(_ language: LanguageTag) {
        switch (language.language, language.maximized.script) {
        case ("ru", "Cyrl"): self.init("абвгдеёжзийклмнопрстуфхцчшщъыьэюя", .cyrillic, sparesNames: true)
        case ("kk", "Cyrl"): self.init("аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя", .cyrillic, sparesNames: true)
        case ("kk", "Latn"): self.init("aäbdefgğhijklmnñoöpqrsştuūüvyzı", .latin, sparesNames: true)
        case ("kk", "Arab"):
            self.init("اءبپتجچحدرزسشعفقكگلمنڭوۇۆۋھيىە\u{674}\u{640}", Script(rawValue: "Arab"), sparesNames: false)
        default: return nil
        }
    }

    private init(_ letters: String, _ script: Script, sparesNames: Bool) {
        self.letters = Set(letters.unicodeScalars)
        self.script = script
        self.sparesNames = sparesNames
    }

    /// Words with a letter of the script that the language does not have, but for names and what the source has too.
    func strangers(in text: String, source: String) -> [(word: String, letter: String)] {
        text.split { !$0.isLetter }.compactMap { word in
            // The first word is in capitals whatever it is.
            let opensText = word.startIndex == text.firstIndex(where: \.isLetter)
            if sparesNames, word.first?.isUppercase == true, !opensText { return nil }
            if source.contains(word) { return nil }
            let small = word.lowercased()
            let stranger = small.unicodeScalars.first { scalar in
                Script(of: scalar) == script && !letters.contains(scalar) && scalar.properties.isAlphabetic
            }
            return stranger.map { (String(word), String($0)) }
        } + apostrophes(in: text, source: source)
    }

    /// The alphabet of 2021 has no letter with an apostrophe; older spellings of Kazakh in Latin letters had.
    private func apostrophes(in text: String, source: String) -> [(word: String, letter: String)] {
        guard script == .latin else { return [] }
        return text.split(whereSeparator: \.isWhitespace).compactMap { word in
            let letters = Array(word)
            let at = letters.indices.dropFirst().dropLast().first {
                "'’ʼ".contains(letters[$0]) && letters[$0 - 1].isLetter && letters[$0 + 1].isLetter
            }
            return at.flatMap { source.contains(word) ? nil : (String(word), String(letters[$0])) }
        }
    }
}

extension String {
    /// Digits of other scripts than ASCII's, and letters that only Japanese has: what keyboards and fonts slip in.
    var foreignSigns: [String] {
        unicodeScalars.filter { scalar in
            scalar.properties.generalCategory == .decimalNumber && !scalar.isASCII
                || (0x3041...0x30FF).contains(scalar.value) && scalar.value != 0x30FB || Self.japanese.contains(scalar)
        }.map { String($0) }
    }

    /// Characters that Japan simplified in its own way.
    private static let japanese = Set(
        """
        検験険剣気駅図売円囲拡覚楽桜栄営応穏悪歓観関陥勧帰挙恵掲鶏撃県圏権顕厳広鉱砕歳斎剤雑桟賛児実釈収従渋獣縦奨焼浄剰畳縄嬢譲\
        粋酔斉摂専戦銭繊捜挿巣総騒増蔵臓続対帯滝択沢単団弾遅鋳庁徴聴鉄転伝闘徳読悩脳覇拝廃発髪抜払仏辺変歩豊黙訳薬揺様頼覧両猟\
        緑塁隷霊齢暦歴労録
        """.unicodeScalars)
}
