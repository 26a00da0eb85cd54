/// Collects documents in the order of their titles and writes them as a segment.
///
///     var builder = SegmentBuilder()
///     builder.add(["жібек": 4, "орамал": 5])
///     builder.setRange("price", [1_990_000])
///     let segment = try Segment(builder.bytes())
public struct SegmentBuilder {
    public init() {}

    private var terms: [String: UInt32] = [:]
    private var names: [String] = []
    /// A posting each: a term, a document, how often.
    private var postings: [(term: UInt32, document: UInt32, frequency: UInt8)] = []
    private var lengths: [UInt8] = []
    private var total: UInt64 = 0
    private var ranges: [String: [Int32]] = [:]
    private var codes: [String: [UInt16]] = [:]
    private var sets: [String: [UInt64]] = [:]

    public var count: Int { lengths.count }

    /// A document's terms and how often each stands in it, weights of its fields counted; its length is their sum.
    public mutating func add(_ frequencies: [String: Int]) {
        let document = UInt32(lengths.count)
        var length = 0
        for (term, frequency) in frequencies where frequency > 0 {
            length += frequency
            postings.append((number(of: term), document, UInt8(min(255, frequency))))
        }
        lengths.append(LengthCode(length).code)
        total += UInt64(length)
    }

    private mutating func number(of term: String) -> UInt32 {
        if let known = terms[term] { return known }
        let number = UInt32(names.count)
        terms[term] = number
        names.append(term)
        return number
    }

    /// A value for each document, to filter by from and to.
    public mutating func setRange(_ name: String, _ values: [Int32]) { ranges[name] = values }

    /// A code for each document, to count by.
    public mutating func setCodes(_ name: String, _ values: [UInt16]) { codes[name] = values }

    /// Documents that share something: a category, a material.
    public mutating func setMembers(_ name: String, _ documents: some Sequence<Int>) {
        var words = [UInt64](repeating: 0, count: Self.padded(count) / 64)
        for document in documents where document < count { words[document / 64] |= 1 << UInt64(document % 64) }
        sets[name] = words
    }

    /// Everything that is read by document has room for whole blocks.
    static func padded(_ count: Int) -> Int { (count + 65_535) / 65_536 * 65_536 }

    /// The segment's bytes, as a file holds them.
    public func bytes() -> [UInt8] {
        var writer = SectionWriter()
        let padded = Self.padded(count)
        let sortedTerms = names.indices.sorted { names[$0].utf8.lexicographicallyPrecedes(names[$1].utf8) }
        var places = [UInt32](repeating: 0, count: names.count)
        for (place, term) in sortedTerms.enumerated() { places[term] = UInt32(place) }
        var termBytes: [UInt8] = []
        var termOffsets: [UInt32] = [0]
        for term in sortedTerms {
            termBytes += names[term].utf8
            termOffsets.append(UInt32(termBytes.count))
        }
        let lists = PostingWriter(postings, places: places, terms: names.count, lengths: lengths)
        writer.add("meta", [UInt64(count), UInt64(names.count), total])
        writer.add("termtext", termBytes)
        writer.add("termoffs", termOffsets)
        writer.add("terms", lists.terms)
        writer.add("chunks", lists.chunks)
        writer.add("arrays", lists.arrays)
        writer.add("bitmaps", lists.bitmaps)
        writer.add("ranks", lists.ranks)
        // A rank that is wrong still stays inside.
        writer.add("freqs", lists.frequencies + [UInt8](repeating: 0, count: 66_560))
        writer.add("lengths", lengths + [UInt8](repeating: 0, count: padded - count))
        add(ranges.mapValues { $0 + [Int32](repeating: 0, count: padded - count) }, "r", to: &writer)
        add(codes.mapValues { $0 + [UInt16](repeating: 0, count: padded - count) }, "c", to: &writer)
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
    private static func running(_ words: [UInt64], _ count: Int) -> [UInt32] {
        var sum: UInt32 = 0
        var result: [UInt32] = []
        for (index, word) in words.prefix((count + 4_095) / 4_096 * 64).enumerated() {
            if index.isMultiple(of: 64) { result.append(sum) }
            sum += UInt32(word.nonzeroBitCount)
        }
        return result + [sum]
    }
}
