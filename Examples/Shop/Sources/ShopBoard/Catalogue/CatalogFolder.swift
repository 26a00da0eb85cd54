internal import Foundation
internal import Keruen

/// The catalogue's folder as the board reads it and imports write into it.
struct CatalogFolder: Sendable {
    let url: URL

    init(_ path: String) { url = URL(filePath: path) }

    /// As diagnostics show it.
    var name: String { url.lastPathComponent }

    /// How strict its rules are; as they come where it has no `keruen.yaml`.
    func settings() throws(Refusal) -> CatalogSettings {
        let file = url.appending(path: "keruen.yaml")
        guard FileManager.default.fileExists(atPath: file.path) else { return CatalogSettings() }
        return try CatalogSettings.load(file: file, as: "\(name)/keruen.yaml")
    }

    /// Files of many products, by name, as the loader reads them.
    var lineFiles: [URL] {
        let products = url.appending(path: "products")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: products.path)) ?? []
        return names.sorted().filter { name in [".jsonl", ".ndjson", ".json"].contains { name.hasSuffix($0) } }
            .map { products.appending(path: $0) }
    }

    var lineBytes: Int {
        lineFiles.reduce(0) { sum, file in
            let size = try? FileManager.default.attributesOfItem(atPath: file.path)[.size] as? Int
            return sum + (size ?? 0)
        }
    }
}
