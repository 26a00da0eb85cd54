/// Two ways to write texts, one after the other: from Arabic letters over Cyrillic to Latin ones.
final class InTurn: ScriptWriter {
    private let first: any ScriptWriter
    private let second: any ScriptWriter

    init(_ first: any ScriptWriter, _ second: any ScriptWriter) {
        self.first = first
        self.second = second
    }

    func write(_ text: Span<UInt8>, to output: inout UTF8Buffer) throws(TextError) {
        let between = try first.string(text.string)
        try second.write(between.utf8.span, to: &output)
    }
}
