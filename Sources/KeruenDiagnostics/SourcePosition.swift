/// A place in a file that a person can jump to: `Catalog/products/dutar.yaml:12:5`.
///
/// Lines and columns count from 1; columns count characters as an editor shows them. Line 0 is the file as a whole.
public struct SourcePosition: Hashable, Sendable, Comparable, CustomStringConvertible {
    public var file: String
    public var line: Int
    public var column: Int
    /// Bytes before it in the file, where a program reads the file: of JSON Lines.
    public var offset: Int?

    public init(file: String, line: Int = 0, column: Int = 0, offset: Int? = nil) {
        self.file = file
        self.line = line
        self.column = column
        self.offset = offset
    }

    public var description: String { line == 0 ? file : "\(file):\(line):\(column)" }

    public static func < (a: Self, b: Self) -> Bool {
        (a.file, a.line, a.column) < (b.file, b.line, b.column)
    }
}
