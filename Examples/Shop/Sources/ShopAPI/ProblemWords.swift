internal import HTTPTypes
internal import Keruen
internal import ShopSite

/// What the API says to people, in the language that they read.
///
/// What goes wrong is told in the first language of `Accept-Language` that there are sentences in, English among them; without one
/// in that of the address.
struct ProblemWords {
    let report: ReportLanguage
    private let strings: APIStrings?
    private let buyer: BuyerWords
    var language: LanguageTag { report.tag }

    init(_ site: Site, accepted: AcceptLanguage, address: LanguageTag?) {
        let wanted = accepted.preferred.first { tag in ReportLanguage.spoken.contains { $0.readsLike(tag) } }
        self.init(site, ReportLanguage(wanted ?? address ?? .en))
    }

    init(_ site: Site, _ report: ReportLanguage) {
        self.report = report
        strings = APIStrings(site.compiled("api"), along: [report.tag, .en])
        buyer = BuyerWords(site, along: [report.tag, .en])
    }

    func title(of status: HTTPResponse.Status) -> String {
        guard let strings else { return status.reasonPhrase }
        return switch status.code {
        case 400: strings.titleBadRequest()
        case 404: strings.titleNotFound()
        case 405: strings.titleMethodNotAllowed()
        case 406: strings.titleNotAcceptable()
        case 409: strings.titleConflict()
        case 413: strings.titleTooLarge()
        case 415: strings.titleUnsupported()
        case 422: strings.titleInvalid()
        case 503: strings.titleUnavailable()
        default: strings.titleFailed()
        }
    }

    func detail(of problem: Problem, id: String) -> String {
        guard let strings else { return "" }
        return switch problem.reason {
        case .address: strings.detailAddress()
        case .place: strings.detailPlace()
        case .product(let id): strings.detailProduct(id: String(id.prefix(100)))
        case .method: strings.detailMethod(allowed: problem.allowed.map(\.rawValue).joined(separator: ", "))
        case .accept: strings.detailAccept()
        case .mediaType: strings.detailMediaType()
        case .size(let limit): strings.detailSize(limit: limit)
        case .keyMissing: strings.detailKeyMissing()
        case .faults where problem.faults.count == 1: sentence(problem.faults[0])
        case .faults: strings.detailFaults(count: problem.faults.count)
        case .diagnostic(let diagnostic): sentence(diagnostic)
        case .paused: strings.detailPaused()
        case .failed: strings.detailFailed(request: id)
        }
    }

    func sentence(_ fault: Fault) -> String {
        switch fault.reason {
        case .diagnostic(let diagnostic): sentence(diagnostic)
        case .reversed(let from, let to): strings?.detailReversed(from: from, to: to) ?? ""
        }
    }

    /// A diagnostic in words: stages and steps by their names, amounts as they are written, kinds of values as people call them.
    func sentence(_ diagnostic: Diagnostic) -> String {
        var arguments = diagnostic.arguments
        for (key, argument) in arguments {
            guard case .text(let text) = argument else { continue }
            switch key {
            case "stage": arguments[key] = .text(stage(text))
            case "step": arguments[key] = .text(event(text))
            case "known" where diagnostic.code == .notAllowedNow:
                arguments[key] = .text(text.split(separator: ", ").map { event(String($0)) }.joined(separator: ", "))
            case "expected" where diagnostic.code == .wrongShape: arguments[key] = .text(shape(text))
            default: arguments[key] = .text(amount(text) ?? text)
            }
        }
        return buyer.sentence(Diagnostic(diagnostic.code, diagnostic.severity, at: nil, arguments))
    }

    /// Where an order stands.
    func stage(_ code: String) -> String { report.text("order.stage.\(code)") ?? code }

    /// What happened to it.
    func event(_ code: String) -> String { report.text("order.event.\(code)") ?? code }

    private func shape(_ code: String) -> String {
        guard let strings else { return code }
        return switch code {
        case "text": strings.shapeText()
        case "integer": strings.shapeInteger()
        case "boolean": strings.shapeBoolean()
        case "list": strings.shapeList()
        default: strings.shapeObject()
        }
    }

    /// `95000.00 KZT` as this language writes it; nil for what is no amount.
    private func amount(_ text: String) -> String? {
        let parts = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, let currency = Currency(parts[1]), let money = try? Money(parts[0], currency) else {
            return nil
        }
        return try? DecimalFormatter.shared(language, .currency(currency.code)).format(money.decimalText)
    }
}
