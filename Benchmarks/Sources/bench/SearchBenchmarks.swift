import Foundation
import KeruenSearch

/// Search over the shared token streams, one segment a language, as every peer indexes them: `bench search FOLDER LANGUAGE`.
///
/// A query's figure is the best of its repetitions; p50 and p99 are over the queries of the file.
enum SearchBenchmarks {
    private struct Row {
        var category: UInt16
        var material: UInt16
        var price: Int32
        var rank: Int
        /// Tokens of the title, a tab, tokens of the description.
        var text: Range<Int>
    }

    private struct Query {
        var words: [String]
        var price: ClosedRange<Int32>
        var category: Int?
        var prefix: String
        var page: Int
        var seed: Int
    }

    static func run(_ arguments: [String]) throws {
        guard 2...3 ~= arguments.count else {
            print("bench search FOLDER LANGUAGE [WORKLOAD]: a folder with LANGUAGE.tsv and LANGUAGE.q.tsv")
            return
        }
        let (folder, language) = (arguments[0], arguments[1])
        // One workload is measured over the segments that were built before.
        if arguments.count == 2 { try buildAndReport(folder, language) }
        let queries = try readQueries("\(folder)/\(language).q.tsv")
        let mapped = try Segment(path: "\(folder)/keruen-\(language).segment")
        let titles = try Segment(path: "\(folder)/keruen-\(language)-titles.segment")
        for (name, work) in workloads(mapped, titles) where arguments.count == 2 || arguments[2] == name {
            report(name, queries, work)
        }
    }

    private static func buildAndReport(_ folder: String, _ language: String) throws {
        let start = processSeconds()
        let built = try build("\(folder)/\(language).tsv")
        let seconds = processSeconds() - start
        let file = "\(folder)/keruen-\(language).segment"
        let opening = ContinuousClock().measure { _ = try? Segment(path: file) }
        let sizes = try [file, "\(folder)/keruen-\(language)-titles.segment"].map { file in
            let bytes = try FileManager.default.attributesOfItem(atPath: file)[.size] as? Int ?? 0
            return tenths(Double(bytes) / 1e6)
        }
        print(
            "keruen \(language) N=\(built.text.count) build cpu \(tenths(seconds))s size \(sizes[0]) MB, titles \(sizes[1]) MB"
                + " open \(opening.formatted(.units(allowed: [.milliseconds], fractionalPart: .show(length: 1))))")
    }

    /// The best twenty of every query with all words and with any, a line each: words, which, and documents with their scores.
    static func printScores(_ arguments: [String]) throws {
        guard arguments.count == 2 else {
            print("bench search-scores FOLDER LANGUAGE")
            return
        }
        let segment = try build("\(arguments[0])/\(arguments[1]).tsv").text
        for query in try readQueries("\(arguments[0])/\(arguments[1]).q.tsv") {
            let slots = query.words.compactMap { segment.term($0) }
                .map { SegmentQuery.Slot([(term: $0, boost: Float(1))]) }
            guard slots.count == query.words.count else { continue }
            for (name, match) in [("all", Segment.Match.all), ("any", .any)] {
                let hits = segment.top(SegmentQuery(slots: slots), match, limit: 20)
                let fields = [query.words.joined(separator: " "), name] + hits.map { "\($0.document):\($0.score)" }
                print(fields.joined(separator: "\t"))
            }
        }
    }

    private static func build(_ path: String) throws -> (text: Segment, titles: Segment) {
        let data = try Data(contentsOf: URL(filePath: path), options: .alwaysMapped)
        let bytes = [UInt8](data)
        var rows: [Row] = []
        var at = 0
        while at < bytes.count {
            var numbers: [Int] = []
            for _ in 0..<8 {
                var number = 0
                while bytes[at] != 9 {
                    number = number * 10 + Int(bytes[at]) - 48
                    at += 1
                }
                at += 1
                numbers.append(number)
            }
            let start = at
            var tabs = 0
            while bytes[at] != 10 {
                if bytes[at] == 9 {
                    tabs += 1
                    if tabs == 2 { numbers.append(at) }
                }
                at += 1
            }
            rows.append(
                Row(
                    category: UInt16(numbers[1]), material: UInt16(numbers[2]), price: Int32(clamping: numbers[5]),
                    rank: numbers[7], text: start..<numbers[8]))
            at += 1
        }
        rows.sort { $0.rank < $1.rank }
        let (builder, titles) = (SegmentBuilder(), SegmentBuilder())
        let span = bytes.span
        for row in rows {
            var (start, word) = (row.text.lowerBound, 0)
            var isTitle = true
            for place in row.text.lowerBound...row.text.upperBound where bytes[place] == 32 || bytes[place] == 9 {
                if start < place {
                    let term = span.extracting(start..<place)
                    builder.add(term, place: word)
                    if isTitle { titles.add(term) }
                    word += 1
                }
                if bytes[place] == 9 {
                    // Between the title and the description a place is left out.
                    word += 1
                    isTitle = false
                }
                start = place + 1
            }
            builder.endDocument()
            titles.endDocument()
        }
        builder.setRange("price", rows.map(\.price))
        builder.setCodes("category", rows.map(\.category))
        builder.setCodes("material", rows.map(\.material))
        for category in Set(rows.map(\.category)) {
            builder.setMembers("category:\(category)", rows.indices.filter { rows[$0].category == category })
        }
        let name = path.replacing(".tsv", with: "").split(separator: "/").last ?? ""
        let folder = URL(filePath: path).deletingLastPathComponent()
        let (segment, titleSegment) = (builder.bytes(), titles.bytes())
        try Data(segment).write(to: folder.appending(path: "keruen-\(name).segment"))
        try Data(titleSegment).write(to: folder.appending(path: "keruen-\(name)-titles.segment"))
        return (try Segment(segment), try Segment(titleSegment))
    }

