internal import ICUShims

/// One of ICU's transforms; its rules run under a lock of the whole process.
@safe final class ICUTransform: Sendable {
    nonisolated(unsafe) private let handle: OpaquePointer

    init(_ id: String) throws(TextError) {
        var status: Int32 = 0
        guard let handle = unsafe kicu_transliterator_open(id, &status) else { throw TextError(status: status) }
        unsafe self.handle = handle
    }

    deinit { unsafe kicu_transliterator_close(handle) }

    func apply(_ text: String) throws(TextError) -> String {
        guard !text.isTooLongForICU else { throw TextError(.textTooLong, String(text.utf8.count)) }
        return try unsafe text.withUTF8Bytes { (bytes, count) throws(TextError) in
            try unsafe icuString(capacity: 4 * count + 32) { (out, capacity, status) in
                unsafe kicu_transliterator_apply(handle, bytes, count, out, capacity, &status)
            }
        }
    }
}
