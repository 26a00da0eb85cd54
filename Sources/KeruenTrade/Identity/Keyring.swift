internal import Crypto
public import Foundation

/// The keys that documents are sealed with and looked up by; it never prints one.
///
///     let keyring = try Keyring(environment: ProcessInfo.processInfo.environment)
///     "\(keyring)"            // "a keyring: seal 2026-11, 2026-05; lookup 1"
///
/// Entries stand between spaces or lines, `seal.2026-11=<base64 of 32 bytes>` or `lookup.1=…`; # opens a comment to the line's end.
/// The first of each kind is the current one, those behind it still open and find what was sealed before. A key is 32 random
/// bytes: `openssl rand -base64 32`.
/// - Throws: `TradeError` with `badKey`, `repeatedKey`, `keyMissing` or `keyringMissing`; its arguments name entries by their
///   place, never what stands in them.
public struct Keyring: Sendable, PersonalData {
    let seals: [Key]
    let lookups: [Key]

    struct Key: Sendable {
        let id: String
        let secret: SymmetricKey
    }

    public init(_ text: String) throws(TradeError) {
        var (seals, lookups): ([Key], [Key]) = ([], [])
        var seen: [[UInt8]] = []
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        let entries = lines.flatMap { $0.prefix { $0 != "#" }.split(whereSeparator: \.isWhitespace) }
        for (at, entry) in entries.enumerated() {
            let place = ["entry": Diagnostic.Argument.integer(at + 1)]
            guard let (kind, id, bytes) = Self.parts(of: entry) else { throw TradeError(.badKey, place) }
            let isRepeated = (kind == "seal" ? seals : lookups).contains { $0.id == id } || seen.contains(bytes)
            // A key with two uses would tie the safety of one to the other's.
            guard !isRepeated else { throw TradeError(.repeatedKey, place) }
            seen.append(bytes)
            let key = Key(id: id, secret: SymmetricKey(data: bytes))
            if kind == "seal" { seals.append(key) } else { lookups.append(key) }
        }
        for (kind, keys) in [("seal", seals), ("lookup", lookups)] where keys.isEmpty {
            throw TradeError(.keyMissing, ["kind": .text(kind)])
        }
        (self.seals, self.lookups) = (seals, lookups)
    }

    /// Reads a file of entries, such as a secret that is mounted into a container.
    public init(file: URL) throws(TradeError) {
        guard let data = try? Data(contentsOf: file), let text = String(data: data, encoding: .utf8) else {
            throw TradeError(.keyringMissing, ["name": .text(file.lastPathComponent)])
        }
        try self.init(text)
    }

    /// The keys in `KERUEN_KEYS` or, without it, in the file that `KERUEN_KEYS_FILE` names.
    public init(environment: [String: String]) throws(TradeError) {
        if let text = environment["KERUEN_KEYS"] {
            try self.init(text)
        } else if let path = environment["KERUEN_KEYS_FILE"] {
            try self.init(file: URL(filePath: path))
        } else {
            throw TradeError(.keyringMissing, ["name": "KERUEN_KEYS"])
        }
    }

    /// Names of the keys alone.
    public var description: String {
        let (seals, lookups) = (seals.map(\.id), lookups.map(\.id))
        return "a keyring: seal \(seals.joined(separator: ", ")); lookup \(lookups.joined(separator: ", "))"
    }

    private static func parts(of entry: Substring) -> (kind: String, id: String, bytes: [UInt8])? {
        // Base64 has = in it too.
        guard let equals = entry.firstIndex(of: "="), let dot = entry.firstIndex(of: "."), dot < equals else {
            return nil
        }
        let kind = String(entry[..<dot])
        let id = String(entry[entry.index(after: dot)..<equals])
        let base64 = String(entry[entry.index(after: equals)...])
        guard kind == "seal" || kind == "lookup", isName(id), let data = Data(base64Encoded: base64),
            // A decoder forgives a sign too many; a key that was copied wrongly is none.
            data.base64EncodedString() == base64,
            // Zeros are what a forgotten template has.
            data.count == 32, Set(data).count > 1
        else { return nil }
        return (kind, id, Array(data))
    }

    /// 1 to 32 Latin letters, digits and hyphens.
    static func isName(_ id: String) -> Bool {
        (1...32).contains(id.utf8.count)
            && id.utf8.allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                    || byte == 0x2D
            }
    }
}
