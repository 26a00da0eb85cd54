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

    /// - Throws: `TextError` where the language has no formats.
    public convenience init(_ language: LanguageTag, skeleton: String) throws(TextError) {
        try self.init(language, skeleton: skeleton, offset: 0)
    }

    /// - Parameter offset: minutes ahead of UTC that the zone's name tells.
    fileprivate init(_ language: LanguageTag, skeleton: String, offset: Int) throws(TextError) {
        self.language = try FormattingLanguage(language)
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
        let zone =
            offset == 0 ? "Etc/UTC" : "GMT\(offset < 0 ? "-" : "+")\(two(abs(offset) / 60)):\(two(abs(offset) % 60))"
        var status: Int32 = 0
        guard let handle = unsafe kicu_date_format_open(self.language.tag.description, skeleton, zone, &status) else {
            throw TextError(status: status)
        }
        unsafe self.handle = handle
    }

    deinit { unsafe kicu_date_format_close(handle) }

    /// A day or a clock as it is.
    public func format(_ moment: MessageMoment) throws(TextError) -> String { try format(moment.wallClock) }

    fileprivate func format(_ milliseconds: Int64) throws(TextError) -> String {
        let text = try unsafe icuString { (out, capacity, status) in
            unsafe kicu_date_format_apply(handle, Double(milliseconds), out, capacity, &status)
        }
        return language.written(text)
    }

    /// A moment of the world in one of IANA's zones, such as `Asia/Almaty`; in its own where none is named.
    ///
    /// - Throws: `TextError` with `unsupportedFormat` where the system has no such zone.
    public static func format(
        _ moment: MessageMoment, _ language: LanguageTag, skeleton: String, zone: String?
    ) throws(TextError) -> String {
        var offset = moment.offset ?? 0
        if let zone {
            guard let offsets = TimeZoneOffsets.shared(zone) else { throw TextError(.unsupportedFormat, zone) }
            // A clock without a zone is nobody's to move.
            if moment.offset != nil { offset = offsets.minutes(at: moment.utc) }
        }
        let showsZone = skeleton.contains("z") && moment.offset != nil
        let formatter = try shared(language, skeleton: skeleton, offset: showsZone ? offset : 0)
        // A formatter of a zone moves the clock by itself.
        return try formatter.format(showsZone ? moment.utc : moment.utc + Int64(offset) * 60_000)
    }
}

extension MomentFormatter {
    private struct Key: Hashable {
        var language: LanguageTag
        var skeleton: String
        var offset: Int
    }

    private static let shared = Mutex<[Key: MomentFormatter]>([:])

    /// One for each language and skeleton of the process.
    public static func shared(_ language: LanguageTag, skeleton: String) throws(TextError) -> MomentFormatter {
        try shared(language, skeleton: skeleton, offset: 0)
    }

    fileprivate static func shared(
        _ language: LanguageTag, skeleton: String, offset: Int
    ) throws(TextError) -> MomentFormatter {
        let key = Key(language: language, skeleton: skeleton, offset: offset)
        if let known = shared.withLock({ $0[key] }) { return known }
        let opened = try MomentFormatter(language, skeleton: skeleton, offset: offset)
        return shared.withLock { cache in
            if cache.count >= 1_000 { cache.removeAll() }
            cache[key] = opened
            return opened
        }
    }

    /// Whether the system's tzdata has a zone.
    static func hasZone(_ zone: String) -> Bool { TimeZoneOffsets.shared(zone) != nil }
}
