/// What one word is in every script and spelling that people type: жібек, jıbek, جىبەك and zhibek are all jibek.
///
/// Vowels that a Russian keyboard does not tell apart fall together, as do к and қ, г and ғ, х and һ; Latin's digraphs are
/// read as one letter, and doubled letters as one. About one lemma in twenty meets another: for a second look only.
enum NearKey {
    static func of(_ word: String) -> String {
        var letters: [UInt8] = []
        for scalar in word.unicodeScalars {
            switch Self.letters[scalar] {
            case let written?: letters += written
            case nil where scalar.isASCII: letters.append(UInt8(scalar.value))
            case nil: letters += String(scalar).utf8
            }
        }
        var key: [UInt8] = []
        for letter in letters {
            key.append(letter)
            while let pair = digraphs.first(where: { key.suffix($0.letters.count).elementsEqual($0.letters) }) {
                key.removeLast(pair.letters.count)
                key += pair.read
            }
            if key.count > 1, key[key.count - 1] == key[key.count - 2], !(0x30...0x39).contains(letter) {
                key.removeLast()
            }
        }
        // One letter tells nothing.
        return key.count < 2 ? "" : String(decoding: key, as: UTF8.self)
    }

    private static let digraphs: [(letters: [UInt8], read: [UInt8])] = [
        ("zh", "j"), ("kh", "h"), ("gh", "g"), ("ng", "n"), ("ae", "a"), ("oe", "o"), ("ue", "u"), ("shch", "sh"),
        ("tsh", "ch"),
    ].map { (Array($0.utf8), Array($1.utf8)) }

    private static let letters: [Unicode.Scalar: [UInt8]] = {
        var letters: [Unicode.Scalar: [UInt8]] = [:]
        for group in groups {
            for scalar in group.letters.unicodeScalars { letters[scalar] = Array(group.read.utf8) }
        }
        return letters
    }()

    private static let groups: [(letters: String, read: String)] = [
        ("аәäáāǎàا", "a"), ("б" + "ب", "b"), ("вۆ", "v"), ("гғğǵгگع", "g"), ("дد", "d"), ("еэёēéěèە", "e"), ("жج", "j"),
        ("зز", "z"),
        ("иійыıyïīíǐìيى", "i"), ("кқqكق", "k"), ("лل", "l"), ("мم", "m"), ("нңñńňǹنڭ", "n"), ("оөöóōǒòو", "o"),
        ("пپ", "p"),
        ("рر", "r"), ("сس", "s"), ("тت", "t"), ("уұүūüúǔùǖǘǚǜýwۇۋ", "u"), ("фف", "f"), ("хһxحھ", "h"), ("ц", "ts"),
        ("чçچ", "ch"),
        ("шщşش", "sh"), ("ю", "iu"), ("я", "ia"), ("ъь'’ʼ\u{674}\u{621}\u{640}", ""),
    ]
}
