/// What the forms of a Kazakh noun or adjective have in common, for searches.
///
///     KazakhStemmer.stem("көйлектерді")     // "көйлек"
///     KazakhStemmer.stem("кітабы")          // "кітап"
///
/// Suffixes come off from the end, the longest first, each only where the vowels and the letter before it call for this very
/// shape of it, until none is left: әдемі loses its і, which is none, but all its forms end up the same. Verbs keep their
/// endings, because without them жазу (to write) would be жаз (summer).
enum KazakhStemmer {
    /// The stem of a folded word; a word with other letters than Cyrillic ones comes back as it is.
    static func stem(_ word: String) -> String {
        // No word is that long, and a line of one letter would take quadratic time.
        guard word.utf8.count <= 128 else { return word }
        var letters: [UInt8] = []
        letters.reserveCapacity(word.utf8.count / 2)
        for scalar in word.unicodeScalars {
            guard (first + 1...first + 0xFF).contains(scalar.value) else { return word }
            letters.append(letter(scalar))
        }
        repeat { normaliseEnd(&letters) } while peel(&letters)
        return String(String.UnicodeScalarView(letters.compactMap { Unicode.Scalar(first + UInt32($0)) }))
    }

    /// One shape of a suffix, and where it stands.
    private struct Suffix {
        /// As `tail` gives them.
        var letters: UInt64
        var count: Int
        var after: Sounds
        var harmony: Sounds
        /// The letters that a stem before it has at least.
        var minimum: Int
    }

    private struct Sounds: OptionSet {
        let rawValue: UInt16

        static let back = Sounds(rawValue: 1)
        static let front = Sounds(rawValue: 2)
        /// ы and і, in which possessives end.
        static let high = Sounds(rawValue: 4)
        static let open = Sounds(rawValue: 8)
        /// р and й, and и, у, ю, which end as й and у do.
        static let glide = Sounds(rawValue: 16)
        static let lateral = Sounds(rawValue: 32)
        static let nasal = Sounds(rawValue: 64)
        /// ж and з.
        static let buzzing = Sounds(rawValue: 128)
        /// With б, в, г, ғ and д, which end loanwords and are voiceless there.
        static let voiceless = Sounds(rawValue: 256)

        static let vowel: Sounds = [.high, .open]
        static let sonorant: Sounds = [.glide, .lateral, .nasal]
        static let consonant: Sounds = [.sonorant, .buzzing, .voiceless]
    }

    private static func peel(_ letters: inout [UInt8]) -> Bool {
        guard let last = letters.last, !isWhole(letters[...]) else { return false }
        if sounds[Int(last)].contains(.high), isWhole(letters.dropLast()) {
            letters.removeLast()
            return true
        }
        let end = tail(letters[...])
        for suffix in suffixes
        where suffix.letters == end & (.max >> UInt64(64 - 8 * suffix.count))
            && isStem(letters.dropLast(suffix.count), of: suffix)
        {
            letters.removeLast(suffix.count)
            return true
        }
        return false
    }

    private static func isWhole(_ letters: ArraySlice<UInt8>) -> Bool {
        letters.count <= 8 && whole.contains(tail(letters))
    }

    private static func isStem(_ rest: ArraySlice<UInt8>, of suffix: Suffix) -> Bool {
        guard rest.count >= suffix.minimum, let initial = rest.first, let last = rest.last(where: { $0 != softSign }),
            !sounds[Int(last)].isDisjoint(with: suffix.after)
        else { return false }
        // There are үй, су and ұя, but no ба, so that баға keeps its ға.
        if rest.count == 2, sounds[Int(initial)].isDisjoint(with: .vowel), !sounds[Int(last)].isDisjoint(with: .vowel) {
            return false
        }
        for letter in rest.reversed() {
            let harmony = sounds[Int(letter)].intersection([.back, .front])
            guard harmony.isEmpty else { return !harmony.isDisjoint(with: suffix.harmony) }
        }
        // Suffixes follow the vowel before у (баруға, келуге), and where there is none, су does without.
        return rest.contains(u)
    }

    /// Undoes what suffixes do to the end of a stem: кітабы is of кітап, халқы of халық, рөлі of рөль.
    private static func normaliseEnd(_ letters: inout [UInt8]) {
        while letters.count > 2, letters.last == softSign { letters.removeLast() }
        guard letters.count > 1, let last = letters.popLast() else { return }
        letters.append(devoiced[Int(last)])
        if letters.count <= 8, eliding.contains(tail(letters[...])) { letters.remove(at: letters.count - 2) }
    }

