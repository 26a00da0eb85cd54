internal import ICUShims

extension TextInspection {
    /// Words whose letters are not composed as far as Unicode composes them (NFC).
    func decomposed(in text: String) -> [TextFinding] {
        guard text.hasScalar(where: \.mayDecompose), let composer = Composer.shared else { return [] }
        return text.runs(where: \.isLetter).compactMap { word, offset in
            guard word.unicodeScalars.contains(where: \.mayDecompose),
                let composed = try? composer.compose(String(word))
            else { return nil }
            // Swift's == calls both equal; that is the very reason why nobody notices.
            guard !composed.unicodeScalars.elementsEqual(word.unicodeScalars) else { return nil }
            return TextFinding(.notNFC, word, at: offset, repair: composed)
        }
    }
}

/// ICU's NFC. Swift has one, but only within its standard library.
@safe private final class Composer: Sendable {
    static let shared = try? Composer()
    nonisolated(unsafe) private let handle: OpaquePointer

    private init() throws(TextError) {
        var status: Int32 = 0
        guard let handle = unsafe kicu_transliterator_open("NFC", &status) else { throw TextError(status: status) }
        unsafe self.handle = handle
    }

    deinit { unsafe kicu_transliterator_close(handle) }

    func compose(_ text: String) throws(TextError) -> String {
        guard !text.isTooLongForICU else { throw TextError(.textTooLong, String(text.utf8.count)) }
        return try unsafe text.withUTF8Bytes { (bytes, count) throws(TextError) in
            // Composing lengthens a few letters of Hebrew and Indic scripts, to three times at most.
            try unsafe icuString(capacity: 3 * count + 32) { (out, capacity, status) in
                unsafe kicu_transliterator_apply(handle, bytes, count, out, capacity, &status)
            }
        }
    }
}

extension Unicode.Scalar {
    /// Whether NFC may write the code point another way: marks, and letters that stand in Unicode twice.
    fileprivate var mayDecompose: Bool {
        switch value {
        case 0..<0x300, 0x400...0x482, 0x48A...0x58F, 0x4E00...0x9FFF: false
        case 0x2126, 0x212A, 0x212B, 0xF900...0xFAFF, 0x2F800...0x2FA1F: true
        default: properties.canonicalCombiningClass != .notReordered
        }
    }
}
