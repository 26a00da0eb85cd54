/// Why a segment can't be used.
public struct SegmentError: Error, Hashable, Sendable, CustomStringConvertible {
    public var code: Code
    /// The section, the version or the file.
    public var subject: String

    /// For sources of snapshots too: `SnapshotSource`.
    public init(_ code: Code, _ subject: String = "") { (self.code, self.subject) = (code, subject) }

    public struct Code: RawRepresentable, Hashable, Sendable {
        public var rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let unreadable = Self(rawValue: "unreadable")
        /// The disk is full, or the folder closed.
        public static let unwritable = Self(rawValue: "unwritable")
        /// No snapshot was published there, or the file is none.
        public static let notASnapshot = Self(rawValue: "not-a-snapshot")
        /// The catalogue has no such market, or the market no such language.
        public static let noPlace = Self(rawValue: "no-place")
        /// The snapshot has no index of this market and language.
        public static let noIndex = Self(rawValue: "no-index")
        public static let notASegment = Self(rawValue: "not-a-segment")
        public static let unknownVersion = Self(rawValue: "unknown-version")
        /// Shorter or longer than its header says.
        public static let truncated = Self(rawValue: "truncated")
        /// A checksum or a place in it is wrong.
        public static let damaged = Self(rawValue: "damaged")
        /// The snapshot was made of more changes than the log has.
        public static let otherLog = Self(rawValue: "other-log")
        /// A file of a published snapshot could not be got.
        public static let unreachable = Self(rawValue: "unreachable")
        /// What was got is not what was published.
        public static let wrongSum = Self(rawValue: "wrong-sum")
        /// A snapshot that does not say what its files are, or names one that lies elsewhere.
        public static let notListed = Self(rawValue: "not-listed")
        /// Another program is writing there.
        public static let busy = Self(rawValue: "busy")
    }

    public var diagnostic: Diagnostic {
        let code: Diagnostic.Code =
            switch self.code {
            case .unreadable, .notASnapshot: "SRC0116"
            case .unknownVersion: "SRC0117"
            case .noIndex: "SRC0119"
            case .noPlace: "SRC0121"
            case .unwritable: .unwritableFile
            case .otherLog: "SRC0124"
            case .unreachable: "SRC0125"
            case .wrongSum: "SRC0126"
            case .notListed: "SRC0127"
            case .busy: "SRC0128"
            default: "SRC0118"
            }
        return Diagnostic(
            code, .error, at: nil, ["subject": .text(subject.isEmpty ? self.code.rawValue : subject)])
    }

    public var description: String { subject.isEmpty ? code.rawValue : "\(code.rawValue): \(subject)" }
}
