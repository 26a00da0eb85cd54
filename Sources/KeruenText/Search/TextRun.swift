/// A run of Han, or of letters and digits of other scripts, with its place in the text.
struct TextRun {
    var text: String
    var isHan: Bool
    /// In UTF-8 bytes of the whole text.
    var range: Range<Int>

    /// The run's characters by scalar, which is what Han are.
    var characters: [(text: String, range: Range<Int>)] {
        var start = range.lowerBound
        return text.unicodeScalars.map { scalar in
            defer { start += UTF8.width(scalar) }
            return (String(scalar), start..<start + UTF8.width(scalar))
        }
    }

    static func runs(of text: String) -> [TextRun] {
        var runs: [TextRun] = []
        var run: TextRun?
        var offset = 0
        for scalar in text.unicodeScalars {
            let width = UTF8.width(scalar)
            defer { offset += width }
            let isHan = HanCharacter.index(scalar.value) != nil
            guard isHan || isPart(scalar, of: run) else {
                runs += run.map { [$0.withoutQuote] } ?? []
                run = nil
                continue
            }
            if var current = run, current.isHan == isHan {
                run = nil
                current.text.unicodeScalars.append(scalar)
                current.range = current.range.lowerBound..<offset + width
                run = current
            } else {
                runs += run.map { [$0.withoutQuote] } ?? []
                run = TextRun(text: String(scalar), isHan: isHan, range: offset..<offset + width)
            }
        }
        return runs + (run.map { [$0.withoutQuote] } ?? [])
    }

    /// An apostrophe at the end is a quotation mark: ‘платок’.
    private var withoutQuote: TextRun {
        var run = self
        while let last = run.text.unicodeScalars.last, Self.apostrophes.contains(last) {
            run.text.unicodeScalars.removeLast()
            run.range = run.range.lowerBound..<run.range.upperBound - UTF8.width(last)
        }
        return run
    }

    private static let apostrophes: Set<Unicode.Scalar> = ["'", "’"]

    /// Letters and digits; within a word also marks and the apostrophe of o'neri and d'or.
    private static func isPart(_ scalar: Unicode.Scalar, of run: TextRun?) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter, .modifierLetter, .decimalNumber,
            .otherNumber, .letterNumber:
            true
        case .nonspacingMark, .spacingMark: run.map { !$0.isHan } ?? false
        default: apostrophes.contains(scalar) && run.map { !$0.isHan } ?? false
        }
    }
}
