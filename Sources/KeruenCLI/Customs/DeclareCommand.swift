internal import ArgumentParser
internal import Foundation
internal import Keruen
internal import KeruenCustoms

struct DeclareCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "declare",
        abstract: "Writes a document for customs or the post, made of an order.",
        discussion: """
            Examples:
              keruen declare --store keruen.sqlite --form ceb603 --profile customs.yaml KR-7F3K-9QXM-2B4T
              keruen declare --store keruen.sqlite --form ceb621 --people people.yaml --test KR-7F3K-9QXM-2B4T
              keruen declare --store keruen.sqlite --form consumer --people people.yaml --format json KR-7F3K-9QXM-2B4T

            The order's documents are made together and written only where they say the same. CEB621, CEB623 and CEB625 are taken by customs \
            only with a signature: this program holds no key, so that it refuses them, but for --test, where a stub signs and says so.
            """)

    enum Form: String, ExpressibleByArgument, CaseIterable {
        case ceb303, ceb403, ceb505, ceb603, ceb311, ceb411, ceb511, ceb621, ceb623, ceb625, consumer, cn22, cn23

        var kind: CEBKind? { CEBKind(rawValue: rawValue.uppercased()) }
    }

    @OptionGroup var store: StoreOption
    @Option(
        help: "ceb303, ceb403, ceb505, ceb603, ceb311, ceb411, ceb511, ceb621, ceb623, ceb625, consumer, cn22 or cn23.")
    var form: Form
    @Option(help: "The firm's settings for customs.")
    var profile = "customs.yaml"
    @Option(
        help: "A file that names the order's people; what the store keeps sealed when left out, opened by KERUEN_KEYS.")
    var people: String?
    @OptionGroup var parcel: ParcelOptions
    @Option(help: "Why a list is taken back or goods come back, in Chinese; for ceb623 and ceb625.")
    var reason: String?
    @Option(
        help: ArgumentHelp(
            "For the form consumer: the bank's rate of the day, where no file has it.", valueName: "EUR/KZT=523.47"))
    var rate: String?
    @Option(
        help: ArgumentHelp(
            "For cn22: what one special drawing right costs in the order's currency; the form is for up to 300 of them.",
            valueName: "695.43"))
    var drawingRight: String?
    @OptionGroup var positive: PositiveListOption
    @Flag(help: "For a test of the line: a stub signs, and says so.")
    var test = false
    @Option(help: "text or json, for the form consumer.")
    var format = ReportFormat.text
    @OptionGroup var catalog: CatalogOption
    @OptionGroup var language: LanguageOption
    @Argument(help: "The order's id, as KR-7F3K-9QXM-2B4T.")
    var id: String

    func validate() throws {
        guard format == .text || form == .consumer else {
            throw ValidationError("--format json is for the form consumer; the other forms have a format of their own")
        }
    }

    func run() async throws {
        let report = language.report()
        let catalog = try catalog.load(report)
        let text = try await report.trading {
            guard let id = Order.ID(id) else { throw TradeError(.badOrderID) }
            let store = try await store.open(report)
            guard let order = try await store.order(id) else {
                throw TradeError(.unknownOrder, ["id": .text(id.description)])
            }
            if let waybill = parcel.waybill ?? order.waybill {
                try await store.check(waybill: waybill, of: id, at: Date())
            }
            let people = try await people(of: order, in: store)
            return try await document(of: order, people, catalog, report)
        }
        try write(text.hasSuffix("\n") ? String(text.dropLast()) : text, report)
    }

    private func document(
        _ kind: CEBKind, of order: Order, _ people: CustomsPeople?, _ catalog: Catalog, _ report: ReportLanguage
    ) async throws -> String {
        let profile = try CustomsProfile.load(file: URL(filePath: profile), as: profile)
        let desk = CustomsDesk(profile, catalog, list: try positive.list(report))
        let today = CivilDate(Date(), in: try catalog.market(order.market, report))
        let shipment = try parcel.shipment(report)
        func goods() throws(Refusal) -> [SKU: DeclaredGoods] {
            let (goods, notes) = try profile.declaredGoods(of: order, in: catalog, on: shipment.day ?? today)
            for note in notes { standardError(TerminalReport(in: report).line(note)) }
            return goods
        }
        let signer: (any CustomsSigner)? = test ? StubSigner() : nil
        let mode = test ? CustomsMode.test : .production
        switch kind {
        case .listCancellation:
            let application = try desk.cancellation(of: order, as: shipment, people: people, reason: reason ?? "")
            return try await application.xml(from: profile.transfer, signedBy: signer, for: mode)
        case .listRefund:
            let refund = try desk.refund(
                of: order, as: shipment, goods: goods(), people: people,
                reason: reason ?? "")
            return try await refund.xml(from: profile.transfer, signedBy: signer, for: mode)
        default:
            let documents = try desk.documents(
                of: order, as: shipment, goods: goods(), people: people)
            let xml = try await documents.xml(of: kind, from: profile.transfer, signedBy: signer, for: mode)
            // A waybill on the command line is no word on what may be sent.
            let isScreened = order.history.contains { event in
                if case .step(.screened, _) = event.change { true } else { false }
            }
            guard order.flow.id != .export || isScreened else {
                throw Failure(TradeError(.needsScreening, ["id": .text(order.id.description)]), in: report)
            }
            return xml
        }
    }

    private func document(
        of order: Order, _ people: CustomsPeople?, _ catalog: Catalog, _ report: ReportLanguage
    ) async throws -> String {
        do {
            if form.kind?.isImport == true, order.placement.quota != nil, let people {
                let keyring = try await report.trading {
                    try Keyring(environment: ProcessInfo.processInfo.environment)
                }
                try people.check(against: order, with: keyring)
            }
            if let kind = form.kind { return try await document(kind, of: order, people, catalog, report) }
            let grams = try parcel.grossWeight(report).map { Int($0.inBaseUnits) }
            guard form == .consumer else {
                let profile = try CustomsProfile.load(file: URL(filePath: profile), as: profile)
                let declaration = try PostalDeclaration(
                    of: order, in: catalog, profile: profile, people: people, waybill: parcel.waybill, grossGrams: grams
                )
                return try html(of: declaration, report)
            }
            let market = try catalog.market(order.market, report)
            let day = try parcel.day(report) ?? CivilDate(Date(), in: market)
            let rate = try rate(for: order, on: day, report)
            let declaration = try ConsumerDeclaration(
                of: order, in: catalog, people: people, rate: rate, waybill: parcel.waybill, grossGrams: grams, on: day)
            return format == .json ? declaration.json : declaration.text
        } catch let error as Refusal {
            throw Failure(Refusal(error.diagnostics.map(report.readable)), in: report)
        }
    }

    private func html(of declaration: PostalDeclaration, _ report: ReportLanguage) throws -> String {
        guard form == .cn22 else { return declaration.html(.cn23) }
        if let drawingRight {
            guard let ratio = Ratio(drawingRight), ratio > .zero else {
                throw TradeError(.badRate, ["value": .text(drawingRight)])
            }
            do { try declaration.check(.cn22, drawingRight: ratio) } catch { throw Refusal(error.diagnostic) }
        } else {
            let currency = Diagnostic.Argument.text(declaration.total.currency.code)
            standardError(
                TerminalReport(in: report).line(Diagnostic("CLI0178", .note, at: nil, ["currency": currency])))
        }
        return declaration.html(.cn22)
    }

    private func rate(
        for order: Order, on day: CivilDate, _ report: ReportLanguage
    ) throws -> ExchangeRate? {
        if let rate { return try ExchangeRate(argument: rate, on: day) }
        let bank = order.placement.landing.flatMap { RateBank(country: $0.destination) }
        return try catalog.rates(report).rate(from: .eur, to: order.total.currency, on: day, source: bank?.rawValue)
    }

    /// Opens only what the form's customs were given.
    private func people(of order: Order, in store: some OrderStore) async throws -> CustomsPeople? {
        if let people {
            do { return try CustomsPeople.load(file: URL(filePath: people), as: people) } catch {
                throw Failure(error, in: language.report())
            }
        }
        // An export's four documents name nobody, so that nothing is opened for them.
        guard form.kind?.isImport ?? true else { return nil }
        let id = order.id
        let records = try await store.read { transaction throws(TradeError) in try transaction.records(of: id) }
        guard !records.isEmpty else { return nil }
        let purpose: Consent.Purpose =
            switch order.placement.landing?.destination {
            case "RU": .customsRU
            case "KZ": .customsKZ
            default: .customsCN
            }
        return try CustomsPeople.open(
            records, of: order, for: purpose, with: Keyring(environment: ProcessInfo.processInfo.environment))
    }
}

extension RateBank {
    /// The bank that a country's customs go by; nil where none is read.
    fileprivate init?(country: String) {
        switch country {
        case "KZ": self = .nationalBankOfKazakhstan
        case "RU": self = .bankOfRussia
        case "CN": self = .peoplesBankOfChina
        default: return nil
        }
    }
}
