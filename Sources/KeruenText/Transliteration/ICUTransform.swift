internal import ICUShims

/// One of ICU's transforms; its rules run under a lock of the whole process.
@safe final class ICUTransform: ScriptWriter {
    nonisolated(unsafe) private let handle: OpaquePointer

    init(_ id: String) throws(TextError) {
        var status: Int32 = 0
        guard let handle = unsafe kicu_transliterator_open(id, &status) else { throw TextError(status: status) }
        unsafe self.handle = handle
    }

    deinit { unsafe kicu_transliterator_close(handle) }

    /// - Throws: `TextError` with `textTooLong` for a text that ICU can't be handed.
    func write(_ text: Span<UInt8>, to output: inout UTF8Buffer) throws(TextError) {
        guard text.count <= longestText else { throw TextError(.textTooLong, String(text.count)) }
        let status = unsafe text.withUnsafeBufferPointer { bytes in
            Result { () throws(TextError) in
                try unsafe icuBytes(capacity: Int32(4 * bytes.count + 32)) { (out, capacity, status) in
                    unsafe kicu_transliterator_apply(
                        handle, bytes.baseAddress, Int32(bytes.count), out, capacity, &status)
                } _: {
                    output.append(unsafe $0.span)
                }
            }
        }
        try status.get()
    }
}
