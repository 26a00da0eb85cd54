/// `:kk:case`: a word or number in a case of Kazakh, its suffix agreeing with it: `{$city :kk:case case=dative}` is Алматыға.
///
/// Options: `case`, one of KazakhCase's; `possessed=yes` for words that end in a possessive (қаласы → қаласына). In Latin and Arabic
/// letters the suffix is written in those.
struct KazakhCaseFunction: MessageFunction {
    private enum Possessed: String, CaseIterable { case yes, no }

    func resolve(_ call: inout MessageCall) throws(MessageError) -> any MessageValue {
        let operand = try call.wantedOperand()
        guard call.options["case"] != nil else {
            throw MessageError(.badOption, ":\(call.name) wants a case, such as case=dative")
        }
        guard let kazakhCase: KazakhCase = call.choice("case") else { return operand }
        let possessed: Possessed? = call.choice("possessed")
        guard call.language.language == "kk" else { return operand }
        // A text stays as it is, one of digits too: an SKU or a year is no number to be grouped.
        let text = try operand.text()
        let script = Self.scripts[call.language.maximized.script ?? ""]
        guard let script else {
            return TextValue(kazakhCase.applied(to: text, possessed: possessed == .yes), isMatched: true)
        }
        // The suffix is found in Cyrillic and written over; what stood there stays.
        let cyrillic = (try? script.there?.apply(text)) ?? text
        let suffixed = kazakhCase.applied(to: cyrillic, possessed: possessed == .yes)
        let (stem, end) = Self.split(suffixed, cyrillic)
        guard stem == cyrillic else {
            return TextValue((try? script.back?.apply(suffixed)) ?? suffixed, isMatched: true)
        }
        let written = ((try? script.back?.apply(end)) ?? end).replacing("\u{674}", with: "")
        return TextValue(text + written, isMatched: true)
    }

    private static func split(_ text: String, _ stem: String) -> (String, String) {
        text.hasPrefix(stem) ? (stem, String(text.dropFirst(stem.count))) : (text, "")
    }

    private static let scripts: [String: (there: Transliterator?, back: Transliterator?)] = [
        "Latn": (try? Transliterator(.kazakhLatinToCyrillic), try? Transliterator(.kazakhToLatin)),
        "Arab": (try? Transliterator(.kazakhArabicToCyrillic), try? Transliterator(.kazakhToArabic)),
    ]
}