    // A letter is a byte, its number from U+0400 on, so that a word's last eight are one number to compare.

    private static let first: UInt32 = 0x400

    private static func letter(_ scalar: Unicode.Scalar) -> UInt8 { UInt8(truncatingIfNeeded: scalar.value) }

    private static func tail(_ letters: ArraySlice<UInt8>) -> UInt64 {
        letters.suffix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }

    private static func tail(_ word: some StringProtocol) -> UInt64 { tail(word.unicodeScalars.map(letter)[...]) }

    private static func words(_ list: String) -> Set<UInt64> { Set(list.split(separator: " ").map { tail($0) }) }

    private static let u = letter("у")
    private static let softSign = letter("ь")

    private static let suffixes: [Suffix] = [
        // The plural.
        shapes("лар", after: [.vowel, .glide]), shapes("дар", after: [.lateral, .nasal, .buzzing]),
        shapes("тар", after: .voiceless),
        // Whose, and the cases after that.
        shapes("м ма мыз ң ңа ңыз", after: .vowel, minimum: 3), shapes("ы", after: .consonant),
        shapes("сы", after: .open, minimum: 3), shapes("сы", after: .high, minimum: 4),
        shapes("н на нан нда ндағы", after: .high, minimum: 3),
        // The cases.
        shapes("ның", after: [.vowel, .nasal]), shapes("дың", after: [.glide, .lateral, .buzzing]),
        shapes("ны", after: .vowel), shapes("ды", after: [.sonorant, .buzzing]),
        shapes("ға да дағы", after: [.vowel, .sonorant, .buzzing]),
        shapes("дан", after: [.vowel, .glide, .lateral, .buzzing]), shapes("нан", after: .nasal),
        shapes("тың ты қа та тағы тан", after: .voiceless),
        shapes("мен менен", after: [.vowel, .sonorant]), shapes("бен бенен", after: .buzzing),
        shapes("пен пенен", after: .voiceless),
        // No suffixes, but шапаны, жұмысы and туристі lose ны, сы and ті, and so must шапан, жұмыс and турист.
        shapes("н", after: .open, minimum: 4), shapes("с", after: .high, minimum: 4),
        shapes("т", after: .voiceless, minimum: 4),
    ]
    .flatMap(\.self).sorted { $0.count > $1.count }

    /// Suffixes as they are after back vowels, and with them as they are after front ones.
    private static func shapes(_ list: String, after: Sounds, minimum: Int = 2) -> [Suffix] {
        let fronted: [Character: Character] = ["а": "е", "ы": "і", "ғ": "г", "қ": "к"]
        return list.split(separator: " ").flatMap { back in
            let front = String(back.map { fronted[$0] ?? $0 })
            return [(String(back), Sounds.back), (front, .front)].map { shape, harmony in
                Suffix(letters: tail(shape), count: shape.count, after: after, harmony: harmony, minimum: minimum)
            }
        }
    }

    private static let sounds: [Sounds] = {
        var sounds = [Sounds](repeating: [], count: 0x100)
        let letters: [(String, Sounds)] = [
            ("аоұыя", .back), ("әеөүіь", .front), ("иэю", [.back, .front]), ("ыі", .high), ("аәеоөұүэя", .open),
            ("рйиую", .glide), ("л", .lateral), ("мнң", .nasal), ("жз", .buzzing), ("бвгғдкқпстфхһцчшщ", .voiceless),
        ]
        for (letters, sound) in letters {
            for scalar in letters.unicodeScalars { sounds[Int(letter(scalar))].formUnion(sound) }
        }
        return sounds
    }()

    private static let devoiced: [UInt8] = {
        var letters = Array(0...UInt8.max)
        letters[Int(letter("б"))] = letter("п")
        letters[Int(letter("г"))] = letter("к")
        letters[Int(letter("ғ"))] = letter("қ")
        return letters
    }()

    /// Nouns that lose their last vowel before another one.
    private static let eliding = words(
        "ауыз әріп бөрік ерік ерін ғұрып қалып қарын қойын көрік кейіп құлық мойын мұрын мүлік нарық орын парық халық "
            + "шарық ырық")

    /// Words that only look inflected, and would meet others: қалам (a pen) is not of қала (a town).
    private static let whole = words(
        "ақын алтын арзан арқан атлас балға дауыс жеміс жылқы жылы кәрі киім көктем көлем кілем қабырға қазан қалам "
            + "қамыс қауын қазы құлын құрман қысқа майда майдан ойын орман отын өнім пайда пайым сабын сауда сырға табан тағам тары теңге "
            + "тері тиын тоқым тұқым ұлы шешен шыны іні")
}
