/// Writes texts in one way; a class, so that calling it copies no tables.
protocol ScriptWriter: AnyObject, Sendable {
    /// Appends the text in the other script.
    func write(_ text: Span<UInt8>, to output: inout UTF8Buffer) throws(TextError)

    /// Whether a space parts what this writes from a placeholder or an address that stood right beside it: 共{数量}件.
    var partsWords: Bool { get }
}

extension ScriptWriter {
    var partsWords: Bool { false }
}

extension ScriptWriter {
    func string(_ text: String) throws(TextError) -> String {
        try unsafe UTF8Buffer.with { (output) throws(TextError) in
            try write(text.utf8.span, to: &output)
        } read: {
            unsafe String(decoding: $0, as: UTF8.self)
        }
    }
}
