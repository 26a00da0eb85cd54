/// A guided journey; sold by the seat, never part of a customs document.
public struct Tour: Sendable {
    public var days: Int
    public var nights: Int
    /// A code of `Catalog/regions.yaml`.
    public var region: String
    public var meetingPoint: Localized<String>
    /// The zone that its times are told in: Xinjiang's transport runs on Beijing time.
    public var timeZone: String
    /// Local time, "09:30".
    public var startTime: String
    public var guideLanguages: [LanguageTag]
    public var groupSize: ClosedRange<Int>
    public var departures: [CivilDate]
    /// Free cancellation up to so many hours before the start.
    public var cancellationHours: Int
    /// Sold up to so many hours before the start.
    public var cutoffHours: Int
    /// Whether travellers need a border permit (Khunjerab, Baihaba).
    public var needsBorderPermit: Bool
    public var includes: Localized<String>

    public init(
        days: Int, nights: Int, region: String, meetingPoint: Localized<String>, timeZone: String, startTime: String,
        guideLanguages: [LanguageTag], groupSize: ClosedRange<Int>, departures: [CivilDate], cancellationHours: Int,
        cutoffHours: Int = 0, needsBorderPermit: Bool, includes: Localized<String>
    ) {
        self.days = days
        self.nights = nights
        self.region = region
        self.meetingPoint = meetingPoint
        self.timeZone = timeZone
        self.startTime = startTime
        self.guideLanguages = guideLanguages
        self.groupSize = groupSize
        self.departures = departures
        self.cancellationHours = cancellationHours
        self.cutoffHours = cutoffHours
        self.needsBorderPermit = needsBorderPermit
        self.includes = includes
    }
}
