extension TextInspection {
    /// Characters that show nothing, unless their script or an emoji needs them.
    func invisible(in text: String) -> [TextFinding] {
        guard text.unicodeScalars.contains(where: \.isInvisible) else { return [] }
        let isRightToLeft = text.unicodeScalars.contains { (0x590...0x8FF).contains($0.value) }
        // A joiner belongs to the character before it, so the piece may hold a letter, too.
        return text.runs { $0.isSuspicious(rightToLeft: isRightToLeft) }.map { run, offset in
            var repair = ""
            for character in run { repair.unicodeScalars += character.unicodeScalars.filter { !$0.isInvisible } }
            return TextFinding(.invisible, run, at: offset, repair: repair)
        }
    }

    /// U+FFFD, and texts that were nothing but letters before they became question marks.
    func lostLetters(in text: String) -> [TextFinding] {
        if text.hasScalar(where: { $0 == "\u{FFFD}" }) {
            return text.runs { $0.unicodeScalars.contains("\u{FFFD}") }.map { run, offset in
                TextFinding(.replacementCharacter, run, at: offset)
            }
        }
        let questions = text.utf8.count { $0 == UInt8(ascii: "?") }
        guard questions >= 4, !text.contains(where: { $0.isLetter || $0 == "!" }) else { return [] }
        return text.runs { $0 == "?" }.prefix(1).map { run, offset in
            TextFinding(.replacementCharacter, run, at: offset)
        }
    }
}

extension Character {
    fileprivate func isSuspicious(rightToLeft: Bool) -> Bool {
        guard unicodeScalars.contains(where: \.isInvisible), self != "\r\n" else { return false }
        // Emoji are joined, coloured and flagged by invisible code points; ideographs have variants.
        let isEmoji = unicodeScalars.contains { $0.value > 0x7F && $0.properties.isEmoji || $0.value == 0x20E3 }
        guard !isEmoji, let first = unicodeScalars.first else { return false }
        return unicodeScalars.contains { scalar in
            guard scalar.isInvisible else { return false }
            switch scalar.value {
            case 0x200C, 0x200D:
                // Arabic and the scripts of India and Mongolia shape letters by them.
                guard let script = Script(of: first) else { return !rightToLeft }
                return [.latin, .cyrillic, .han].contains(script)
            case 0x200E, 0x200F, 0x061C, 0x2066...0x2069: return !rightToLeft
            case 0xFE00...0xFE0F, 0xE0100...0xE01EF: return !first.takesVariants
            default: return true
            }
        }
    }
}

extension Unicode.Scalar {
    /// Whether nothing is drawn for the code point itself. The spaces of typographers are seen, and are fine.
    fileprivate var isInvisible: Bool {
        switch value {
        case 0x09, 0x0A, 0x0D: false
        case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x034F, 0x061C, 0x115F, 0x1160, 0x180E, 0x200B...0x200F, 0x202A...0x202E,
            0x2060...0x206F, 0x3164, 0xFE00...0xFE0F, 0xFEFF, 0xFFA0, 0xFFF9...0xFFFB, 0xE0000...0xE0FFF:
            true
        default: false
        }
    }

    fileprivate var takesVariants: Bool {
        Script(of: self) == .han || (0x1800...0x18AF).contains(value) || (0x3000...0x303F).contains(value)
            || (0xFF00...0xFFEF).contains(value)
    }
}
