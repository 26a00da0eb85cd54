internal import JSONShims

/// Reads JSON values into the nodes that YAML is read into, so that both say the same of the same product.
///
///     let reader = JSONValueReader()
///     try reader.read(Array(#"{"id": "dutar"}"#.utf8), in: "dutar.json")["id"]?.text      // dutar
///
/// Strings and numbers are texts, as they are written: 268.10 is never a Double.
/// - Throws: `Refusal` with `brokenJSON`, `notUTF8`, `tooLarge` or `duplicateKey`.
@safe public final class JSONValueReader {
    private let raw: OpaquePointer
    public var maximumDepth = 64

    public init() {
        guard let raw = unsafe kjson_reader_open() else { preconditionFailure("no memory for a parser") }
        unsafe self.raw = raw
    }

    deinit { unsafe kjson_reader_close(raw) }

    /// Reads bytes that hold one value.
    public func read(_ bytes: [UInt8], in file: String) throws(Refusal) -> DocumentNode {
        let padded = bytes + [UInt8](repeating: 0x20, count: JSONBlock.padding)
        let result: Result<DocumentNode, Refusal> = unsafe padded.withUnsafeBytes { padded in
            let own = unsafe UnsafeRawBufferPointer(rebasing: padded[..<bytes.count])
            return unsafe self.result(of: own, at: JSONBlock.Place(), in: file)
        }
        return try result.get()
    }

    /// Reads bytes behind which there are as many that may be read as a block has.
    func result(
        of bytes: UnsafeRawBufferPointer, at place: JSONBlock.Place, in file: String
    ) -> Result<DocumentNode, Refusal> {
        guard let base = unsafe bytes.baseAddress?.assumingMemoryBound(to: UInt8.self) else {
            return .failure(Refusal(Diagnostic(.brokenJSON, at: place.position(in: file), ["json": "empty"])))
        }
        var steps: UnsafePointer<kjson_step>?
        var (count, offset) = (0, 0)
        let fault = unsafe kjson_read(raw, base, bytes.count, UInt32(maximumDepth), &steps, &count, &offset)
        guard fault == KJSON_FINE else {
            return unsafe .failure(Refusal(Self.diagnostic(fault, bytes, offset, place, file)))
        }
        var conversion = unsafe JSONConversion(
            steps: UnsafeBufferPointer(start: steps, count: count), bytes: bytes, place: place, file: file)
        let node = conversion.node()
        return conversion.duplicates.isEmpty ? .success(node) : .failure(Refusal(conversion.duplicates))
    }

    private static func diagnostic(
        _ fault: kjson_fault, _ bytes: UnsafeRawBufferPointer, _ offset: Int, _ start: JSONBlock.Place, _ file: String
    ) -> Diagnostic {
        var offset = offset
        switch fault {
        case KJSON_UTF8: offset = unsafe validUTF8Count(bytes)
        case KJSON_CONTROL: offset = unsafe strings(in: bytes).control ?? 0
        case KJSON_OPEN_STRING: offset = unsafe strings(in: bytes).opening ?? 0
        default: break
        }
        let before = unsafe UnsafeRawBufferPointer(rebasing: bytes[..<min(offset, bytes.count)])
        let position = unsafe start.moved(over: before).position(in: file)
        switch fault {
        case KJSON_UTF8: return Diagnostic(.notUTF8, at: position)
        case KJSON_DEPTH, KJSON_MEMORY: return Diagnostic(.tooLarge, at: position)
        default: return Diagnostic(.brokenJSON, at: position, ["json": .text(problem(fault))])
        }
    }

    /// Reports have a phrase for each of these.
    private static func problem(_ fault: kjson_fault) -> String {
        switch fault {
        case KJSON_CONTROL: "control"
        case KJSON_OPEN_STRING: "quote"
        case KJSON_ESCAPE: "escape"
        case KJSON_NUMBER: "number"
        case KJSON_WORD: "word"
        case KJSON_TRAILING: "trailing"
        case KJSON_EMPTY: "empty"
        default: "punctuation"
        }
    }

    private static func validUTF8Count(_ bytes: UnsafeRawBufferPointer) -> Int {
        do throws(UTF8.ValidationError) {
            return try unsafe UTF8Span(validating: bytes.bindMemory(to: UInt8.self).span).count
        } catch { return error.byteOffsets.lowerBound }
    }

    /// The first control character in a string, and the quote that opens a string without an end.
    private static func strings(in bytes: UnsafeRawBufferPointer) -> (control: Int?, opening: Int?) {
        var control: Int?
        var (opening, isEscaped): (Int?, Bool) = (nil, false)
        for place in 0..<bytes.count {
            let byte = unsafe bytes[place]
            if opening != nil, byte < 0x20, control == nil { control = place }
            if isEscaped {
                isEscaped = false
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = opening != nil
            } else if byte == UInt8(ascii: "\"") {
                opening = opening == nil ? place : nil
            }
        }
        return (control, opening)
    }
}
