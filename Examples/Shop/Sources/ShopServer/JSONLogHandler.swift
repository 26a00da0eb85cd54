internal import Foundation
public import Logging

/// A line of JSON for each entry, for machines that collect logs.
///
///     LoggingSystem.bootstrap { JSONLogHandler(label: $0) }
///     // {"time":"2026-11-27T09:15:02.114Z","level":"info","label":"keruen","message":"request","route":"/cart","status":"200"}
///
/// What stands in an entry is its caller's affair; the shop's own never hold more than routes, codes and numbers.
public struct JSONLogHandler: LogHandler {
    public var metadata: Logger.Metadata = [:]
    public var logLevel: Logger.Level = .info
    private let label: String
    private let write: @Sendable (String) -> Void

    /// - Parameter write: takes a whole line with its end; standard error when nil.
    public init(label: String, write: (@Sendable (String) -> Void)? = nil) {
        self.label = label
        self.write = write ?? { line in try? FileHandle.standardError.write(contentsOf: Data(line.utf8)) }
    }

    public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    public func log(event: LogEvent) {
        var line = "{\"time\":\"" + Date().formatted(Self.time) + "\",\"level\":\"" + event.level.rawValue + "\""
        append("label", label, to: &line)
        append("message", event.message.description, to: &line)
        let all = event.metadata.map { metadata.merging($0) { $1 } } ?? metadata
        for (key, value) in all.sorted(by: { $0.key < $1.key }) {
            append(key == "hb.request.id" ? "request" : key, value.description, to: &line)
        }
        write(line + "}\n")
    }

    private static let time = Date.ISO8601FormatStyle(includingFractionalSeconds: true)

    private func append(_ key: String, _ value: String, to line: inout String) {
        line += ",\"" + Self.escaped(key) + "\":\"" + Self.escaped(value) + "\""
    }

    private static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C }) else { return text }
        return text.unicodeScalars.map { scalar in
            switch scalar {
            case "\"": "\\\""
            case "\\": "\\\\"
            case "\n": "\\n"
            case _ where scalar.value < 0x20: "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
            default: String(scalar)
            }
        }.joined()
    }
}
