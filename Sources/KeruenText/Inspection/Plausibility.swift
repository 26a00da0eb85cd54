/// Whether bytes that happen to be UTF-8 make a text that a shop would write.
enum Plausibility {
    case no, some, high

    /// - Parameter accents: Whether «Ã©» is to be believed; «Гі» are two letters of Kazakh.
    init(of text: String, accents: Bool) {
        var (cyrillic, han, arabic, signs) = (0, 0, 0, 0)
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x410...0x44F, 0x401, 0x451: cyrillic += 1
            case _ where LanguageClues.kazakhScalars.contains(scalar): cyrillic += 1
            case 0x4E00...0x9FFF: han += 1
            case 0x620...0x64A, 0x674, 0x6AD, 0x6AF, 0x6C6, 0x6C7, 0x6CB, 0x6D5: arabic += 1
            // Three bytes' worth of dash, quotation mark or currency; no text has such a row of signs by chance.
            case 0x2010...0x203A, 0x20A0...0x20BF, 0x2116, 0x2122, 0x3001...0x3011, 0xFF01...0xFF5E, 0xFEFF, 0xFFFD:
                signs += 1
            // é from «Ã©»; not û, whose «Ã»» may be a quotation's end.
            case 0xDF...0xFF where accents && ![0xE0, 0xEB, 0xF7, 0xFB].contains(scalar.value): signs += 1
            case 0xA3, 0xA7, 0xA9, 0xAE, 0xB0...0xB3: signs += accents ? 1 : 0
            case 0xA0, 0xAB, 0xBB, 0xB7, 0xD7: break
            default:
                self = .no
                return
            }
        }
        // «ШІРІ» could be an Arabic letter and a Cyrillic one.
        let most = max(cyrillic, han, arabic)
        guard most == cyrillic + han + arabic else {
            self = .no
            return
        }
        self = most >= 2 || signs > 0 ? .high : .some
    }
}

extension StringProtocol {
    /// «шелк», «Шелк» or «ШЕЛК», but not «шЕлК».
    var isCasedAsAWord: Bool {
        let rest = dropFirst()
        return !rest.contains(where: \.isUppercase) || !contains(where: \.isLowercase)
    }

    /// How many neighbouring letters are a pair that is common in Russian.
    var commonPairs: Int {
        zip(self, dropFirst()).count { russianPairs.contains(String([$0, $1])) }
    }
}

private let russianPairs = Set(
    """
    ст но то на ен ов ни ра во ко ал ли по ре ро ос не го пр ер ан ка та ол ор те ве ел ло ва ет ом де ри ла ес ле ит да \
    од об ат ть ны ль ск че ил ог из ис ар ас ам мо ин ме до ая ой ти оз ки ру лк са се со за вы шк ша ше ке ба бо бу ту \
    пл ок ук ак ек лю ёл шё тк рф ар мё эт ож жк ты кр ус уж ев ые ый ое ие ым их ди ми че ща щи хо хл шо нт он
    """.split(separator: " ").map(String.init))

extension Unicode.Scalar {
    /// À to ÿ, and the two that stand for Ё and ё.
    var isLatin1Letter: Bool { (0xC0...0xFF).contains(value) || value == 0xA8 || value == 0xB8 }
}
