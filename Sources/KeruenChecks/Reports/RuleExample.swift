/// What `keruen explain` shows beside a rule's reason: a line that breaks it, the same put right, and where the rule comes from.
///
///     RuleExample(of: "CAT0308")?.good        // "prices: {kz: 19900.00}"
public struct RuleExample: Hashable, Sendable {
    public var bad: String
    public var good: String
    /// A law, a standard, or a fault that was shipped; nil where it is common sense.
    public var source: String?

    /// Nil for a code that is none of a rule's.
    public init?(of code: Diagnostic.Code) {
        if let rule = CatalogRule.all.first(where: { $0.code == code }) {
            (bad, good, source) = (rule.example.bad, rule.example.good, rule.source)
        } else if let rule = StringRule.all.first(where: { $0.code == code }) {
            (bad, good, source) = (rule.example.bad, rule.example.good, rule.source)
        } else if let example = Self.documents[code] {
            (bad, good, source) = (example.bad, example.good, nil)
        } else {
            return nil
        }
    }

    /// What can be wrong with a file before any rule looks at it.
    private static let documents: [Diagnostic.Code: (bad: String, good: String)] = [
        .unreadableFile: ("keruen validate Catalgo", "keruen validate Catalog"),
        .notUTF8: ("ru: \u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD} (windows-1251)", "ru: Дутар (UTF-8)"),
        .brokenSyntax: ("title: {ru: Дутар", "title: {ru: Дутар}"),
        .tooLarge: ("[[[[[[[[…]]]]]]]]", "[…]"),
        .brokenXML: ("<target>Сумка & ремень</target>", "<target>Сумка &amp; ремень</target>"),
        .brokenJSON: (#"{"id": "dutar" "kind": "handicraft"}"#, #"{"id": "dutar", "kind": "handicraft"}"#),
        .unwritableFile: ("chmod a-w Locales", "chmod u+w Locales"),
        .missingField: ("id: dutar", "id: dutar, kind: handicraft"),
        .unknownField: ("titel: {ru: Дутар}", "title: {ru: Дутар}"),
        .wrongShape: ("title: Дутар", "title: {ru: Дутар}"),
        .notAChoice: ("kind: guitar", "kind: handicraft"),
        .malformedValue: ("from: 1.12.2026", "from: 2026-12-01"),
        .duplicateKey: ("kk: Дутар, kk: Дутар аспабы", "kk: Дутар аспабы"),
        "CAT0001": ("rules: {CAT203: off}", "rules: {CAT0203: off}"),
    ]
}
