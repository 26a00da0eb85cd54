internal import SearchShims

/// Collects documents in the order of their titles and writes them as a segment.
///
///     let builder = SegmentBuilder()
///     builder.add("жібек", weight: 4, place: 0)
///     builder.add("орамал", weight: 4, place: 1)
///     builder.add("кестелі", place: 3)                // another field: a place is left out, so that no phrase runs on
///     builder.endDocument()
///     builder.setRange("price", [1_990_000])
///     let segment = try Segment(builder.bytes())
@safe public final class SegmentBuilder {
    nonisolated(unsafe) let raw: OpaquePointer
    public internal(set) var count = 0
    /// Whether the documents have their numbers for good.
    var isNumbered = false
    private var order: [UInt32]?
    private var ranges: [String: [Int32]] = [:]
    private var codes: [String: [UInt16]] = [:]
    private var sets: [String: [UInt64]] = [:]

    /// Behind the frequencies, so that even a place that damage made wrong lies in the file.
    static let margin = 36_864

    /// So many postings have one place in the table of those that have several.
    static let placeGroup = 128

    public init() {
        guard let raw = unsafe ksearch_builder_open() else { preconditionFailure("no memory for an index") }
        unsafe self.raw = raw
    }

    deinit { unsafe ksearch_builder_close(raw) }

    /// Counts a term for the document that is being read; a document's length is the sum of all weights.
    ///
    /// - Parameter place: where it stands among the document's words, counted from 0: phrases are found by terms that have one. A term may
    ///   have several, in any order; those behind 16,777,215 are not kept.
    public func add(_ term: String, weight: Int = 1, place: Int? = nil) {
        var term = term
        term.withUTF8 { unsafe add($0, weight, place) }
    }

    /// A term of UTF-8 bytes.
    public func add(_ term: Span<UInt8>, weight: Int = 1, place: Int? = nil) {
        unsafe term.withUnsafeBufferPointer { unsafe add($0, weight, place) }
    }

    private func add(_ bytes: UnsafeBufferPointer<UInt8>, _ weight: Int, _ place: Int?) {
        guard let base = bytes.baseAddress, weight > 0 else { return }
        let place = place.map { UInt32(exactly: $0) ?? Self.noPlace } ?? Self.noPlace
        let isDone = unsafe ksearch_builder_add(raw, base, bytes.count, UInt32(clamping: weight), place)
        precondition(isDone, "no memory for an index")
    }

    private static let noPlace = KSEARCH_NO_PLACE

    public func endDocument() {
        let isDone = unsafe ksearch_builder_next(raw)
        precondition(isDone, "no memory for an index")
        count += 1
    }

    /// Gives documents that came in any order their numbers; the segment is what it would be had they come in this one.
    ///
    ///     builder.renumber([2, 0, 1])                     // the third that was added comes first
    ///
    /// Columns and sets go by the new numbers.
    /// - Parameter order: which document, counted as they were added, has number 0, 1 and so on: each of them once.
    public func renumber(_ order: [Int32]) {
        precondition(
            !isNumbered, "documents are renumbered before a segment is written, and not where segments were merged")
        var isNamed = [Bool](repeating: false, count: count)
        for document in order where isNamed.indices.contains(Int(document)) { isNamed[Int(document)] = true }
        precondition(order.count == count && isNamed.allSatisfy { $0 }, "an order names each document once")
        self.order = order.map { UInt32($0) }
    }

    /// Sorts what was collected.
    private func finish(_ parts: inout ksearch_parts) {
        precondition(order.map { $0.count == count } ?? true, "a document was added behind those that an order names")
        let isDone =
            unsafe order?.withUnsafeBufferPointer { unsafe ksearch_builder_finish(raw, $0.baseAddress, &parts) }
            ?? ksearch_builder_finish(raw, nil, &parts)
        precondition(isDone, "the last document has no end, or there is no memory for an index")
        isNumbered = true
    }

