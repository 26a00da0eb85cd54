/// Goods that may not be sent somewhere, or only with a paper, or only after people have looked at them.
///
///     Restriction(
///         id: "no-antlers", code: "TRD0401", action: .review, destination: eaeu,
///         condition: .any([.material(["antler"]), .hs(["0507"])]), validity: ours)
///
/// Conditions compose; a row of the table is `.all` of what it names.
public struct Restriction: DatedRule {
    public var id: String
    /// Of the sentence that a buyer reads; several rows may share one.
    public var code: Diagnostic.Code
    public var action: Action
    public var origin: CountryGroup?
    public var destination: CountryGroup?
    public var channel: ParcelRoute.Channel?
    public var condition: Condition
    /// Kinds of certificates, one of which lets the goods go.
    public var permits: Set<String>
    /// Rows that this one takes back where it fits: an exception names what it is an exception to.
    public var lifts: Set<String>
    public var validity: RuleValidity

    public enum Action: String, Hashable, Sendable, CaseIterable {
        case block
        /// Only with one of its certificates, which the merchant may still get.
        case permit
        case review, allow
    }

    /// - Parameters:
    ///   - origin: everywhere when nil, as the destination.
    ///   - channel: by mail and as cargo when nil.
    public init(
        id: String, code: Diagnostic.Code, action: Action, origin: CountryGroup? = nil,
        destination: CountryGroup? = nil, channel: ParcelRoute.Channel? = nil, condition: Condition,
        permits: Set<String> = [], lifts: Set<String> = [], validity: RuleValidity
    ) {
        self.id = id
        self.code = code
        self.action = action
        self.origin = origin
        self.destination = destination
        self.channel = channel
        self.condition = condition
        self.permits = permits
        self.lifts = lifts
        self.validity = validity
    }

    /// Whether it has a say on a route.
    public func covers(_ route: ParcelRoute) -> Bool {
        origin?.contains(route.origin) ?? true && destination?.contains(route.destination) ?? true
            && channel.map { $0 == route.channel } ?? true
    }

    /// What is the matter with a product, in a buyer's words.
    func diagnostic(for sku: SKU, _ severity: Diagnostic.Severity) -> Diagnostic {
        var arguments: [String: Diagnostic.Argument] = [
            "sku": .text(sku.description), "rule": .text(id), "source": .text(validity.source),
        ]
        if !permits.isEmpty { arguments["permit"] = .text(permits.sorted().joined(separator: ", ")) }
        return Diagnostic(code, severity, at: nil, arguments)
    }
}

extension Restriction {
    init(_ row: RuleTable.Row) throws(Refusal) {
        self.init(
            id: try row.required("id"), code: Diagnostic.Code(try row.required("code")),
            action: try row.requiredValue("action") { Action(rawValue: $0) },
            origin: try row.requiredValue("origin") { CountryGroup($0) },
            destination: try row.requiredValue("destination") { CountryGroup($0) },
            channel: try row.value("channel") { ParcelRoute.Channel(rawValue: $0) },
            condition: try row.requiredValue("when") { Condition($0) }, permits: try row.names("permit"),
            lifts: try row.names("lifts"), validity: try row.validity())
        // Without the name of its paper nothing could ever fulfil it.
        guard action != .permit || !permits.isEmpty else { throw row.refusal("permit") }
    }
}

extension RuleTable.Row {
    fileprivate func names(_ column: String) throws(Refusal) -> Set<String> {
        Set(try text(column)?.split(separator: "|").map(String.init) ?? [])
    }
}