    private static func readQueries(_ path: String) throws -> [Query] {
        try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map { line in
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            return Query(
                words: fields[0].split(separator: " ").map(String.init),
                price: (Int32(fields[1]) ?? 0)...(Int32(fields[2]) ?? .max),
                category: Int(fields[3]).flatMap { $0 < 0 ? nil : $0 },
                prefix: fields[4], page: Int(fields[5]) ?? 0, seed: Int(fields[6]) ?? 0)
        }
    }

    private static func workloads(_ segment: Segment, _ titles: Segment) -> [(String, (Query) -> Int)] {
        func query(_ query: Query, isFiltered: Bool, isAny: Bool = false) -> SegmentQuery? {
            let terms = query.words.map { segment.term($0) }
            guard isAny || terms.allSatisfy({ $0 != nil }) else { return nil }
            var result = SegmentQuery(slots: terms.compactMap { $0.map { .init([(term: $0, boost: Float(1))]) } })
            guard isFiltered else { return result }
            if query.price != 0...Int32.max { result.ranges = [.init(column: "price", bounds: query.price)] }
            if let category = query.category { result.sets = ["category:\(category)"] }
            return result
        }
        return [
            ("and20", { query($0, isFiltered: true).map { segment.top($0, .all, limit: 20).count } ?? 0 }),
            ("and20nofilter", { query($0, isFiltered: false).map { segment.top($0, .all, limit: 20).count } ?? 0 }),
            ("or20", { query($0, isFiltered: true, isAny: true).map { segment.top($0, .any, limit: 20).count } ?? 0 }),
            (
                "or20nofilter",
                { query($0, isFiltered: false, isAny: true).map { segment.top($0, .any, limit: 20).count } ?? 0 }
            ),
            ("sort0", { query($0, isFiltered: true).map { segment.first($0, limit: 20).count } ?? 0 }),
            (
                "browse0",
                { segment.set("category:\($0.page)").map { segment.page(of: $0, skipping: 0, limit: 20).count } ?? 0 }
            ),
            (
                "browse10k",
                {
                    segment.set("category:\($0.page)").map { segment.page(of: $0, skipping: 10_000, limit: 20).count }
                        ?? 0
                }
            ),
            (
                "keyset",
                { query in
                    segment.set("category:\(query.page)").map {
                        segment.members(of: $0, from: query.seed % segment.count + 1, limit: 20).count
                    } ?? 0
                }
            ),
            ("prefix10", { titles.first(havingAny: titles.terms(from: $0.prefix), limit: 10).count }),
            ("suggest10", { segment.commonest(among: segment.terms(from: $0.prefix), limit: 10).count }),
            (
                "facets",
                {
                    query($0, isFiltered: true).map {
                        segment.facets($0, of: [("category", 64), ("material", 64)]).total
                    } ?? 0
                }
            ),
            ("count", { query($0, isFiltered: false).map { segment.count($0) } ?? 0 }),
        ]
    }

    private static func report(_ name: String, _ queries: [Query], _ work: (Query) -> Int) {
        var best = [Double](repeating: .infinity, count: queries.count)
        var rows = 0
        let clock = ContinuousClock()
        let start = clock.now
        for round in 0..<30 where round < 3 || clock.now - start < .seconds(20) {
            rows = 0
            for (index, query) in queries.enumerated() {
                let began = DispatchTime.now().uptimeNanoseconds
                rows += work(query)
                best[index] = min(best[index], Double(DispatchTime.now().uptimeNanoseconds - began) / 1_000)
            }
        }
        best.sort()
        let mean = best.reduce(0, +) / Double(best.count)
        print(
            "  \(name.padding(toLength: 14, withPad: " ", startingAt: 0)) p50 \(tenths(best[best.count / 2])) us  p99"
                + " \(tenths(best[best.count * 99 / 100])) us  mean \(tenths(mean)) us  rows \(rows)")
    }

    private static func tenths(_ number: Double) -> String { String(format: "%.1f", number) }

    private static func processSeconds() -> Double { Double(clock()) / Double(CLOCKS_PER_SEC) }
}
