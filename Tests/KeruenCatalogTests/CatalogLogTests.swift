import Foundation
import TestSupport
import Testing

@testable import KeruenCatalog

@Suite("A log of changes")
struct CatalogLogTests {
    /// Changes with everything that a line could break on.
    private func changes(_ count: Int, from first: Int = 0) -> [CatalogChange] {
        (first..<first + count).map { number in
            switch number % 4 {
            case 0: CatalogChange(withdrawn: "p\(number)")
            case 1: CatalogChange(id: "p\(number)", product: #"{"id":"p\#(number)","title":{"kk":"Жібек орамал"}}"#)
            case 2: CatalogChange(id: "丝\"绸\\\n\(number)", product: "{\n\"id\":\r\n\"x\"}")
            default: CatalogChange(id: "", product: String(repeating: " ", count: 3_000) + "{}")
            }
        }
    }

    private func all(_ log: CatalogLogFolder) throws -> [CatalogLogEntry] { try log.entries(after: 0, limit: .max) }

    private func files(_ folder: URL) throws -> [URL] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".jsonl") }.sorted()
            .map { folder.appending(path: $0) }
    }

    @Test("gives back what was put in, in order, from any position on, over any number of files")
    func order() async throws {
        try await Project.withTemporaryFolder { folder in
            let log = CatalogLogFolder(folder.appending(path: "Log"), fileSize: 5_000)
            #expect(try log.newest() == 0 && all(log).isEmpty)
            var expected: [CatalogChange] = []
            var generator = SeededGenerator(seed: 3)
            for _ in 0..<12 {
                let more = changes(Int.random(in: 0...5, using: &generator), from: expected.count)
                expected += more
                #expect(try log.append(more) == expected.count)
            }
            #expect(try files(log.url).count > 3)
            for reader in [log, CatalogLogFolder(log.url)] {
                #expect(try reader.newest() == expected.count)
                for position in 0...expected.count {
                    let limit = Int.random(in: 0...7, using: &generator)
                    let entries = try reader.entries(after: position, limit: limit)
                    #expect(entries.map(\.change) == Array(expected[position...].prefix(limit)))
                    #expect(entries.map(\.position) == Array((position + 1..<position + 1 + entries.count)))
                }
            }
            let lines = try files(log.url).flatMap {
                try String(contentsOf: $0, encoding: .utf8).split(separator: "\n")
            }
            #expect(lines.count == expected.count)
            for line in lines { _ = try JSONSerialization.jsonObject(with: Data(line.utf8)) }
        }
    }

    @Test("has no entry of a line that was left half: readers stop before it, the next writer cuts it off and says so")
    func torn() async throws {
        try await Project.withTemporaryFolder { folder in
            let whole = CatalogLogFolder(folder.appending(path: "Whole"))
            try whole.append(changes(3))
            let file = try #require(try files(whole.url).first)
            let data = try Data(contentsOf: file)
            let last = try #require(data.dropLast().lastIndex(of: UInt8(ascii: "\n"))) + 1
            for end in stride(from: last + 1, to: data.count, by: 7) {
                let place = folder.appending(path: "Torn-\(end)")
                try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
                try data.prefix(end).write(to: place.appending(path: file.lastPathComponent))
                let told = Told()
                let log = CatalogLogFolder(place) { told.note("\($0) \($1)") }
                #expect(try log.newest() == 2 && all(log).map(\.change) == changes(2))
                #expect(try log.append([CatalogChange(withdrawn: "dutar")]) == 3)
                #expect(told.notes == ["\(file.lastPathComponent) \(end - last)"])
                #expect(try all(CatalogLogFolder(place)).last?.change == CatalogChange(withdrawn: "dutar"))
            }
        }
    }

    @Test("never hands out an entry that is not as it was written, nor one behind it")
    func damaged() async throws {
        try await Project.withTemporaryFolder { folder in
            let log = CatalogLogFolder(folder, fileSize: 300)
            for _ in 0..<6 { try log.append(changes(3)) }
            let written = try all(log)
            var generator = SeededGenerator(seed: 11)
            var refusals = 0
            for round in 0..<120 {
                let files = try files(folder)
                let file = files[round % files.count]
                let data = try Data(contentsOf: file)
                var wrong = data
                wrong[Int.random(in: 0..<data.count, using: &generator)] ^=
                    1 << UInt8.random(in: 0..<8, using: &generator)
                try wrong.write(to: file)
                let reader = CatalogLogFolder(folder)
                do throws(CatalogLogError) {
                    let read = try reader.entries(after: 0, limit: .max)
                    // Only what could have been left half is passed over in silence: the last line, or two whose end between is gone.
                    #expect(Array(written.prefix(read.count)) == read && read.count >= written.count - 2)
                    #expect(file == files.last)
                } catch {
                    refusals += 1
                    #expect(error.code == .damaged)
                    if file != files.last {
                        let refusal = #expect(throws: CatalogLogError.self) {
                            try CatalogLogFolder(folder).entries(after: 0, limit: .max)
                        }
                        #expect(refusal?.diagnostic.code == "SRC0123")
                    }
                }
                try data.write(to: file)
            }
            #expect(refusals > 80)
            for lost in try [files(folder)[1], files(folder)[0]] {
                try FileManager.default.removeItem(at: lost)
                let refusal = #expect(throws: CatalogLogError.self) { try all(CatalogLogFolder(folder)) }
                #expect(refusal?.code == .damaged)
            }
        }
    }

    @Test("takes in what several writers write at once, each entry at a place of its own")
    func writers() async throws {
        try await Project.withTemporaryFolder { folder in
            try await withThrowingTaskGroup(of: [Int].self) { group in
                for writer in 0..<4 {
                    group.addTask {
                        let log = CatalogLogFolder(folder, fileSize: 800)
                        return try (0..<12).map { try log.append([CatalogChange(withdrawn: "\(writer)-\($0)")]) }
                    }
                }
                var positions: [Int] = []
                for try await own in group { positions += own }
                #expect(positions.sorted() == Array(1...48))
            }
            let entries = try all(CatalogLogFolder(folder))
            #expect(Set(entries.map(\.change.id)).count == 48 && entries.map(\.position) == Array(1...48))
        }
    }

    @Test("takes in the products of a file and says which do not fit; says where it can't write")
    func intake() async throws {
        try await Project.withTemporaryFolder { folder in
            let dutar = try DocumentReader().read(file: Project.root.appending(path: "Catalog/products/dutar.yaml"))
                .json
            let feed = folder.appending(path: "feed.jsonl")
            try Data("\(dutar)\n{\"id\":\"x\"}\n\(dutar.replacing("\"dutar\"", with: "\"dutar-2\""))\n".utf8).write(
                to: feed)
            let log = CatalogLogFolder(folder.appending(path: "Log"))
            let intake = try await log.append(ProductLines(file: feed, as: "feed.jsonl"))
            #expect(intake.products == 2 && intake.position == 2 && intake.findings.first?.position?.line == 2)
            #expect(try all(log).map(\.change.id) == ["dutar", "dutar-2"])
            #expect(try all(log).first?.change.product == dutar)
            let refusal = #expect(throws: CatalogLogError.self) {
                try CatalogLogFolder(feed).append([CatalogChange(withdrawn: "dutar")])
            }
            #expect(refusal?.code == .unwritable && refusal?.diagnostic.code == .unwritableFile)
        }
    }
}

private final class Told: @unchecked Sendable {
    private(set) var notes: [String] = []
    func note(_ text: String) { notes.append(text) }
}
