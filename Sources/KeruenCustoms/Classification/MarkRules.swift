internal import CustomsTables

/// The marks that goods need: dated rows, each with its source. Not legal advice; what no row speaks of goes to people.
///
///     let marks = MarkRules.standard.answer(for: feltRug, in: "KZ", on: today, by: .retail)
///     marks.required.map(\.id)            // eaeu-017-felt, kz-ntin
public struct MarkRules: Hashable, Sendable {
    public var rows: [MarkRule]

    public init(rows: [MarkRule]) { self.rows = rows }

    /// The rows of `marks.tsv`, compiled in.
    public static let standard: MarkRules = {
        let table = unsafe keruen_customs_marks()
        let bytes = unsafe UnsafeBufferPointer(start: table.bytes, count: table.length)
        let text = unsafe String(decoding: bytes, as: UTF8.self)
        do throws(Refusal) { return try MarkRules(text, file: "marks.tsv") } catch {
            preconditionFailure("a compiled table can't be read: \(error.diagnostics)")
        }
    }()

    /// Reads a table as it stands in `Sources/CustomsTables`.
    /// - Throws: `Refusal` with `brokenRule` at the field that can't be read.
    public init(_ text: String, file: String) throws(Refusal) {
        rows = []
        for row in try RuleTable(text, file: file).rows { rows.append(try MarkRule(row)) }
    }

    public struct Answer: Hashable, Sendable {
        public var required: [MarkRule] = []
        /// Rows that say why a mark is not needed.
        public var exempt: [MarkRule] = []
        /// What a person has to decide.
        public var diagnostics: [Diagnostic] = []
    }

    /// Of each mark that the country's rows speak of, whether the goods need it.
    ///
    /// The rows that say most of the code count. A mark that no row ties to these goods is not known to be needless.
    ///
    /// - Parameter state: what is known of the thing; when left out, goods of an earlier year are not taken for new.
    public func answer(
        for product: Product, in country: String, on day: CivilDate, by channel: SalesChannel, state: GoodsState? = nil
    ) -> Answer {
        var answer = Answer()
        guard product.kind != .tour else { return answer }
        let state = state ?? product.presumedState
        let standing = rows.filter { $0.channel == channel && $0.country.contains(country) }.inForce(on: day)
        func note(_ code: Diagnostic.Code, _ arguments: [String: Diagnostic.Argument]) {
            let known: [String: Diagnostic.Argument] = ["product": .text(product.id), "country": .text(country)]
            answer.diagnostics.append(Diagnostic(code, .warning, at: nil, known.merging(arguments) { $1 }))
        }
        for mark in Mark.allCases {
            let rows = standing.filter { $0.mark == mark }
            let fitting = rows.filter { $0.goods.precision(for: product.hsCode) != nil }
            let most = fitting.compactMap { $0.goods.precision(for: product.hsCode) }.max()
            if fitting.isEmpty && !rows.isEmpty { note(.markUnknown, ["goodsMark": .text(mark.rawValue)]) }
            for row in fitting where row.goods.precision(for: product.hsCode) == most {
                let arguments: [String: Diagnostic.Argument] = [
                    "goodsMark": .text(mark.rawValue), "rule": .text(row.id), "source": .text(row.validity.source),
                ]
                if row.action == .exempt || state.map(row.excludes.contains) ?? false {
                    answer.exempt.append(row)
                } else if row.action == .review {
                    note(.markUndecided, arguments)
                } else if state == nil && !row.excludes.isEmpty {
                    note(.markStateUnknown, arguments)
                } else {
                    answer.required.append(row)
                }
            }
        }
        if standing.isEmpty { note(.marksUnknown, [:]) }
        return answer
    }
}

extension Product {
    /// New, unless it was made in some year: then it may be used.
    fileprivate var presumedState: GoodsState? {
        if case .handicraft(let craft) = details, craft.made != .new { return nil }
        return .new
    }
}

extension MarkRule {
    fileprivate init(_ row: RuleTable.Row) throws(Refusal) {
        let excludes = try row.text("excludes")?.split(separator: "|", omittingEmptySubsequences: false) ?? []
        let states = excludes.compactMap { GoodsState(rawValue: String($0)) }
        guard states.count == excludes.count else { throw row.refusal("excludes") }
        self.init(
            id: try row.required("id"), country: try row.requiredValue("country") { CountryGroup($0) },
            channel: try row.requiredValue("channel") { SalesChannel(rawValue: $0) },
            mark: try row.requiredValue("mark") { Mark(rawValue: $0) },
            action: try row.requiredValue("action") { Action(rawValue: $0) },
            goods: try row.requiredValue("goods") { TariffRange($0) }, excludes: Set(states),
            validity: try row.validity())
    }
}

extension Diagnostic.Code {
    /// No rule says which marks a country asks for in that way of selling.
    public static let marksUnknown = Self("CUS0541")
    /// No rule ties a mark to these goods, and none frees them of it.
    public static let markUnknown = Self("CUS0542")
    /// The rule itself leaves it to a person.
    public static let markUndecided = Self("CUS0543")
    /// The rule turns on whether goods are new, used or made to order.
    public static let markStateUnknown = Self("CUS0544")
}
