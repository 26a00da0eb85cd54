internal import Foundation
internal import SearchShims

/// A file of named sections: a header, a table of contents, and each section at a multiple of 64 with the checksums of its blocks.
///
/// All numbers have their lowest byte first. See docs/search.md.
struct SectionFile {
    static let magic = "KERUENSG"
    static let version: UInt32 = 2
    static let headerSize = 64
    static let entrySize = 40
    static let alignment = 64
    /// So many bytes have one checksum, which is tested when one of them is first wanted.
    static let blockSize = Int(KSEARCH_TESTED)

    struct Section: Sendable {
        var range: Range<Int>
        /// Where its blocks' checksums stand.
        var checksums: Int
        var checksum: UInt64
    }

    let bytes: SegmentBytes
    private(set) var sections: [String: Section] = [:]

    /// Nil where the bytes are trusted.
    private(set) var guards: SectionGuards?

    /// Reads and tests the header and the table of contents; sections are tested by `verify`, or block by block by `guards`.
    init(_ bytes: SegmentBytes, isTrusted: Bool = false) throws(SegmentError) {
        self.bytes = bytes
        guard bytes.count >= Self.headerSize,
            unsafe bytes.buffer(0..<8).elementsEqual(Self.magic.utf8)
        else { throw SegmentError(.notASegment) }
        let version = bytes.load(UInt32.self, at: 8)
        guard version == Self.version else { throw SegmentError(.unknownVersion, "\(version)") }
        let count = Int(bytes.load(UInt32.self, at: 12))
        let length = bytes.load(UInt64.self, at: 16)
        guard length == UInt64(bytes.count), count <= bytes.count / Self.entrySize,
            Self.headerSize + count * Self.entrySize <= bytes.count
        else { throw SegmentError(.truncated) }
        let table = Self.headerSize..<Self.headerSize + count * Self.entrySize
        guard unsafe isTrusted || bytes.load(UInt64.self, at: 24) == Self.checksum(unsafe bytes.buffer(table)) else {
            throw SegmentError(.damaged, "contents")
        }
        for index in 0..<count {
            let entry = Self.headerSize + index * Self.entrySize
            let name = unsafe String(decoding: bytes.buffer(entry..<entry + 8).prefix { $0 != 0 }, as: UTF8.self)
            let (start, length) = (bytes.load(UInt64.self, at: entry + 8), bytes.load(UInt64.self, at: entry + 16))
            let sums = bytes.load(UInt64.self, at: entry + 32)
            let total = UInt64(bytes.count)
            guard start <= total, length <= total - start, start % UInt64(Self.alignment) == 0, sums <= total,
                UInt64(Self.blocks(Int(length)) * 8) <= total - sums
            else { throw SegmentError(.damaged, name) }
            sections[name] = Section(
                range: Int(start)..<Int(start + length), checksums: Int(sums),
                checksum: bytes.load(UInt64.self, at: entry + 24))
        }
        guards = isTrusted ? nil : SectionGuards(bytes, sections)
    }

    static func blocks(_ length: Int) -> Int { (length + blockSize - 1) / blockSize }

    static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        guard let base = bytes.baseAddress else { return 0 }
        return unsafe ksearch_checksum(base.assumingMemoryBound(to: UInt8.self), bytes.count)
    }

    /// A section of whole numbers, as they lie in the file.
    /// - Throws: `SegmentError` where it is missing or of another length.
    func section<Element: BitwiseCopyable>(
        _ name: String, of type: Element.Type, count: Int? = nil
    ) throws(SegmentError) -> UnsafeBufferPointer<Element> {
        guard let section = sections[name], section.range.count.isMultiple(of: MemoryLayout<Element>.stride),
            count.map({ $0 * MemoryLayout<Element>.stride == section.range.count }) ?? true
        else { throw SegmentError(.damaged, name) }
        return unsafe bytes.buffer(section.range).assumingMemoryBound(to: type)
    }

    /// Tests all blocks of some sections, or of all; none is tested again when it is first wanted.
    func verify(_ names: [String]? = nil) throws(SegmentError) {
        guard let guards else { return }
        for (name, section) in sections.sorted(by: { $0.key < $1.key }) where names?.contains(name) ?? true {
            let sums = section.checksums..<section.checksums + Self.blocks(section.range.count) * 8
            guard unsafe Self.checksum(unsafe bytes.buffer(sums)) == section.checksum,
                guards[name]?.test() == true
            else { throw SegmentError(.damaged, name) }
        }
    }
}