    /// A value for each document, to filter by from and to.
    public func setRange(_ name: String, _ values: [Int32]) { ranges[Self.checked(name)] = values }

    /// A code for each document, to count by.
    public func setCodes(_ name: String, _ values: [UInt16]) { codes[Self.checked(name)] = values }

    /// Documents that share something: a category, a material.
    public func setMembers(_ name: String, _ documents: some Sequence<Int>) {
        var words = [UInt64](repeating: 0, count: Self.padded(count) / 64)
        for document in documents where document < count { words[document / 64] |= 1 << UInt64(document % 64) }
        sets[Self.checked(name)] = words
    }

    /// Names stand in one section, a line each.
    private static func checked(_ name: String) -> String {
        precondition(!name.isEmpty && !name.contains("\n"), "a column's name is one line")
        return name
    }

    /// Everything that is read by document has room for whole blocks.
    static func padded(_ count: Int) -> Int { (count + 65_535) / 65_536 * 65_536 }

    /// The segment's bytes, as a file holds them. Nothing can be added afterwards.
    public func bytes() -> [UInt8] {
        var parts = unsafe ksearch_parts()
        unsafe finish(&parts)
        var writer = SectionWriter()
        let padded = Self.padded(count)
        let terms = unsafe Int(parts.terms)
        writer.add("meta", unsafe [UInt64(count), UInt64(terms), parts.total])
        unsafe writer.add("termtext", parts.text, parts.text_size)
        unsafe writer.add("termoffs", parts.offsets, terms + 1)
        unsafe writer.add("terms", parts.term, terms + 1)
        unsafe writer.add("chunks", parts.chunk, Int(parts.chunk_count))
        unsafe writer.add("arrays", parts.arrays, parts.array_size)
        unsafe writer.add("bitmaps", parts.bitmaps, Int(parts.bitmap_count) * 1_024)
        unsafe writer.add("ranks", parts.ranks, Int(parts.bitmap_count) * 1_024)
        unsafe writer.add("freqs", parts.frequencies, (parts.posting_count + 1) / 2, margin: Self.margin)
        unsafe writer.add("high", parts.high, parts.high_count)
        unsafe writer.add("highfreq", parts.high_frequencies, parts.high_count)
        unsafe writer.add("places", parts.places, parts.place_count)
        unsafe writer.add("more", parts.more, parts.more_size)
        let groups = (unsafe parts.place_count + Self.placeGroup - 1) / Self.placeGroup
        unsafe writer.add("moreoffs", parts.more_offsets, groups)
        unsafe writer.add("stripes", parts.stripes, Int(parts.stripe_count))
        unsafe writer.add("lengths", parts.lengths, count, margin: padded - count)
        add(ranges.mapValues { $0 + [Int32](repeating: 0, count: padded - $0.count) }, "r", to: &writer)
        add(codes.mapValues { $0 + [UInt16](repeating: 0, count: padded - $0.count) }, "c", to: &writer)
        add(sets, "s", to: &writer)
        add(sets.mapValues { Self.running($0, count) }, "n", to: &writer)
        return writer.bytes
    }

    /// Columns are numbered in the order of their names, which stand in a section of their own.
    private func add<Element: BitwiseCopyable>(
        _ columns: [String: [Element]], _ kind: String, to writer: inout SectionWriter
    ) {
        let sorted = columns.sorted { $0.key < $1.key }
        writer.add("\(kind).names", Array(sorted.map(\.key).joined(separator: "\n").utf8))
        for (index, column) in sorted.enumerated() { writer.add("\(kind)\(index)", column.value) }
    }

    /// Members before every 64 words, and in all.
    static func running(_ words: [UInt64], _ count: Int) -> [UInt32] {
        var sum: UInt32 = 0
        var result: [UInt32] = []
        for (index, word) in words.prefix((count + 4_095) / 4_096 * 64).enumerated() {
            if index.isMultiple(of: 64) { result.append(sum) }
            sum += UInt32(word.nonzeroBitCount)
        }
        return result + [sum]
    }
}
