import Foundation
import TestSupport
import Testing

@Suite("keruen over a damaged snapshot")
struct DamagedSnapshotTests {
    @Test("ends with 2 where the answer needs what is damaged, and answers where it does not")
    func damaged() async throws {
        try await Project.withCopy { copy in
            // A few products are enough, and soon indexed.
            let products = copy.appending(path: "Catalog/products")
            for name in try FileManager.default.contentsOfDirectory(atPath: products.path)
            where !name.hasPrefix("atlas") {
                try FileManager.default.removeItem(at: products.appending(path: name))
            }
            let index = try Project.run("keruen", ["index", "--to", "Snapshot", "--only", "kz:kk"], in: copy)
            #expect(index.status == 0, "\(index.errors)")
            let place = ["--snapshot", "Snapshot", "--market", "kz", "--locale", "kk"]
            func search() throws -> Outcome { try Project.run("keruen", ["search"] + place + ["жібек"], in: copy) }
            func browse() throws -> Outcome { try Project.run("keruen", ["browse"] + place + ["silk"], in: copy) }
            let (found, listed) = (try search(), try browse())
            #expect(found.status == 0 && !found.output.isEmpty && listed.status == 0 && !listed.output.isEmpty)

            let folder = copy.appending(path: "Snapshot/snapshot-000001")
            try damage(folder.appending(path: "kz.kk.segment"), section: "arrays")
            let hurt = try search()
            #expect(hurt.status == 2 && hurt.output.isEmpty && hurt.errors.contains("SRC0118"))
            #expect(try browse().output == listed.output)

            try damage(folder.appending(path: "products.jsonl"))
            let unread = try browse()
            #expect(unread.status == 2 && unread.output.isEmpty && unread.errors.contains("SRC0118"))
        }
    }

    /// Changes the first byte of a section, or of a file without any.
    private func damage(_ file: URL, section: String? = nil) throws {
        var bytes = [UInt8](try Data(contentsOf: file))
        var place = 0
        if let section {
            let name = Array(section.utf8) + [UInt8](repeating: 0, count: 8 - section.utf8.count)
            let entry = try #require(
                stride(from: 64, to: bytes.count - 40, by: 40).first { Array(bytes[$0..<$0 + 8]) == name })
            place = (0..<8).reduce(0) { $0 | Int(bytes[entry + 8 + $1]) << (8 * $1) }
        }
        bytes[place] ^= 0x20
        // A new file, for the old one may have a second name.
        try FileManager.default.removeItem(at: file)
        try Data(bytes).write(to: file)
    }
}
