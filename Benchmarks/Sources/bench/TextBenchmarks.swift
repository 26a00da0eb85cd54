import KeruenText
import RawICU
import Synchronization

/// Ours and raw ICU side by side: transliteration, comparison, sorting, and what a second thread brings.
enum TextBenchmarks {
    static func run(only section: String?) throws {
        let sections = [
            ("transliteration", transliteration), ("compare", comparison), ("sort", sorting), ("threads", threads),
        ]
        for (name, run) in sections where section ?? name == name { try run() }
    }

    private static func transliteration() throws {
        Race.header("Transliteration, a title: how many times faster than ICU")
        try transliterate("kk Cyrl→Latn (ICU: kk BGN)", .kazakhToLatin, "kk-kk_Latn/BGN", "kk", "≥ 20×", count: 5_000)
        try transliterate("kk Cyrl→Arab (ICU: kk BGN)", .kazakhToArabic, "kk-kk_Latn/BGN", "kk", "", count: 5_000)
        try transliterate("ru BGN", .russianToLatinBGN, "ru-ru_Latn/BGN", "ru", "", count: 5_000)
        try transliterate(
            "Han→pinyin, syllables", .hanToPinyinSyllables, "Han-Latin", "zh", "≥ 300×", count: 1_000)
        try transliterate("Han→pinyin, words", .hanToPinyin, "Han-Latin", "zh", "", count: 1_000)
    }

    private static func transliterate(
        _ name: String, _ scheme: Transliterator.Scheme, _ id: String, _ language: String, _ target: String, count: Int
    ) throws {
        // Ours gets twenty times the titles, so that a round of either takes long enough to be measured.
        let ours = Titles(language, count: 20 * count)
        let theirs = Titles(language, count: count)
        let (bytes, ends) = theirs.flat
        let transliterator = try Transliterator(scheme)
        // Both read texts in their own encoding and write into a buffer that is there already.
        let flat = ours.flat
        let utf8 = flat.bytes.map { UInt8(bitPattern: $0) }
        var written: [UInt8] = []
        let race = Race(name: name, target: target) {
            try nanoseconds {
                var start = 0
                for end in flat.ends {
                    written.removeAll(keepingCapacity: true)
                    try transliterator.apply(utf8.span.extracting(start..<Int(end)), to: &written)
                    start = Int(end)
                }
            } / 20
        } theirs: {
            var result: UInt64 = 0
            return raw_transliterate(id, bytes, ends, Int32(count), &result)
        }
        try race.run(rounds: 9, per: count) { $1 / $0 }
    }

    private static func comparison() throws {
        Race.header("Comparing neighbours of a list, a pair: our time as a multiple of theirs")
        for language in ["zh", "ru", "kk"] {
            let titles = Titles(language, count: 50_000)
            let (bytes, ends) = titles.flat
            let collator = try Collator(language)
            let theirs = {
                var result: UInt64 = 0
                return raw_compare(language, bytes, ends, Int32(ends.count), &result)
            }
            var less = 0
            // Their texts lie behind one another in one array, and so do ours.
            let utf8 = bytes.map { UInt8(bitPattern: $0) }
            let asBytes = Race(
                name: "\(language), UTF-8 (ucol_strcollUTF8)", target: "≤ 1.3×",
                ours: {
                    nanoseconds {
                        let all = utf8.span
                        for at in 1..<ends.count {
                            let start = at == 1 ? 0 : Int(ends[at - 2])
                            let a = all.extracting(start..<Int(ends[at - 1]))
                            let b = all.extracting(Int(ends[at - 1])..<Int(ends[at]))
                            if collator.compare(a, b) == .orderedAscending { less += 1 }
                        }
                    }
                }, theirs: theirs)
            try asBytes.run(rounds: 9, per: ends.count) { $0 / $1 }
            let texts = titles.texts
            let asStrings = Race(
                name: "\(language), strings of Swift", target: "",
                ours: {
                    nanoseconds {
                        for at in 1..<texts.count where collator.compare(texts[at - 1], texts[at]) == .orderedAscending
                        {
                            less += 1
                        }
                    }
                }, theirs: theirs)
            try asStrings.run(rounds: 9, per: ends.count) { $0 / $1 }
        }
    }

    private static func sorting() throws {
        Race.header("Sorting a million titles, a title: our time as a multiple of theirs")
        for language in ["zh", "ru", "kk"] {
            let titles = Titles(language, count: 1_000_000)
            let (bytes, ends) = titles.flat
            let collator = try Collator(language)
            var ours: [Int] = []
            var theirs = [UInt32](repeating: 0, count: titles.texts.count)
            let race = Race(name: "sort 1M \(language) (C++ keys)", target: "≤ 1.2×") {
                nanoseconds { ours = collator.order(of: titles.texts) }
            } theirs: {
                raw_sort(language, bytes, ends, Int32(titles.texts.count), &theirs)
            }
            try race.run(rounds: 5, per: titles.texts.count) { $0 / $1 }
            precondition(ours == theirs.map(Int.init), "both ways give one order")
        }
    }

    /// Keeps what nobody else reads.
    private static let sink = Atomic<UInt64>(0)

    private static func threads() throws {
        Race.header("Two threads: how many times the work of one in the same time (peer: one thread)")
        // What the two cores give when nothing is shared between them; memory is not in it.
        try scaling("eight sums in registers", "kk", target: "") { titles in
            var sums = SIMD8<UInt64>(repeating: UInt64(titles.count))
            for round in 0..<40_000_000 { sums = (sums ^ sums &>> 12) &+ SIMD8(repeating: UInt64(round)) }
            sink.store(sums.wrappedSum(), ordering: .relaxed)
        }
        for (name, scheme, language) in [
            ("kk Cyrl→Latn", Transliterator.Scheme.kazakhToLatin, "kk"), ("Han→pinyin", .hanToPinyinSyllables, "zh"),
        ] {
            let transliterator = try Transliterator(scheme)
            try scaling(name, language) { titles in
                for title in titles { _ = try? transliterator.apply(title) }
            }
        }
        let collator = try Collator("ru")
        try scaling("compare ru", "ru") { titles in
            // Four times, so that starting a thread weighs nothing.
            for _ in 0..<4 {
                for at in 1..<titles.count { _ = collator.compare(titles[at - 1], titles[at]) }
            }
        }
    }

    /// Both threads share the converter, and each has titles of its own.
    private static func scaling(
        _ name: String, _ language: String, target: String = "≥ 1.8×", _ work: @escaping @Sendable ([String]) -> Void
    ) throws {
        let titles = (0..<2).map { _ in Titles(language, count: 300_000).texts }
        let race = Race(name: name, target: target) {
            nanoseconds {
                let threads = titles.map { titles in Worker { work(titles) } }
                for thread in threads { thread.join() }
            }
        } theirs: {
            nanoseconds { work(titles[0]) }
        }
        try race.run(rounds: 7, per: 1) { 2 * $1 / $0 }
    }
}
