internal import Foundation

extension SnapshotManifest {
    /// The files that a snapshot with this manifest is made of.
    var names: [String] {
        lines + [ProductRecords.table] + indexes.map(\.file) + shop.map { "\(Self.shopFolder)/\($0.name)" }
    }

    static let shopFolder = "shop"
    /// Folders that are there even where nothing is in them.
    static let shopParts = ["markets", "price-lists", "stock", "synonyms", "products"]

    /// - Throws: `SegmentError` with `unwritable`.
    static func makeShop(in folder: URL) throws(SegmentError) {
        for part in shopParts {
            let place = folder.shop.appending(path: part)
            do { try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true) } catch {
                throw SegmentError(.unwritable, place.path)
            }
        }
    }

    /// Notes what each file is, and writes the manifest; for a folder that is otherwise finished.
    ///
    /// - Parameter known: files that were taken over from another snapshot as they are.
    mutating func seal(_ folder: URL, known: [Part] = []) throws(SegmentError) {
        let known = Dictionary(known.map { ($0.name, $0) }) { first, _ in first }
        var parts: [Part] = []
        for name in names {
            if let part = known[name] { parts.append(part) } else { parts.append(try Part(name, in: folder)) }
        }
        files = parts
        try write(to: folder)
    }

    /// The files to copy, which lie in the snapshot's folder and are all of it.
    /// - Throws: `SegmentError` with `notListed`.
    func parts() throws(SegmentError) -> [Part] {
        guard let files, Set(files.map(\.name)) == Set(names), files.count == names.count,
            files.allSatisfy({ $0.isWithin && $0.size >= 0 && $0.name != Self.file })
        else { throw SegmentError(.notListed, Self.file) }
        return files
    }
}

extension URL {
    /// Of a snapshot's folder: where all but its products is.
    var shop: URL { appending(path: SnapshotManifest.shopFolder) }
}

extension SnapshotManifest.Part {
    init(_ name: String, in folder: URL) throws(SegmentError) {
        let url = folder.appending(path: name)
        guard let size = Self.size(of: url) else { throw SegmentError(.unreadable, url.path) }
        // An empty file can't be mapped.
        guard size > 0 else {
            self.init(name: name, size: 0, checksum: SnapshotManifest.checksum(Data()))
            return
        }
        guard let bytes = SegmentBytes(mapping: url.path) else { throw SegmentError(.unreadable, url.path) }
        let sum = unsafe SectionFile.checksum(bytes.buffer(0..<bytes.count))
        self.init(name: name, size: bytes.count, checksum: String(sum, radix: 16))
        bytes.forget()
    }

    /// Whether a folder has this file, to the last bit.
    func isSound(in folder: URL) -> Bool {
        guard Self.size(of: folder.appending(path: name)) == size else { return false }
        return (try? Self(name, in: folder)) == self
    }

    static func size(of url: URL) -> Int? {
        var facts = stat()
        guard unsafe stat(url.path, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG else { return nil }
        return Int(facts.st_size)
    }

    /// A name leads nowhere else, whoever wrote it.
    fileprivate var isWithin: Bool {
        let steps = name.split(separator: "/", omittingEmptySubsequences: false)
        return steps.allSatisfy { !$0.isEmpty && !$0.hasPrefix(".") && !$0.utf8.contains(0) }
    }
}
