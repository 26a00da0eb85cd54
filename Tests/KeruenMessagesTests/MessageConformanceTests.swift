import Foundation
import KeruenMessages
import TestSupport
import Testing

/// Unicode's own suite for MessageFormat 2; CONTRIBUTING says where it can be had.
@Suite("Unicode's suite of messages", .enabled(if: Conformance.folder != nil, "KERUEN_CONFORMANCE is not set"))
struct MessageConformanceTests {
    @Test("passes, all of it")
    func suite() throws {
        let folder = try #require(Conformance.folder).appending(path: "mf2-conformance/tests")
        var (passed, count) = (0, 0)
        var files = try FileManager.default.contentsOfDirectory(atPath: folder.path).map { $0 }
        files += try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "functions").path)
            .map { "functions/\($0)" }
        for file in files.sorted() where file.hasSuffix(".json") {
            let data = try Data(contentsOf: folder.appending(path: file))
            let suite = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
            let defaults = suite["defaultTestProperties"] as? [String: Any] ?? [:]
            for test in try #require(suite["tests"] as? [[String: Any]]) {
                count += 1
                let test = ConformanceCase(defaults.merging(test) { $1 })
                let faults = try test.faults()
                #expect(faults.isEmpty, "\(file): \(test.source): \(faults)")
                if faults.isEmpty { passed += 1 }
            }
        }
        print("MessageFormat 2: \(passed) of \(count)")
        #expect(count >= 461)
    }
}

/// One case: what is given, and what is to come out.
private struct ConformanceCase {
    let properties: [String: Any]
    let source: String

    init(_ properties: [String: Any]) {
        self.properties = properties
        source = properties["src"] as? String ?? ""
    }

    func faults() throws -> [String] {
        // The root's tag is no language; its cases have no words of any.
        let locale = properties["locale"] as? String ?? "en"
        let language = try LanguageTag(locale == "und" ? "en" : locale)
        let bidi = properties["bidiIsolation"] as? String == "none" ? BidiStrategy.none : .default
        var faults: [String] = []
        let result = Message.format(source, arguments, in: language, bidi: bidi, functions: .forTests)
        if let expected = properties["exp"] as? String, !result.text.utf8.elementsEqual(expected.utf8) {
            faults.append("text is \(result.text), not \(expected)")
        }
        let expected = (properties["expErrors"] as? [[String: Any]])?.compactMap { $0["type"] as? String } ?? []
        let codes = result.errors.map(\.code.rawValue)
        if codes.sorted() != expected.sorted() { faults.append("errors are \(codes), not \(expected)") }
        if let parts = properties["expParts"] as? [[String: Any]] {
            let ours = try Message(source).parts(arguments, in: language, bidi: bidi, functions: .forTests).parts
            if ours.count != parts.count { faults.append("parts are \(ours)") }
            for (part, expected) in zip(ours, parts) where !matches(part, expected) {
                faults.append("part is \(part), not \(expected)")
            }
        }
        return faults
    }

    private var arguments: [String: MessageArgument] {
        var arguments: [String: MessageArgument] = [:]
        for parameter in properties["params"] as? [[String: Any]] ?? [] {
            guard let name = parameter["name"] as? String else { continue }
            arguments[name] =
                switch parameter["value"] {
                case let text as String: .text(text)
                // A number that is a boolean in JSON is one of Objective-C's kind here.
                case let flag as NSNumber where unsafe String(cString: flag.objCType) == "c": .flag(flag.boolValue)
                case let number as NSNumber: .decimal(number.stringValue)
                default: nil
                }
        }
        return arguments
    }

    private func matches(_ part: MessagePart, _ expected: [String: Any]) -> Bool {
        let type = expected["type"] as? String
        switch part {
        case .text(let text): return type == "text" && text == expected["value"] as? String
        case .bidiIsolation(let mark): return type == "bidiIsolation" && mark == expected["value"] as? String
        case .fallback(let source): return type == "fallback" && source == expected["source"] as? String
        case .markup(let kind, let name, let options, let id):
            return type == "markup" && kind.rawValue == expected["kind"] as? String
                && name == expected["name"] as? String && id == expected["id"] as? String
                && options == expected["options"] as? [String: String] ?? [:]
        case .value(let value):
            guard type == value.kind, id(value.id, is: expected) else { return false }
            if let direction = expected["dir"] as? String, value.direction?.rawValue != direction { return false }
            if let text = expected["value"] as? String, text != value.text { return false }
            guard let pieces = expected["parts"] as? [[String: String]] else { return true }
            return value.pieces.map(\.kind.rawValue) == pieces.compactMap { $0["type"] }
                && value.pieces.map(\.text) == pieces.compactMap { $0["value"] }
        }
    }

    private func id(_ id: String?, is expected: [String: Any]) -> Bool { id == expected["id"] as? String }
}

extension MessageFunctions {
    /// With the functions that the suite calls for: a number that fails on demand.
    fileprivate static let forTests = standard.adding(TestFunction(selects: true, formats: true), as: "test:function")
        .adding(TestFunction(selects: true, formats: false), as: "test:select")
        .adding(TestFunction(selects: false, formats: true), as: "test:format")
}

private struct TestFunction: MessageFunction {
    let selects: Bool
    let formats: Bool

    func resolve(_ call: inout MessageCall) throws(MessageError) -> any MessageValue {
        let operand = try call.wantedOperand()
        let before = operand as? TestValue
        guard let input = before?.input ?? Double(operand.argument.plain) else {
            throw MessageError(.badOperand, "no number")
        }
        var value = before ?? TestValue(input: input)
        value.selects = selects
        value.formats = formats
        switch call.options["decimalPlaces"]?.text {
        case nil: break
        case "0": value.places = 0
        case "1": value.places = 1
        default: throw MessageError(.badOption, "decimalPlaces is 0 or 1")
        }
        switch call.options["fails"]?.text {
        case nil, "never": break
        case "select": value.failsSelect = true
        case "format": value.failsFormat = true
        case "always": (value.failsSelect, value.failsFormat) = (true, true)
        default: call.noteBadOption("fails", "is never, select, format or always")
        }
        return value
    }
}

private struct TestValue: MessageValue {
    var input: Double
    var places = 0
    var failsFormat = false
    var failsSelect = false
    var selects = true
    var formats = true

    var kind: String { "test" }
    var argument: MessageArgument { .decimal(String(input)) }

    func text() throws(MessageError) -> String {
        guard formats, !failsFormat else { throw MessageError(.badOption, "fails to format") }
        let tenths = Int((input.magnitude * 10).rounded(.down))
        return (input < 0 ? "-" : "") + String(tenths / 10) + (places == 1 ? ".\(tenths % 10)" : "")
    }

    func preferredKeys(among keys: Set<String>) throws(MessageError) -> [String] {
        guard selects, !failsSelect else { throw MessageError(.badSelector, "fails to select") }
        guard input == 1 else { return [] }
        return places == 1 ? ["1.0", "1"] : ["1"]
    }
}
