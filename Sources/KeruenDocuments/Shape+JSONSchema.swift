public import Foundation

extension Shape {
    /// The shape as a JSON Schema (2020-12): stable bytes, keys sorted.
    public func jsonSchema(id: String, title: String) -> Data {
        var definitions: [String: Any] = [:]
        var schema = schema(&definitions)
        schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
        schema["$id"] = id
        schema["title"] = title
        schema["$defs"] = definitions
        let data = try? JSONSerialization.data(
            withJSONObject: schema, options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
        return (data ?? Data()) + Data("\n".utf8)
    }

    private func schema(_ definitions: inout [String: Any]) -> [String: Any] {
        switch self {
        case .any: return [:]
        // YAML reads 46 and true as other types; the library takes them as they are written.
        case .text: return ["type": ["string", "number", "boolean"]]
        case .integer(let range): return ["type": "integer", "minimum": range.lowerBound, "maximum": range.upperBound]
        case .boolean: return ["type": "boolean"]
        case .form(let form):
            return ["type": ["string", "number"], "pattern": form.pattern, "examples": [form.example]]
        case .choice(let choices): return ["enum": choices]
        case .list(let element, let minimum):
            return ["type": "array", "items": element.schema(&definitions), "minItems": minimum]
        case .map(let form, let value):
            return [
                "type": "object", "propertyNames": ["pattern": form.pattern],
                "additionalProperties": value.schema(&definitions),
            ]
        case .either(let first, let second):
            return ["anyOf": [first.schema(&definitions), second.schema(&definitions)]]
        case .record(let name, let fields):
            if definitions[name] == nil {
                definitions[name] = [:]
                var properties: [String: Any] = [:]
                for field in fields {
                    var property = field.shape.schema(&definitions)
                    if !field.note.isEmpty { property["description"] = field.note }
                    properties[field.name] = property
                }
                definitions[name] =
                    [
                        "type": "object", "additionalProperties": false, "properties": properties,
                        "required": fields.filter(\.isRequired).map(\.name),
                    ] as [String: Any]
            }
            return ["$ref": "#/$defs/\(name)"]
        }
    }
}
