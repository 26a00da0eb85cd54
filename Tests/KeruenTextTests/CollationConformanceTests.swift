import Foundation
import KeruenText
import TestSupport
import Testing

@Suite("Unicode's own collation test")
struct CollationConformanceTests {
    @Test(
        "CollationTest_CLDR_NON_IGNORABLE: every line sorts at or after the one before it",
        .enabled(if: Conformance.folder != nil, "KERUEN_CONFORMANCE is not set"))
    func nonIgnorable() throws {
        let file = try #require(Conformance.folder)
            .appending(path: "collation-uca15/CollationTest_CLDR_NON_IGNORABLE_SHORT.txt.gz")
        let text = try Project.run("/usr/bin/env", ["gzip", "-dc", file.path]).output
        // English has no rules of its own: what it sorts by is CLDR's root order, which this file tests.
        let collator = try Collator("en")
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
        print("CollationTest NON_IGNORABLE: \(count - wrong.count) of \(count) lines in order")
        #expect(wrong.isEmpty && count > 170_000)
    }
}
