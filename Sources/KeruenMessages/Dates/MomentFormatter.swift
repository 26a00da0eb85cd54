internal import ICUShims
internal import Synchronization

/// Writes dates and times: 5 июня 2027 г., 2027年6月5日, 2027 ж. 5 маусым.
///
///     try MomentFormatter(.ru, skeleton: "yMMMMd").format(MessageMoment(daysSince1970: 20975))
///
/// The skeleton is CLDR's. A day or a clock without a zone is written as it is; a moment of the world in the zone asked for, or
/// in its own.
@safe public final class MomentFormatter: Sendable {
    nonisolated(unsafe) private let handle: OpaquePointer
    private let language: FormattingLanguage
    private let isZoned: Bool

    /// - Parameter zone: one of IANA's, such as `Asia/Almaty`.
    /// - Throws: `TextError` where the language has no formats or the zone does not exist.
    public init(_ language: LanguageTag, skeleton: String, zone: String? = nil) throws(TextError) {
        self.language = try FormattingLanguage(language)
        isZoned = zone != nil
        var status: Int32 = 0
        guard
            let handle = unsafe kicu_date_format_open(
                self.language.tag.description, skeleton, zone ?? "Etc/UTC", &status)
        else { throw TextError(status: status) }
        unsafe self.handle = handle
    }

    deinit { unsafe kicu_date_format_close(handle) }

    public func format(_ moment: MessageMoment) throws(TextError) -> String {
        let milliseconds = isZoned ? moment.utc : moment.wallClock
        let text = try unsafe icuString { (out, capacity, status) in
            unsafe kicu_date_format_apply(handle, Double(milliseconds), out, capacity, &status)
        }
        return language.written(text)
    }
}

extension MomentFormatter {
    private struct Key: Hashable {
        var language: LanguageTag
        var skeleton: String
        var zone: String?
    }

    private static let shared = Mutex<[Key: MomentFormatter]>([:])

    /// One for each language, skeleton and zone of the process.
    public static func shared(
        _ language: LanguageTag, skeleton: String, zone: String? = nil
    ) throws(TextError) -> MomentFormatter {
        let key = Key(language: language, skeleton: skeleton, zone: zone)
        if let known = shared.withLock({ $0[key] }) { return known }
        let opened = try MomentFormatter(language, skeleton: skeleton, zone: zone)
        return shared.withLock { cache in
            if cache.count >= 1_000 { cache.removeAll() }
            cache[key] = opened
            return opened
        }
    }
}
