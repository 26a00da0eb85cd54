public import Foundation
internal import JSONShims
internal import Synchronization

/// Reads a file of JSON Lines, or of one JSON array, in blocks of whole values.
///
///     let source = try JSONBlockSource(file: url, as: "Catalog/products/silk.jsonl")
///     while let block = source.next() { print(block.start.line, block.count) }
///
/// However long the file is, a block has a few mebibytes; several threads may ask for the next one. A file that opens with [ is an
/// array, every other one has a value on each line.
/// - Throws: `Refusal` with `unreadableFile`.
public final class JSONBlockSource: Sendable {
    public let name: String
    /// Bytes of the file when it was opened.
    public let size: Int
    private let blockSize: Int
    /// A longer value is refused: no product has a book in it.
    private let longestValue: Int
    private let state: Mutex<State>

    private struct State: Sendable {
        var file: Int32
        var number = 0
        var place = JSONBlock.Place()
        /// What was read behind the last block's end.
        var rest: [UInt8] = []
        var isArray: Bool?
        var cutter = kjson_cutter()
        /// Bytes that the cutter has seen already, and where in them its element begins.
        var seen = 0
        var elementStart = 0
        var isAtEnd = false
        /// The system could not read on.
        var hasFailed = false
        var hasEnded = false
    }

    public init(
        file url: URL, as name: String? = nil, blockSize: Int = 4 << 20, longestValue: Int = 16 << 20
    ) throws(Refusal) {
        let name = name ?? url.relativePath
        (self.name, self.blockSize, self.longestValue) = (name, blockSize, longestValue)
        let file = unsafe open(url.path, O_RDONLY | O_CLOEXEC)
        var facts = stat()
        guard file >= 0, unsafe fstat(file, &facts) == 0, facts.st_mode & S_IFMT != S_IFDIR else {
            if file >= 0 { close(file) }
            throw Refusal(Diagnostic(.unreadableFile, at: SourcePosition(file: name)))
        }
        size = Int(facts.st_size)
        state = Mutex(State(file: file))
    }

    deinit { _ = state.withLock { close($0.file) } }

    /// The next block; nil behind the last.
    public func next(reusing old: JSONBlock? = nil) -> JSONBlock? {
        let block = old ?? JSONBlock()
        return state.withLock { fill(block, &$0) } ? block : nil
    }

    private func fill(_ block: JSONBlock, _ state: inout State) -> Bool {
        guard !state.hasEnded else { return false }
        block.begin(state.number, at: state.place, with: state.rest)
        state.rest = []
        state.number += 1
        var wanted = blockSize
        while true {
            read(into: block, upTo: wanted, &state)
            if state.isArray == nil { skipOpening(of: block, &state) }
            if let isArray = state.isArray {
                if isArray ? cutElements(block, &state) : cutLines(block, &state) { break }
            }
            guard block.count <= longestValue else {
                refuse(block, &state)
                break
            }
            wanted = block.count + blockSize
        }
        if state.hasFailed {
            // What was read of the last value is no value.
            block.fault = Diagnostic(.unreadableFile, at: state.place.position(in: name))
            state.rest = []
        }
        if state.isAtEnd && state.rest.isEmpty { state.hasEnded = true }
        return block.count > 0 || block.fault != nil
    }

    private func read(into block: JSONBlock, upTo wanted: Int, _ state: inout State) {
        while block.count < wanted, !state.isAtEnd {
            var problem: Int32 = 0
            let got = unsafe block.fill(upTo: wanted) { free in
                let got = unsafe Foundation.read(state.file, free.baseAddress, free.count)
                if got < 0 { problem = errno }
                return max(0, got)
            }
            // A signal is no reason to stop.
            guard got == 0, problem != EINTR else { continue }
            (state.isAtEnd, state.hasFailed) = (true, problem != 0)
        }
    }

    /// Looks whether the file is an array, once enough of it is there. A byte order mark is passed over; a second one is none.
    private func skipOpening(of block: JSONBlock, _ state: inout State) {
        guard block.count >= 3 || state.isAtEnd else { return }
        if state.place.offset == 0, unsafe block.bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            let rest = block.cut(from: 3)
            state.place.offset += 3
            block.begin(block.number, at: state.place, with: rest)
        }
        let first = unsafe block.bytes.first { !$0.isJSONSpace }
        if first != nil || state.isAtEnd { state.isArray = first == UInt8(ascii: "[") }
    }

    /// Ends the block behind its last whole line; false where there is none yet.
    private func cutLines(_ block: JSONBlock, _ state: inout State) -> Bool {
        var end = block.count
        if !state.isAtEnd || state.hasFailed {
            let last = unsafe block.bytes.lastIndex(of: UInt8(ascii: "\n"))
            guard last != nil || state.hasFailed else { return false }
            end = last.map { $0 + 1 } ?? 0
        }
        state.rest = block.cut(from: end)
        state.place = unsafe state.place.moved(over: block.bytes)
        return true
    }

    /// Ends the block behind its last whole element; false where there is none yet.
    private func cutElements(_ block: JSONBlock, _ state: inout State) -> Bool {
        var elements: [Range<Int>] = []
        var (at, start) = (state.seen, state.elementStart)
        var end = 0
        scan: while let base = unsafe block.bytes.baseAddress {
            let bytes = unsafe base.assumingMemoryBound(to: UInt8.self)
            switch unsafe kjson_cutter_next(&state.cutter, bytes, block.count, &at, &start) {
            case KJSON_CUT_ELEMENT:
                elements.append(start..<at - 1)
                end = at
            case KJSON_CUT_MORE:
                if !state.cutter.is_in_element { end = at }
                break scan
            default:
                block.fault = fault("punctuation", in: block, at: at, from: state.place)
                state.isAtEnd = true
                (end, block.elements) = (block.count, elements)
                return true
            }
        }
        if state.isAtEnd, !state.cutter.has_ended {
            block.fault = fault("end", in: block, at: block.count, from: state.place)
            end = block.count
        }
        guard end > 0 || state.isAtEnd else {
            // The element goes on; the cutter has seen all that is there.
            (state.seen, state.elementStart) = (at, start)
            return false
        }
        state.rest = block.cut(from: end)
        (state.seen, state.elementStart) = (state.rest.count, max(0, start - end))
        block.elements = elements
        state.place = unsafe state.place.moved(over: block.bytes)
        return true
    }

    private func fault(
        _ problem: String, in block: JSONBlock, at place: Int, from start: JSONBlock.Place
    ) -> Diagnostic {
        let before = unsafe UnsafeRawBufferPointer(rebasing: block.bytes[..<min(place, block.count)])
        return Diagnostic(
            .brokenJSON, at: unsafe start.moved(over: before).position(in: name), ["json": .text(problem)])
    }

    /// Reports a value that is too long, and goes on behind its line; an array ends there.
    private func refuse(_ block: JSONBlock, _ state: inout State) {
        block.fault = Diagnostic(.tooLarge, at: state.place.position(in: name))
        guard state.isArray != true else {
            (state.isAtEnd, block.elements) = (true, [])
            _ = block.cut(from: 0)
            return
        }
        while true {
            let end = unsafe block.bytes.firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 }
            let rest = block.cut(from: end ?? block.count)
            state.place = unsafe state.place.moved(over: block.bytes)
            _ = block.cut(from: 0)
            guard end == nil, !state.isAtEnd else {
                state.rest = rest
                return
            }
            read(into: block, upTo: blockSize, &state)
        }
    }
}

extension UInt8 {
    var isJSONSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }
}
