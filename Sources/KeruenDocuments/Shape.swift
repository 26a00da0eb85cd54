/// What a value of a file must look like; said once, used to check files and to print their JSON Schema.
///
///     let tour = Shape.record("Tour", [.required("days", .integer(1...60)), .optional("operator", .text)])
///     tour.check(node)            // diagnostics with positions
///     tour.jsonSchema(id: …)      // the same, for editors
public indirect enum Shape: Sendable {
    /// Whatever stands there; for parts that are checked elsewhere.
    case any
    case text
    case integer(ClosedRange<Int>)
    case boolean
    /// Text of a given form: a date, a price, a SKU.
    case form(Form)
    case choice([String])
    case list(Shape, minimum: Int = 0)
    /// A map whose keys have a form and whose values are all alike.
    case map(key: Form, Shape)
    case either(Shape, Shape)
    case record(String, [Field])
}

extension Shape {
    /// A key of a record.
    public struct Field: Sendable {
        public var name: String
        public var shape: Shape
        public var isRequired: Bool
        /// One line for the schema's reader.
        public var note: String

        public static func required(_ name: String, _ shape: Shape, _ note: String = "") -> Field {
            Field(name: name, shape: shape, isRequired: true, note: note)
        }

        public static func optional(_ name: String, _ shape: Shape, _ note: String = "") -> Field {
            Field(name: name, shape: shape, isRequired: false, note: note)
        }
    }

    /// How a short code is written.
    public struct Form: Sendable {
        /// A key for the form's name in reports, such as `date`.
        public var name: String
        /// ECMA 262 regular expression for the JSON Schema; tests hold it against `accepts`.
        public var pattern: String
        public var example: String
        public var accepts: @Sendable (String) -> Bool

        public init(_ name: String, pattern: String, example: String, accepts: @escaping @Sendable (String) -> Bool) {
            self.name = name
            self.pattern = pattern
            self.example = example
            self.accepts = accepts
        }
    }
}
