internal import CustomsTables

/// The units that a tariff counts the goods under a beginning of a code by (法定计量单位, основная и дополнительная единица).
public struct LegalUnit: DatedRule {
    public var id: String
    public var schedule: TariffSchedule
    /// Two to ten digits.
    public var prefix: String
    public var first: CustomsUnit
    /// Nil for goods that are counted once.
    public var second: CustomsUnit?
    public var validity: RuleValidity

    public init(
        id: String, schedule: TariffSchedule, prefix: String, first: CustomsUnit, second: CustomsUnit? = nil,
        validity: RuleValidity
    ) {
        self.id = id
        self.schedule = schedule
        self.prefix = prefix
        self.first = first
        self.second = second
        self.validity = validity
    }
}

/// The units of tariffs: dated rows, each with its source. What no row names is left to people.
///
///     try LegalUnits.standard.row(for: carpet, in: .china, on: today).second      // 032, square metres
///
/// A shop that has its broker's table puts its own rows in: `LegalUnits(text)`, or `rows`.
public struct LegalUnits: Hashable, Sendable {
    public var rows: [LegalUnit]

    public init(rows: [LegalUnit]) { self.rows = rows }

    /// The rows of `legal-units.tsv`, compiled in.
    public static let standard: LegalUnits = {
        let table = unsafe keruen_customs_legal_units()
        let bytes = unsafe UnsafeBufferPointer(start: table.bytes, count: table.length)
        let text = unsafe String(decoding: bytes, as: UTF8.self)
        do throws(Refusal) { return try LegalUnits(text, file: "legal-units.tsv") } catch {
            preconditionFailure("a compiled table can't be read: \(error.diagnostics)")
        }
    }()

    /// Reads a table as it stands in `Sources/CustomsTables`.
    /// - Throws: `Refusal` with `brokenRule` at the field that can't be read.
    public init(_ text: String, file: String) throws(Refusal) {
        rows = []
        for row in try RuleTable(text, file: file).rows { rows.append(try LegalUnit(row)) }
    }

    /// The row that says most of a code: the longest beginning, and of those the one that began last.
    ///
    /// - Parameter schedule: whose units; a code of six digits has none of its own.
    /// - Throws: `CustomsError` with `legalUnitUnknown`, or `legalUnitOpen` where it depends on digits that the code does not have.
    public func row(
        for code: TariffCode, in schedule: TariffSchedule, on day: CivilDate
    ) throws(CustomsError) -> LegalUnit {
        let standing = rows.filter { $0.schedule == schedule }.inForce(on: day)
        let fitting = standing.filter { code.digits.hasPrefix($0.prefix) }
        let longest = fitting.map(\.prefix.utf8.count).max()
        let arguments: [String: Diagnostic.Argument] = [
            "value": .text(code.digits), "schedule": .text(schedule.rawValue),
        ]
        let narrower = standing.filter {
            $0.prefix.utf8.count > code.digits.utf8.count && $0.prefix.hasPrefix(code.digits)
        }
        guard code.schedule == schedule || code.schedule == nil,
            let row = fitting.first(where: { $0.prefix.utf8.count == longest })
        else { throw CustomsError(narrower.isEmpty ? .legalUnitUnknown : .legalUnitOpen, arguments) }
        guard narrower.allSatisfy({ $0.first == row.first && $0.second == row.second }) else {
            throw CustomsError(.legalUnitOpen, arguments)
        }
        return row
    }
}

extension LegalUnit {
    fileprivate init(_ row: RuleTable.Row) throws(Refusal) {
        self.init(
            id: try row.required("id"),
            schedule: try row.requiredValue("country") { TariffSchedule(rawValue: $0) },
            prefix: try row.requiredValue("prefix") { text in
                let isCode = (2...10).contains(text.utf8.count) && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
                return isCode ? text : nil
            },
            first: try row.requiredValue("first") { CustomsUnit(code: $0) },
            second: try row.value("second") { CustomsUnit(code: $0) }, validity: try row.validity())
    }
}
