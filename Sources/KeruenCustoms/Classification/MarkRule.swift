/// What goods have to bear, or to be entered into, before they may be sold.
public enum Mark: String, Hashable, Sendable, CaseIterable {
    /// The Eurasian Economic Union's sign of conformity.
    case eac
    /// Russia's code of every single item (Честный ЗНАК).
    case chestnyZnak = "chestny-znak"
    /// The number of Kazakhstan's National Catalogue.
    case ntin
    /// The label in Chinese on the goods.
    case chineseLabel = "cn-label"
    /// The label in Chinese on the page, where the paper one is foreign.
    case chineseELabel = "cn-e-label"
    /// What a buyer has to be told of cross-border goods: own use, no resale, other standards.
    case importNotice = "cn-notice"
}

/// How goods reach their buyer.
public enum SalesChannel: String, Hashable, Sendable, CaseIterable {
    /// Placed on the market: brought in as goods and sold there; in China general trade.
    case retail
    /// Sent to a person for their own use; in China cross-border retail import.
    case parcel
}

/// What rules of conformity ask of a thing beside its kind.
public enum GoodsState: String, Hashable, Sendable, CaseIterable {
    case new, used
    case madeToOrder = "made-to-order"
}

/// Goods that need a mark, or don't: a dated row with its source.
public struct MarkRule: DatedRule {
    public var id: String
    public var country: CountryGroup
    public var channel: SalesChannel
    public var mark: Mark
    public var action: Action
    public var goods: TariffRange
    /// States that the rule does not speak of.
    public var excludes: Set<GoodsState>
    public var validity: RuleValidity

    /// - Note: `review` is for a person to decide.
    public enum Action: String, Hashable, Sendable, CaseIterable { case required, exempt, review }

    public init(
        id: String, country: CountryGroup, channel: SalesChannel, mark: Mark, action: Action, goods: TariffRange,
        excludes: Set<GoodsState> = [], validity: RuleValidity
    ) {
        self.id = id
        self.country = country
        self.channel = channel
        self.mark = mark
        self.action = action
        self.goods = goods
        self.excludes = excludes
        self.validity = validity
    }
}
