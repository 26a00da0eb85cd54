internal import Crypto
internal import Foundation

extension OrderRequest {
    /// What makes two requests under one key the same: market and goods, in the order of their items, where to, on what terms, with which
    /// discounts, and for whom. Prices may have moved between two tries of one buyer, and another warehouse have them now; the first
    /// one's stand.
    public var fingerprint: String {
        var parts = [Self.fingerprint(market: quote.market, lines: quote.lines)]
        if let destination = quote.destination, let incoterm = quote.incoterm {
            parts.append("\(incoterm.rawValue):\(destination.country)")
        }
        parts += quote.charges.filter { $0.kind == .discount }.map { charge in
            charge.rate.map { "-\($0)" } ?? "\(charge.amount.minorUnits)"
        }
        let people = people ?? identities.map(\.lookup).sorted().joined(separator: " ")
        if !people.isEmpty { parts.append(blinded(people)) }
        return parts.joined(separator: " ")
    }

    /// For a store that has only the order.
    package static func fingerprint(market: String, lines: [Quote.Line]) -> String {
        let goods = lines.map { line in
            line.departure.map { "\(line.sku)@\($0)=\(line.quantity)" } ?? "\(line.sku)=\(line.quantity)"
        }
        return ([market] + goods.sorted()).joined(separator: " ")
    }

    /// Of this order alone: a fingerprint stays when its people are erased, and links them to no other order then.
    private func blinded(_ people: String) -> String {
        let hash = SHA256.hash(data: Data("\(key)\0\(people)".utf8))
        return Data(hash.prefix(16)).base64EncodedString()
    }
}

extension Keyring {
    /// What `OrderRequest.people` wants: another name, address, phone or document is another digest, and the same ones keep it while keys
    /// are rotated, for it is made with the oldest look-up key.
    public func digest(of parties: Parties, documents: [IdentityDocument] = []) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        var message = Data("keruen people 1\0".utf8)
        message.append((try? encoder.encode(SealedPeople(parties))) ?? Data())
        for document in documents.map({ "\($0.kind.rawValue):\($0.key)" }).sorted() {
            message.append(Data("\0\(document)".utf8))
        }
        guard let oldest = lookups.last else { return "" }
        return Data(HMAC<SHA256>.authenticationCode(for: message, using: oldest.secret)).base64EncodedString()
    }
}
