internal import Foundation

/// A file that is coming in, written to a temporary place piece by piece.
final class IncomingFile {
    /// Nil where the request's body is the file itself.
    private(set) var form: MultipartForm?
    private(set) var name: String
    /// What the form proves itself with.
    private(set) var token = ""
    /// Bytes of the file so far.
    private(set) var count = 0
    /// Whether the file has begun.
    private(set) var isOpen = false
    let place = FileManager.default.temporaryDirectory.appending(path: "keruen-import-\(UUID().uuidString)")
    private let limit: Int
    private var handle: FileHandle?
    private var part = ""

    init(boundary: String?, name: String, limit: Int) {
        form = boundary.map(MultipartForm.init)
        (self.name, self.limit) = (name, limit)
    }

    deinit { try? handle?.close() }

    /// Whether all of it has come.
    var isComplete: Bool { form?.isComplete ?? true }

    /// - Throws: `MultipartForm.Malformed`, or what writing throws.
    func take(_ bytes: some Sequence<UInt8>) throws {
        guard var form else {
            if !isOpen { try open() }
            return try write(Array(bytes))
        }
        defer { self.form = form }
        try form.read(bytes) { event in
            switch event {
            case .part(let name, let file):
                part = name
                if name == "file" {
                    self.name = file ?? ""
                    try open()
                }
            case .bytes(let bytes):
                if part == "file" { try write(bytes) }
                if part == "token" { token = String((token + String(decoding: bytes, as: UTF8.self)).prefix(200)) }
            case .end: part = ""
            }
        }
    }

    private func open() throws {
        // A second file would be written over the first one.
        guard !isOpen,
            FileManager.default.createFile(atPath: place.path, contents: nil, attributes: [.posixPermissions: 0o600])
        else { throw MultipartForm.Malformed() }
        handle = try FileHandle(forWritingTo: place)
        isOpen = true
    }

    private func write(_ bytes: [UInt8]) throws {
        count += bytes.count
        guard count <= limit else { return }
        try handle?.write(contentsOf: Data(bytes))
    }

    func close() throws { try handle?.close() }

    func remove() { try? FileManager.default.removeItem(at: place) }
}
