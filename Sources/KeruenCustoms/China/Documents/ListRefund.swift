/// CEB625: to take goods back after their release (退货申请单); taken only with a signature.
public struct ListRefund: CEBDocument {
    public static var kind: CEBKind { .listRefund }

    public var application: ListApplication
    /// 1 to 99.
    public var lines: [Line]

    public init(_ application: ListApplication, lines: [Line]) {
        self.application = application
        self.lines = lines
    }

    public struct Line: Hashable, Sendable {
        /// The line's number in the list, from 1.
        public var number: Int
        /// As in the list: eight digits of the tariff and two more.
        public var tariffCode: String
        /// As in the list; at most 250 characters.
        public var name: String
        /// Not more than in the list.
        public var quantity: CEBDecimal
        public var unit: CustomsUnit
        /// At most 1,000 characters.
        public var note: String?

        public init(
            number: Int, tariffCode: String, name: String, quantity: CEBDecimal, unit: CustomsUnit, note: String? = nil
        ) {
            self.number = number
            self.tariffCode = tariffCode
            self.name = name
            self.quantity = quantity
            self.unit = unit
            self.note = note
        }

        /// A part of a line of the list.
        public init(_ line: ImportList.Line, number: Int, quantity: CEBDecimal) {
            self.init(
                number: number, tariffCode: line.tariffCode, name: line.name, quantity: quantity, unit: line.unit)
        }
    }

    public func fill(_ fields: inout CEBFields) {
        fields.group("InvtRefundHead") { fields in application.fill(&fields) }
        fields.lines("InvtRefundList", lines, numbered: { $0.number }) { line, fields in
            fields.exact("gcode", line.tariffCode, 10)
            fields.text("gname", line.name, 250)
            fields.decimal("qty", line.quantity)
            fields.code("unit", line.unit)
            fields.text("note", line.note, upTo: 1_000)
        }
    }
}
