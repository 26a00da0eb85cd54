internal import Foundation

/// Lines of a file by their numbers, read no further than the last of them; a line may be of any length, the file of any size.
///
///     SourceLines.read([6, 12], of: "Catalog/products/dutar.yaml")[6]        // "  ru: Дутар"
///
/// What can't be read is left out: an excerpt is a courtesy.
public enum SourceLines {
    public static func read(_ wanted: Set<Int>, of file: String) -> [Int: String] {
        guard let last = wanted.max(), let handle = FileHandle(forReadingAtPath: file) else { return [:] }
        defer { try? handle.close() }
        var lines: [Int: [UInt8]] = [:]
        var (number, before) = (1, UInt8(0))
        while number <= last, let bytes = try? handle.read(upToCount: 1 << 16), !bytes.isEmpty {
            for byte in [UInt8](bytes) {
                switch byte {
                case UInt8(ascii: "\n") where before == UInt8(ascii: "\r"): break
                case UInt8(ascii: "\n"), UInt8(ascii: "\r"): number += 1
                default:
                    // A place further in than that would be cut off anyway.
                    if wanted.contains(number), lines[number, default: []].count < 1 << 18 {
                        lines[number, default: []].append(byte)
                    }
                }
                before = byte
                if number > last { break }
            }
        }
        return lines.mapValues { String(decoding: $0, as: UTF8.self) }
    }
}
