public import KeruenMessages

extension MessageError {
    /// For a diagnostic's sentence: `fault`, which reports name in the reader's language, and `reason`, the place and the detail, which
    /// are in English.
    public var arguments: [String: Diagnostic.Argument] {
        ["fault": .text(code.rawValue), "reason": .text(description)]
    }
}
