internal import Foundation
internal import HTTPTypes
internal import Hummingbird
internal import ShopSite

/// The files of the folder `Public`, read once and each served under its own name.
///
///     files.address(of: "style.css")      // "/style.css?v=1k3x": another file, another address
struct PublicFiles: Sendable {
    private let files: [String: KeptAnswer]

    private static let types = [
        "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml",
    ]

    init(folder: String) {
        var files: [String: KeptAnswer] = [:]
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
            guard let type = name.split(separator: ".").last.flatMap({ Self.types[String($0)] }),
                let data = FileManager.default.contents(atPath: "\(folder)/\(name)")
            else { continue }
            files[name] = KeptAnswer(String(decoding: data, as: UTF8.self), contentType: type)
        }
        self.files = files
    }

    var names: [String] { files.keys.sorted() }

    func address(of name: String) -> String {
        "/\(name)" + (files[name].map { "?v=" + String($0.checksum, radix: 36) } ?? "")
    }

    /// Kept for a year under an address that changes with the file; otherwise asked for again.
    func response(_ name: String, to request: Request) throws -> Response {
        guard let file = files[name] else { throw HTTPError(.notFound) }
        let isVersioned = request.uri.query == "v=" + String(file.checksum, radix: 36)
        return request.response(
            file, cache: isVersioned ? "public, max-age=31536000, immutable" : "public, max-age=3600")
    }
}
