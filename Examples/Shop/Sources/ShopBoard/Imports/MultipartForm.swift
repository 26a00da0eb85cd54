internal import Foundation

/// A form of several parts as it comes in, so that a large file in it is never in memory (RFC 7578).
///
///     var form = MultipartForm(boundary: "x1")
///     try form.read(bytes) { event in … }
///
/// Boundaries may be cut anywhere between two readings. Nothing is decoded: files come as they are.
struct MultipartForm {
    enum Event: Equatable {
        /// A part begins; a file has a name of its own.
        case part(name: String, file: String?)
        case bytes([UInt8])
        case end
    }

    /// Against heads without an end.
    private static let longestHead = 8_192

    private let delimiter: [UInt8]
    /// What was not told yet. As if a line end stood before the form: so its first boundary is like all others.
    private var rest: [UInt8] = [13, 10]
    private var state = State.before
    /// Whether the last part has ended with the form.
    var isComplete: Bool { state == .after }

    private enum State { case before, head, body, after }

    struct Malformed: Error {}

    init(boundary: String) { delimiter = Array("\r\n--\(boundary)".utf8) }

    /// The boundary of a form's content type; nil for another type.
    static func boundary(of contentType: String) -> String? {
        guard contentType.lowercased().hasPrefix("multipart/form-data") else { return nil }
        for part in contentType.split(separator: ";").dropFirst() {
            let part = part.drop { $0 == " " }
            guard part.lowercased().hasPrefix("boundary=") else { continue }
            let value = part.dropFirst("boundary=".count).filter { $0 != "\"" }
            return (1...70).contains(value.utf8.count) ? String(value) : nil
        }
        return nil
    }

    /// - Throws: `Malformed` for a form that is none; and what the body throws.
    mutating func read(_ bytes: some Sequence<UInt8>, _ tell: (Event) throws -> Void) throws {
        rest += bytes
        while try step(tell) {}
    }

    /// False where more is needed.
    private mutating func step(_ tell: (Event) throws -> Void) throws -> Bool {
        switch state {
        case .before, .body:
            guard let start = rest.first(of: delimiter) else {
                // The end may be the beginning of a boundary.
                let known = max(0, rest.count - delimiter.count + 1)
                if state == .body, known > 0 { try tell(.bytes(Array(rest[..<known]))) }
                rest.removeFirst(known)
                return false
            }
            let end = start + delimiter.count
            guard rest.count >= end + 2 else {
                if state == .body, start > 0 {
                    try tell(.bytes(Array(rest[..<start])))
                    rest.removeFirst(start)
                }
                return false
            }
            if state == .body {
                if start > 0 { try tell(.bytes(Array(rest[..<start]))) }
                try tell(.end)
            }
            let isLast = rest[end] == UInt8(ascii: "-") && rest[end + 1] == UInt8(ascii: "-")
            guard isLast || rest[end] == 13 && rest[end + 1] == 10 else { throw Malformed() }
            // The line end stays: heads are told by what is behind it.
            rest.removeFirst(end)
            state = isLast ? .after : .head
        case .head:
            guard let end = rest.first(of: [13, 10, 13, 10]) else {
                guard rest.count < Self.longestHead else { throw Malformed() }
                return false
            }
            try tell(Self.part(String(decoding: rest[..<end], as: UTF8.self)))
            rest.removeFirst(end + 4)
            state = .body
        case .after:
            rest = []
            return false
        }
        return true
    }

    private static func part(_ head: String) throws -> Event {
        for line in head.split(separator: "\r\n") where line.lowercased().hasPrefix("content-disposition:") {
            guard let name = value("name", in: line) else { break }
            return .part(name: name, file: value("filename", in: line))
        }
        throw Malformed()
    }

    /// `name="file"`; browsers write quotes within as %22.
    private static func value(_ name: String, in line: Substring) -> String? {
        guard let start = line.range(of: "; \(name)=\"")?.upperBound,
            let end = line[start...].firstIndex(of: "\"")
        else { return nil }
        return String(line[start..<end])
    }
}

extension [UInt8] {
    /// Where a short sequence that begins with a carriage return is first found: goods' files have few of them.
    fileprivate func first(of wanted: [UInt8]) -> Int? {
        var from = startIndex
        while let place = self[from...].firstIndex(of: 13) {
            guard place + wanted.count <= count else { return nil }
            if self[place..<place + wanted.count].elementsEqual(wanted) { return place }
            from = place + 1
        }
        return nil
    }
}
