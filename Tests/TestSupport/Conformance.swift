public import Foundation

/// Public suites that are no part of the project; CONTRIBUTING.md says where they can be had.
public enum Conformance {
    /// The folder that `KERUEN_CONFORMANCE` names; nil where it names none.
    public static let folder: URL? = ProcessInfo.processInfo.environment["KERUEN_CONFORMANCE"]
        .flatMap { $0.isEmpty ? nil : URL(filePath: $0) }

    /// A suite's file as text, unpacked where its name ends in .gz.
    public static func text(_ path: String) throws -> String {
        guard let file = folder?.appending(path: path) else { throw CocoaError(.fileNoSuchFile) }
        guard path.hasSuffix(".gz") else { return try String(contentsOf: file, encoding: .utf8) }
        let outcome = try Project.run("/usr/bin/env", ["gzip", "-dc", file.path])
        guard outcome.status == 0 else { throw CocoaError(.fileReadCorruptFile) }
        return outcome.output
    }
}
