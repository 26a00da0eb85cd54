internal import ICUShims

/// Writes civil dates: 5 июня 2027 г., 2027年6月5日, 2027 ж. 5 маусым.
///
///     try CivilDateFormatter(.ru, skeleton: "yMMMMd").format(daysSince1970: 20975)
///
/// The skeleton is CLDR's. A civil date has no zone, so none can shift it.
@safe public final class CivilDateFormatter: Sendable {
    nonisolated(unsafe) private let handle: OpaquePointer

    public init(_ language: LanguageTag, skeleton: String) throws(TextError) {
        var status: Int32 = 0
        let tag = try FormattingLanguage(language).tag.description
        guard let handle = unsafe kicu_date_format_open(tag, skeleton, &status) else {
            throw TextError(status: status)
        }
        unsafe self.handle = handle
    }

    deinit { unsafe kicu_date_format_close(handle) }

    public func format(daysSince1970 days: Int32) throws(TextError) -> String {
        try unsafe icuString { (out, capacity, status) in
            unsafe kicu_date_format_apply(handle, days, out, capacity, &status)
        }
    }
}
