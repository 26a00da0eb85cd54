import Foundation
import KeruenText
import TestSupport
import Testing

@Suite("Unicode's own collation test")
struct CollationConformanceTests {
    @Test(
        "Every line of CollationTest_CLDR sorts at or after the one before it",
        .enabled(if: Conformance.folder != nil, "KERUEN_CONFORMANCE is not set"),
        // English has no rules of its own: what it sorts by is CLDR's root order, which these files test.
        arguments: [("NON_IGNORABLE", "en"), ("SHIFTED", "en-u-ka-shifted-ks-level4")])
    func conformance(file: String, tag: String) throws {
        let text = try Conformance.text("collation-uca15/CollationTest_CLDR_\(file)_SHORT.txt.gz")
        let collator = try Collator(tag)
        var previous: SortKey?
        var count = 0
        var wrong: [Substring] = []
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            let codes = line.split(separator: " ").map { UInt32($0, radix: 16) }
            let scalars = codes.compactMap { $0.flatMap(Unicode.Scalar.init) }
            // A lone surrogate can't stand in a Swift string.
            guard scalars.count == codes.count else { continue }
            var string = ""
            string.unicodeScalars.append(contentsOf: scalars)
            let key = collator.sortKey(string)
            if let previous, key < previous { wrong.append(line) }
            previous = key
            count += 1
        }
        print("CollationTest \(file): \(count - wrong.count) of \(count) lines in order")
        #expect(wrong.isEmpty && count > 170_000)
    }
}
