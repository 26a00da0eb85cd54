internal import Foundation

/// The letters that the fields of a form take, and the marks between them.
enum PersonNameLetters: Hashable, Sendable {
    case script(Script)
    /// A to Z alone.
    case passport

    private var script: Script { if case .script(let script) = self { script } else { .latin } }

    /// A text as people type it, with what means nothing put right: spaces around and doubled, kinds of hyphens, kinds of middle
    /// dots, letters whose marks stand apart. Chinese names lose their spaces, and have · for whatever dot the keyboard gave.
    func tidied(_ text: String) -> String {
        let text = text.precomposedStringWithCanonicalMapping
        let words = text.split(whereSeparator: \.isWhitespace)
        guard script == .han else { return String(words.joined(separator: " ").map { Self.hyphens[$0] ?? $0 }) }
        return String(words.joined().map { Self.dots[$0] ?? $0 })
    }

    /// The first thing in a tidied text that a name does not have; nil where it is one.
    func fault(in text: String, of field: PersonName.Field) -> PersonNameError? {
        let characters = Array(text)
        guard characters.count <= PersonNameError.maximumLength else { return PersonNameError(.nameTooLong, field) }
        let scripts = characters.map(Self.script)
        func isLetter(_ at: Int) -> Bool { characters.indices.contains(at) && scripts[at] != nil }
        for (at, character) in characters.enumerated() where scripts[at] == nil {
            let isMark =
                Self.apostrophes.contains(character)
                // D’ before a space and ’т after one are names' words too; a mark beside no letter is none.
                ? isLetter(at - 1) || isLetter(at + 1)
                : separators.contains(character) && characters.indices.contains(at + 1) && at > 0
                    && !separators.contains(characters[at - 1])
            guard isMark else { return PersonNameError(.nameSign, field, at: at + 1) }
        }
        let words = characters.indices.split { separators.contains(characters[$0]) }
        return words.lazy.compactMap { fault(inWord: $0, characters, scripts, field) }.first
    }

    private func fault(
        inWord word: Range<Int>, _ characters: [Character], _ scripts: [Script?], _ field: PersonName.Field
    ) -> PersonNameError? {
        let letters = word.filter { scripts[$0] != nil }
        if Set(letters.map { scripts[$0] }).count > 1 {
            let stranger = letters.first { scripts[$0] != script }
            return PersonNameError(
                .nameMixedScripts, field, at: stranger.map { $0 + 1 }, script: stranger.flatMap { scripts[$0] })
        }
        switch self {
        case .passport:
            return letters.first { !characters[$0].isASCII }.map {
                PersonNameError(.nameNotLatin, field, at: $0 + 1)
            }
        case .script(let script):
            return letters.first { scripts[$0] != script }.map {
                PersonNameError(.nameWrongScript, field, at: $0 + 1, script: script)
            }
        }
    }

    /// What parts the words of a name.
    private var separators: Set<Character> { script == .han ? ["·"] : ["-", " "] }

    /// The script of a letter; nil for everything else. A letter has one code point after composition: marks piled on one, which
    /// no alphabet has a letter for, are no name, and neither are the letters in circles and squares, which have no script.
    private static func script(_ character: Character) -> Script? {
        guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1 else { return nil }
        return Script(of: scalar)
    }

    private static let apostrophes: Set<Character> = ["'", "’", "‘", "ʼ", "ʻ"]
    private static let hyphens: [Character: Character] = ["\u{2010}": "-", "\u{2011}": "-", "\u{2013}": "-"]
    /// U+00B7 is the one of China's IDs.
    private static let dots: [Character: Character] = [
        "\u{2022}": "·", "\u{2027}": "·", "\u{2219}": "·", "\u{22C5}": "·", "\u{30FB}": "·", "\u{FF65}": "·",
    ]
}
