internal import TextShims

/// Chinese in the other standard's characters, by OpenCC's words: 头发 is 頭髮, 发展 is 發展.
@safe final class HanConversion: ScriptWriter {
    nonisolated(unsafe) private let handle: OpaquePointer

    /// - Parameter configuration: OpenCC's, such as s2t.
    /// - Throws: `TextError` with `missingData` where OpenCC's dictionaries are not installed.
    init(_ configuration: String) throws(TextError) {
        guard let handle = unsafe ktext_opencc_open(configuration) else { throw TextError(.missingData, configuration) }
        unsafe self.handle = handle
    }

    deinit { unsafe ktext_opencc_close(handle) }

    func write(_ text: Span<UInt8>, to output: inout UTF8Buffer) throws(TextError) {
        // OpenCC stops at a zero byte and at what is not UTF-8.
        let text = text.string
        var isFirst = true
        for piece in text.utf8.split(separator: 0, omittingEmptySubsequences: false) {
            if !isFirst { output.append(UInt8(0)) }
            isFirst = false
            guard let converted = convert(Array(piece)) else { throw TextError(.missingData, "OpenCC") }
            output.append(converted.span)
        }
    }

    private func convert(_ bytes: [UInt8]) -> [UInt8]? {
        guard !bytes.isEmpty else { return [] }
        var capacity = 2 * bytes.count + 16
        while true {
            var needed: Int64 = 0
            let converted = unsafe [UInt8](unsafeUninitializedCapacity: capacity) { out, count in
                guard let base = out.baseAddress else { return }
                needed = unsafe bytes.withUnsafeBufferPointer { source in
                    guard let start = source.baseAddress else { return 0 }
                    return unsafe ktext_opencc_convert(handle, start, bytes.count, base, capacity)
                }
                count = needed < 0 || needed > capacity ? 0 : Int(needed)
            }
            guard needed > capacity else { return needed < 0 ? nil : converted }
            capacity = Int(needed)
        }
    }
}
