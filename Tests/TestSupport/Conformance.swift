public import Foundation

/// Public suites that are no part of the project; CONTRIBUTING.md says where they can be had.
public enum Conformance {
    /// The folder that `KERUEN_CONFORMANCE` names; nil where it names none.
    public static let folder: URL? = ProcessInfo.processInfo.environment["KERUEN_CONFORMANCE"]
        .flatMap { $0.isEmpty ? nil : URL(filePath: $0) }
}
