internal import Foundation

extension SealedIdentity {
    /// What a store keeps; `init(bytes:)` reads it back.
    ///
    /// A version, then S or E, then fields with their lengths in front. Of what is sealed all up to the box is what the box is
    /// authenticated with.
    public var bytes: [UInt8] {
        switch content {
        case .sealed(let seal): return Self.context(order, role, person, consent) + seal.bytes
        case .erased(let erasure):
            var writer = Self.writer(Self.erasedMark, order, role, person, consent)
            writer.write(erasure.day)
            writer.write(erasure.reason.rawValue)
            return writer.bytes
        }
    }

    /// What a box belongs to: order, person, purpose and consent.
    static func context(
        _ order: IdempotencyKey, _ role: Party.Role, _ person: Int, _ consent: Consent
    ) -> [UInt8] {
        writer(sealedMark, order, role, person, consent).bytes
    }

    private static func writer(
        _ mark: UInt8, _ order: IdempotencyKey, _ role: Party.Role, _ person: Int, _ consent: Consent
    ) -> SealWriter {
        var writer = SealWriter()
        writer.write(byte: SealWriter.version)
        writer.write(byte: mark)
        writer.write(order.description)
        writer.write(role.rawValue)
        writer.write(UInt64(person))
        writer.write(consent.purpose.rawValue)
        writer.write(consent.textVersion)
        writer.write(consent.language.description)
        writer.write(consent.given.timeIntervalSinceReferenceDate.bitPattern)
        return writer
    }

    /// Reads what `bytes` wrote. That it was not changed since is known only when it is opened.
    /// - Throws: `TradeError` with `sealUnreadable`, or `sealTooNew` for what a later version wrote.
    public init(bytes: [UInt8]) throws(TradeError) {
        var reader = try SealReader(bytes)
        let mark = try reader.readByte()
        let key = try reader.readText()
        guard let order = try? IdempotencyKey(key), let role = Party.Role(rawValue: try reader.readText()),
            let person = Int(exactly: try reader.readNumber())
        else { throw TradeError(.sealUnreadable) }
        let consent = try Consent(&reader)
        switch mark {
        case Self.sealedMark:
            let seal = try Seal(&reader)
            self.init(order: order, role: role, person: person, consent: consent, content: .sealed(seal))
        case Self.erasedMark:
            let day = try reader.readDay()
            guard let reason = Erasure.Reason(rawValue: try reader.readText()) else {
                throw TradeError(.sealUnreadable)
            }
            let erasure = Erasure(day: day, reason: reason)
            self.init(order: order, role: role, person: person, consent: consent, content: .erased(erasure))
        default: throw TradeError(.sealUnreadable)
        }
        // One way of writing alone: bytes that mean the same and differ would pass for unchanged.
        guard self.bytes == bytes else { throw TradeError(.sealUnreadable) }
    }

    private static let sealedMark = UInt8(ascii: "S")
    private static let erasedMark = UInt8(ascii: "E")
}

extension Consent {
    fileprivate init(_ reader: inout SealReader) throws(TradeError) {
        let (purpose, version, tag) = (try reader.readText(), try reader.readText(), try reader.readText())
        let given = Date(timeIntervalSinceReferenceDate: Double(bitPattern: try reader.readNumber()))
        guard let language = try? LanguageTag(tag),
            let consent = try? Consent(
                to: Purpose(rawValue: purpose), textVersion: version, language: language, given: given)
        else { throw TradeError(.sealUnreadable) }
        self = consent
    }
}
