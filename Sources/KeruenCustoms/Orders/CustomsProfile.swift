/// Who sends an order's documents, and how its parcels usually cross the border: a firm's settings, read from `customs.yaml`.
///
///     let profile = try CustomsProfile.load(file: URL(filePath: "customs.yaml"))
///
/// A part that is missing is asked for by the first document that needs it.
public struct CustomsProfile: Hashable, Sendable {
    public var platform: CustomsFirm
    public var merchant: CustomsFirm
    public var carrier: CustomsFirm
    /// Who declares.
    public var agent: CustomsFirm
    /// Who made or sold the goods; nil for the merchant.
    public var owner: CustomsFirm?
    /// Whom the buyer pays through; imports want one.
    public var provider: CustomsFirm?
    /// The line's number with the port's exchange.
    public var exchangeID: String
    public var export: Export?
    public var directImport: Import?
    public var bondedImport: Import?
    /// By ISO 4217, where customs' list here has no code.
    public var currencies: [String: CustomsCurrency]
    /// As the post wants it, in Latin letters.
    public var sender: PostalDeclaration.Address?
    /// How goods are declared, where a classification does not say it or says it otherwise.
    public var goods: [SKU: DeclaredRecord]

    public init(
        platform: CustomsFirm, merchant: CustomsFirm, carrier: CustomsFirm, agent: CustomsFirm,
        owner: CustomsFirm? = nil, provider: CustomsFirm? = nil, exchangeID: String, export: Export? = nil,
        directImport: Import? = nil, bondedImport: Import? = nil, currencies: [String: CustomsCurrency] = [:],
        sender: PostalDeclaration.Address? = nil, goods: [SKU: DeclaredRecord] = [:]
    ) {
        (self.platform, self.merchant, self.carrier, self.agent) = (platform, merchant, carrier, agent)
        (self.owner, self.provider, self.exchangeID) = (owner, provider, exchangeID)
        (self.export, self.directImport, self.bondedImport) = (export, directImport, bondedImport)
        (self.currencies, self.sender, self.goods) = (currencies, sender, goods)
    }

    public var transfer: CEBTransfer { CEBTransfer(merchant, exchangeID: exchangeID) }

    /// How parcels leave China.
    public struct Export: Hashable, Sendable {
        public var mode: SupervisionMode
        /// Where it is declared: four digits.
        public var customsOffice: String
        /// Where the goods leave: four digits.
        public var portOffice: String
        public var journey: CustomsJourney
        /// One character of customs' list.
        public var packaging: String
        /// The country of destination, ISO 3166 → customs' code of its port.
        public var ports: [String: String]
        public var statistics: ExportList.Statistics
        /// The firm within the zone; mode 1210 wants it.
        public var warehouse: CustomsFirm?
        /// The zone's book of goods; mode 1210 wants it.
        public var accountBook: String?
        public var place: String?

        public init(
            mode: SupervisionMode = .direct, customsOffice: String, portOffice: String, journey: CustomsJourney,
            packaging: String, ports: [String: String], statistics: ExportList.Statistics = .simplified,
            warehouse: CustomsFirm? = nil, accountBook: String? = nil, place: String? = nil
        ) {
            (self.mode, self.customsOffice, self.portOffice) = (mode, customsOffice, portOffice)
            (self.journey, self.packaging, self.ports) = (journey, packaging, ports)
            (self.statistics, self.warehouse) = (statistics, warehouse)
            (self.accountBook, self.place) = (accountBook, place)
        }

        /// To a consumer, a firm, or a warehouse abroad: the mode says it.
        public var type: ExportOrder.OrderType {
            switch mode {
            case .direct, .bonded, .bondedElsewhere: .consumer
            case .businessExport: .business
            case .overseasWarehouse: .overseasWarehouse
            }
        }
    }

    /// How parcels enter China.
    public struct Import: Hashable, Sendable {
        public var mode: SupervisionMode
        /// Where it is declared: four digits.
        public var customsOffice: String
        /// Where the goods enter: four digits.
        public var portOffice: String
        public var journey: CustomsJourney
        /// Who stands in for the taxes: a firm's code.
        public var guarantor: String
        public var packaging: String?
        /// The firm within the zone; mode 1210 wants it.
        public var warehouse: CustomsFirm?
        /// The zone's book of goods; mode 1210 wants it.
        public var accountBook: String?
        public var place: String?

        public init(
            mode: SupervisionMode, customsOffice: String, portOffice: String, journey: CustomsJourney,
            guarantor: String, packaging: String? = nil, warehouse: CustomsFirm? = nil, accountBook: String? = nil,
            place: String? = nil
        ) {
            (self.mode, self.customsOffice, self.portOffice) = (mode, customsOffice, portOffice)
            (self.journey, self.guarantor, self.packaging) = (journey, guarantor, packaging)
            (self.warehouse, self.accountBook, self.place) = (warehouse, accountBook, place)
        }
    }

    static func lacks(_ field: String, for flow: OrderFlow.ID) -> Refusal {
        Refusal(.customsProfileLacks, ["field": .text(field), "flow": .text(flow.rawValue)])
    }
}
