public import Foundation

/// What one person showed for one purpose, and agreed to: all that the route asks for and nothing else.
///
///     let records = try IdentityRules.standard.records(
///         for: .parcel(from: "CN", to: "KZ"), on: day, parties: parties,
///         documents: [.recipient: [try IdentityDocument(.iin, typed)]], consents: [consent], at: now)
///     let sealed = try records.map { try $0.sealed(for: key, with: keyring, on: day) }
///
/// Made by rules alone, so that no store is ever handed a document that nobody asked for.
public struct IdentityRecord: Hashable, Sendable, PersonalData {
    public let role: Party.Role
    public let documents: [IdentityDocument]
    /// To its purpose.
    public let consent: Consent
    /// Which of several travellers, from 0 on.
    public let person: Int

    init(_ role: Party.Role, _ documents: [IdentityDocument], _ consent: Consent, person: Int = 0) {
        (self.role, self.documents, self.consent, self.person) = (role, documents, consent, person)
    }

    public var description: String { "\(documents.count) documents of the \(role.rawValue)" }
}

extension IdentityRules {
    /// The records that a route asks for, checked.
    ///
    /// A foreigner who buys from abroad in China is refused, for customs there take a resident's ID alone, and so is an order
    /// that somebody else pays.
    /// - Throws: `TradeError` with `identityRuleUnknown`, `buyerIsNotPayer`, `foreignerRefused`, `documentMissing`,
    ///   `documentNotAsked`, `documentExpired` or `consentMissing`; its arguments name kinds and purposes, never numbers.
    public func records(
        for route: IdentityRoute, on day: CivilDate, parties: Parties? = nil,
        documents: [Party.Role: [IdentityDocument]], consents: [Consent], at now: Date
    ) throws(TradeError) -> [IdentityRecord] {
        let requirements = try requirements(for: route, on: day)
        try Self.refuseUnasked(documents, requirements)
        var records: [IdentityRecord] = []
        for requirement in requirements {
            let shown = documents[requirement.role] ?? []
            let own = shown.filter { requirement.documents.contains($0.kind) }
            for kind in requirement.documents where !own.contains(where: { $0.kind == kind }) {
                throw TradeError(.documentMissing, ["document": .text(kind.rawValue)])
            }
            // Who pays has to be known where the card stands for the payer too.
            if requirement.documents.contains(.residentID) {
                guard parties?.isPaidByBuyer ?? false else { throw TradeError(.buyerIsNotPayer) }
            }
            try Self.refuseExpired(own, on: route)
            // A consent that is dated ahead of the clock was given by nobody.
            guard let consent = consents.first(where: { $0.purpose == requirement.purpose && $0.given <= now }) else {
                throw TradeError(.consentMissing, ["purpose": .text(requirement.purpose.rawValue)])
            }
            // Travellers are many, and each is sealed alone.
            if requirement.role == .traveller {
                records += own.enumerated().map { IdentityRecord(.traveller, [$1], consent, person: $0) }
            } else {
                records.append(IdentityRecord(requirement.role, own, consent))
            }
        }
        return records
    }

    private static func refuseUnasked(
        _ documents: [Party.Role: [IdentityDocument]], _ requirements: [IdentityRequirement]
    ) throws(TradeError) {
        for role in Party.Role.allCases {
            let shown = documents[role] ?? []
            var open = requirements.filter { $0.role == role }.flatMap(\.documents)
            // Somebody with no resident's ID to show, where only that will do, is told so and not merely that it is missing.
            let lacksID = open.contains(.residentID) && !shown.contains { $0.kind == .residentID }
            for document in shown {
                guard let at = open.firstIndex(of: document.kind) else {
                    let isForeign = lacksID && (document.kind == .passport || document.kind == .russianPassport)
                    throw isForeign
                        ? TradeError(.foreignerRefused)
                        : TradeError(.documentNotAsked, ["document": .text(document.kind.rawValue)])
                }
                // One document of a kind, but a passport of every traveller.
                if role != .traveller { open.remove(at: at) }
            }
        }
    }

    private static func refuseExpired(
        _ documents: [IdentityDocument], on route: IdentityRoute
    ) throws(TradeError) {
        guard case .tour(_, let last) = route else { return }
        for case .passport(let passport) in documents where passport.expires < last {
            throw TradeError(.documentExpired, ["day": .text(last.description)])
        }
    }
}
