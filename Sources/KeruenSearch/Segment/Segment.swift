internal import SearchShims
internal import Synchronization

/// An immutable set of documents in one language, numbered in the order of their titles: postings, columns and sets.
///
/// Opening tests the header, the tables and every place that they name, so that no bytes, however damaged, are read past their end;
/// the rest is tested by checksums, a mebibyte at a time, when a query first needs it. What is damaged finds nothing, and `damage` tells.
@safe public final class Segment: Sendable {
    private let file: SectionFile
    /// How many documents it has.
    public let count: Int
    public let termCount: Int
    /// The sum of all lengths, before each was put into a byte.
    let length: UInt64
    nonisolated(unsafe) let raw: UnsafeMutablePointer<ksearch_segment>
    let ranges: [String: Guarded<UnsafeColumn<Int32>>]
    let codes: [String: Guarded<UnsafeColumn<UInt16>>]
    let sets: [String: Guarded<DocumentSet>]
    let workspaces = WorkspacePool()
    let faults = Mutex<SegmentError?>(nil)

    /// Takes bytes that `SegmentBuilder` made.
    ///
    /// - Parameter isTrusted: whether checksums are passed over; places are tested all the same.
    public convenience init(_ bytes: [UInt8], isTrusted: Bool = false) throws(SegmentError) {
        try self.init(SegmentBytes(bytes), isTrusted: isTrusted)
    }

    /// Maps a file that `SegmentBuilder` wrote.
    public convenience init(path: String) throws(SegmentError) {
        guard let bytes = SegmentBytes(mapping: path) else { throw SegmentError(.unreadable, path) }
        try self.init(bytes)
    }

    init(_ bytes: SegmentBytes, isTrusted: Bool = false) throws(SegmentError) {
        file = try SectionFile(bytes, isTrusted: isTrusted)
        // What is small and what everything else hangs on.
        try file.verify(["meta", "termoffs", "terms", "chunks", "moreoffs"])
        let meta = unsafe try file.section("meta", of: UInt64.self, count: 3)
        guard unsafe meta[0] <= 1 << 31, unsafe meta[1] <= 1 << 31 else { throw SegmentError(.damaged, "meta") }
        let (count, termCount) = unsafe (Int(meta[0]), Int(meta[1]))
        (self.count, self.termCount, length) = unsafe (count, termCount, meta[2])
        let average = count == 0 ? 1 : Float(length) / Float(count)
        let padded = SegmentBuilder.padded(count)
        var ranges: [String: Guarded<UnsafeColumn<Int32>>] = [:]
        for (index, name) in try Self.names("r", file).enumerated() {
            let column = unsafe UnsafeColumn(try file.section("r\(index)", of: Int32.self, count: padded))
            ranges[name] = Guarded(column, in: ["r\(index)"], of: file)
        }
        var codes: [String: Guarded<UnsafeColumn<UInt16>>] = [:]
        for (index, name) in try Self.names("c", file).enumerated() {
            let column = unsafe UnsafeColumn(try file.section("c\(index)", of: UInt16.self, count: padded))
            codes[name] = Guarded(column, in: ["c\(index)"], of: file)
        }
        var sets: [String: Guarded<DocumentSet>] = [:]
        for (index, name) in try Self.names("s", file).enumerated() {
            let set = DocumentSet(
                words: unsafe UnsafeColumn(try file.section("s\(index)", of: UInt64.self, count: padded / 64)),
                running: unsafe UnsafeColumn(
                    try file.section("n\(index)", of: UInt32.self, count: (count + 4_095) / 4_096 + 1)),
                documents: count, owner: bytes)
            sets[name] = Guarded(set, in: ["s\(index)", "n\(index)"], of: file)
        }
        (self.ranges, self.codes, self.sets) = (ranges, codes, sets)
        let tables = try SegmentTables(file, count: count, terms: termCount)
        unsafe raw = .allocate(capacity: 1)
        unsafe raw.initialize(to: tables.raw)
        unsafe ksearch_set_norms(raw, average)
        bytes.forget()
        guard let guards = file.guards else { return }
        let parts = UnsafeMutablePointer<ksearch_guard>.allocate(capacity: Self.parts.count)
        for (part, name) in Self.parts.enumerated() {
            guard let own = guards[name] else { preconditionFailure("a part whose section nobody looked for") }
            unsafe (parts + part).initialize(to: own.raw)
        }
        unsafe raw.pointee.guards = UnsafePointer(parts)
    }

    deinit {
        unsafe raw.pointee.guards?.deallocate()
        unsafe raw.deallocate()
    }

    private static func names(_ kind: String, _ file: SectionFile) throws(SegmentError) -> [String] {
        try file.verify(["\(kind).names"])
        let bytes = unsafe try file.section("\(kind).names", of: UInt8.self)
        return unsafe String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    /// Tests every byte by its checksum.
    public func verify() throws(SegmentError) { try file.verify() }

    /// The first damage that a query met since the segment was opened; what needs the damaged bytes finds nothing, all else is as it was.
    public var damage: SegmentError? { faults.withLock(\.self) }

    /// Documents that share something; nil where nobody has collected them, or they are damaged.
    public func set(_ name: String) -> DocumentSet? { sound(sets[name]) }

    func range(_ name: String) -> UnsafeColumn<Int32>? { sound(ranges[name]) }

    func codes(_ name: String) -> UnsafeColumn<UInt16>? { sound(codes[name]) }
}

/// A value for each document, somewhere in a segment that its holder keeps.
@safe struct UnsafeColumn<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
    let values: UnsafeBufferPointer<Element>

    init(_ values: UnsafeBufferPointer<Element>) { unsafe self.values = values }

    subscript(index: Int) -> Element { unsafe values[index] }
}

/// Documents of a segment as bits, with running counts: the nth of them is found in constant time.
public struct DocumentSet: Sendable {
    let words: UnsafeColumn<UInt64>
    let running: UnsafeColumn<UInt32>
    let documents: Int
    /// Keeps the bytes that its words lie in.
    let owner: SegmentBytes

    public var count: Int { Int(running[(documents + 4_095) / 4_096]) }

    public func contains(_ document: Int) -> Bool {
        (0..<documents).contains(document) && words[document / 64] >> UInt64(document % 64) & 1 == 1
    }
}
