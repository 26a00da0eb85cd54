internal import CustomsTables

/// China's list of goods that may come in by cross-border retail (跨境电子商务零售进口商品清单), by tariff lines of eight digits.
///
///     let whole = try PositiveList(text, file: "list-2022.tsv", isComplete: true)
///     whole.answer(for: honey, on: today)         // .listed(row): row.remark says what is left out
///
/// What is compiled in is a sample: a line that it does not have is unknown, and never «not listed».
public struct PositiveList: Hashable, Sendable {
    public var rows: [PositiveListRow]
    /// Whether the rows are a whole list, so that a line that is not there is not listed.
    public var isComplete: Bool

    public init(rows: [PositiveListRow], isComplete: Bool) {
        self.rows = rows
        self.isComplete = isComplete
    }

    /// The rows of `positive-list.tsv`, compiled in.
    public static let sample: PositiveList = {
        let table = unsafe keruen_customs_positive_list()
        let bytes = unsafe UnsafeBufferPointer(start: table.bytes, count: table.length)
        let text = unsafe String(decoding: bytes, as: UTF8.self)
        do throws(Refusal) { return try PositiveList(text, file: "positive-list.tsv", isComplete: false) } catch {
            preconditionFailure("a compiled table can't be read: \(error.diagnostics)")
        }
    }()

    /// Reads a table as it stands in `Sources/CustomsTables`: line, name, remark, from, through, confidence, source.
    /// - Throws: `Refusal` with `brokenRule` at the field that can't be read.
    public init(_ text: String, file: String, isComplete: Bool) throws(Refusal) {
        rows = []
        self.isComplete = isComplete
        for row in try RuleTable(text, file: file).rows { rows.append(try PositiveListRow(row)) }
    }

    /// What the list says of a code on a day.
    public func answer(for code: TariffCode?, on day: CivilDate) -> Answer {
        let standing = rows.inForce(on: day)
        guard let line = code?.chineseLine else { return .unknown }
        if let row = standing.first(where: { $0.line == line }) { return .listed(row) }
        // A list of other days says nothing of this one.
        return isComplete && !standing.isEmpty ? .notListed : .unknown
    }

    public enum Answer: Hashable, Sendable {
        /// With the row, whose remark may leave goods out.
        case listed(PositiveListRow)
        case notListed
        /// Neither: a person has to look at the list.
        case unknown
    }
}

/// A line of the list.
public struct PositiveListRow: DatedRule {
    /// Eight digits.
    public var line: String
    /// In Chinese, as the list has it.
    public var name: String
    /// What the list leaves out or asks for, in Chinese; nil for none.
    public var remark: String?
    public var validity: RuleValidity

    public init(line: String, name: String, remark: String? = nil, validity: RuleValidity) {
        self.line = line
        self.name = name
        self.remark = remark
        self.validity = validity
    }

    public var id: String { "cbec-\(line)" }
}

extension PositiveListRow {
    fileprivate init(_ row: RuleTable.Row) throws(Refusal) {
        self.init(
            line: try row.requiredValue("line") { TariffCode($0 + "00", in: .china)?.chineseLine },
            name: try row.required("name"), remark: try row.text("remark"), validity: try row.validity())
    }
}

extension PositiveList.Answer {
    /// That goods may not come in, or what a person has to look at; nil where the line is listed.
    public func diagnostic(for sku: SKU, _ code: TariffCode?) -> Diagnostic? {
        let arguments: [String: Diagnostic.Argument] = [
            "sku": .text(sku.description), "value": .text(code?.digits ?? ""),
        ]
        return switch self {
        case .listed: nil
        case .notListed: Diagnostic(.positiveListWithout, .error, at: nil, arguments)
        case .unknown where code?.chineseLine == nil: Diagnostic(.positiveListNeedsCode, .warning, at: nil, arguments)
        case .unknown: Diagnostic(.positiveListUnknown, .warning, at: nil, arguments)
        }
    }
}

extension Diagnostic.Code {
    /// Goods that cross-border retail may not bring in.
    public static let positiveListWithout = Self("CUS0531")
    /// The list at hand is a sample, or of other days.
    public static let positiveListUnknown = Self("CUS0532")
    /// Only China's ten digits tell.
    public static let positiveListNeedsCode = Self("CUS0533")
}