/// Puts sections one behind the other into the bytes of a `SectionFile`.
struct SectionWriter {
    private var names: [String] = []
    private var contents: [[UInt8]] = []

    mutating func add(_ name: String, _ bytes: [UInt8]) {
        precondition(name.utf8.count <= 8)
        names.append(name)
        contents.append(bytes)
    }

    mutating func add<Element: BitwiseCopyable>(_ name: String, _ elements: [Element]) {
        add(name, unsafe elements.withUnsafeBytes { unsafe [UInt8]($0) })
    }

    /// Elements that lie somewhere, and room behind them.
    mutating func add<Element: BitwiseCopyable>(
        _ name: String, _ elements: UnsafePointer<Element>?, _ count: Int, margin: Int = 0
    ) {
        let source = unsafe UnsafeRawBufferPointer(
            start: elements, count: elements == nil ? 0 : count * MemoryLayout<Element>.stride)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(source.count + margin)
        unsafe bytes.append(contentsOf: source)
        bytes.append(contentsOf: repeatElement(0, count: margin))
        add(name, bytes)
    }

    var bytes: [UInt8] {
        var result = [UInt8](repeating: 0, count: SectionFile.headerSize + names.count * SectionFile.entrySize)
        // Sections are large: they are copied once.
        let sumSize = contents.reduce(0) { $0 + SectionFile.blocks($1.count) * 8 }
        let padding = (2 * contents.count + 1) * SectionFile.alignment
        result.reserveCapacity(contents.reduce(result.count + sumSize + padding) { $0 + $1.count })
        func pad() { result += [UInt8](repeating: 0, count: -result.count & (SectionFile.alignment - 1)) }
        func put(_ number: some FixedWidthInteger, at place: Int) {
            unsafe withUnsafeBytes(of: number.littleEndian) {
                unsafe result.replaceSubrange(place..<place + $0.count, with: $0)
            }
        }
        for (index, (name, content)) in zip(names, contents).enumerated() {
            pad()
            let entry = SectionFile.headerSize + index * SectionFile.entrySize
            result.replaceSubrange(entry..<entry + name.utf8.count, with: name.utf8)
            put(UInt64(result.count), at: entry + 8)
            put(UInt64(content.count), at: entry + 16)
            result += content
            pad()
            let sums = (0..<SectionFile.blocks(content.count)).map { block in
                let range = block * SectionFile.blockSize..<min((block + 1) * SectionFile.blockSize, content.count)
                return unsafe content[range].withUnsafeBytes { unsafe SectionFile.checksum($0) }
            }
            put(UInt64(result.count), at: entry + 32)
            let sumBytes = sums.flatMap { sum in unsafe withUnsafeBytes(of: sum.littleEndian) { unsafe [UInt8]($0) } }
            put(unsafe sumBytes.withUnsafeBytes { unsafe SectionFile.checksum($0) }, at: entry + 24)
            result += sumBytes
        }
        pad()
        result.replaceSubrange(0..<8, with: SectionFile.magic.utf8)
        put(SectionFile.version, at: 8)
        put(UInt32(names.count), at: 12)
        put(UInt64(result.count), at: 16)
        let table = result[SectionFile.headerSize..<SectionFile.headerSize + names.count * SectionFile.entrySize]
        put(unsafe table.withUnsafeBytes { unsafe SectionFile.checksum($0) }, at: 24)
        return result
    }
}
