/// `:date`, `:time` and `:datetime`, by LDML 48's semantic skeletons.
struct MomentFunction: MessageFunction {
    enum Role: String { case date, time, datetime }

    static let date = MomentFunction(role: .date)
    static let time = MomentFunction(role: .time)
    static let datetime = MomentFunction(role: .datetime)

    let role: Role

    private enum Fields: String, CaseIterable {
        case weekday
        case dayWeekday = "day-weekday"
        case monthDay = "month-day"
        case monthDayWeekday = "month-day-weekday"
        case yearMonthDay = "year-month-day"
        case yearMonthDayWeekday = "year-month-day-weekday"
    }
    private enum Length: String, CaseIterable { case long, medium, short }
    private enum Precision: String, CaseIterable { case hour, minute, second }
    private enum ZoneStyle: String, CaseIterable { case long, short }
    private enum Flag: String, CaseIterable { case `true`, `false` }

    func resolve(_ call: inout MessageCall) throws(MessageError) -> any MessageValue {
        let operand = try call.wantedOperand()
        guard let moment = operand.argument.moment else {
            throw MessageError(.badOperand, "\"\(operand.argument.plain)\" is no date such as 2027-06-05T09:30:00")
        }
        let before = operand as? MomentValue
        var value = MomentValue(moment: moment, language: call.language, role: role)
        value.dateSkeleton = date(&call, before)
        value.timeSkeleton = time(&call, before)
        value.zone = try zone(call, before)
        // What is written is what the role has; the rest is kept for a function that is called with this one.
        return value
    }

    /// `input` keeps the value's own offset; a service has no place of its own that `local` could mean.
    private func zone(_ call: MessageCall, _ before: MomentValue?) throws(MessageError) -> String? {
        guard let zone = call.options["timeZone"]?.text else { return before?.zone }
        if zone == "input" || zone == "local" { return nil }
        guard MomentFormatter.hasZone(zone) else {
            throw MessageError(.badOption, "there is no time zone \"\(zone)\"; zones are called as Asia/Almaty")
        }
        return zone
    }

    private func date(_ call: inout MessageCall, _ before: MomentValue?) -> String {
        let fields: Fields? = call.choice(role == .datetime ? "dateFields" : "fields")
        let length: Length? = call.choice(role == .datetime ? "dateLength" : "length")
        if fields == nil, length == nil, let before { return before.dateSkeleton }
        let month =
            switch length ?? .medium {
            case .long: "MMMM"
            case .medium: "MMM"
            case .short: "M"
            }
        let weekday = length == .long ? "EEEE" : "E"
        return switch fields ?? .yearMonthDay {
        case .weekday: weekday
        case .dayWeekday: "d" + weekday
        case .monthDay: month + "d"
        case .monthDayWeekday: month + "d" + weekday
        case .yearMonthDay: "y" + month + "d"
        case .yearMonthDayWeekday: "y" + month + "d" + weekday
        }
    }

    private func time(_ call: inout MessageCall, _ before: MomentValue?) -> String {
        let precision: Precision? = call.choice(role == .datetime ? "timePrecision" : "precision")
        let zone: ZoneStyle? = call.choice("timeZoneStyle")
        let isHalfDay: Flag? = call.choice("hour12")
        if precision == nil, zone == nil, isHalfDay == nil, let before { return before.timeSkeleton }
        let hour =
            switch isHalfDay {
            case .true: "h"
            case .false: "H"
            case nil: "j"
            }
        let clock =
            switch precision ?? .minute {
            case .hour: hour
            case .minute: hour + "mm"
            case .second: hour + "mmss"
            }
        return clock + (zone == .long ? "zzzz" : zone == .short ? "z" : "")
    }
}

/// A day, a time or both, and how they are written.
struct MomentValue: MessageValue {
    var moment: MessageMoment
    var language: LanguageTag
    var role: MomentFunction.Role
    var dateSkeleton = "yMMMd"
    var timeSkeleton = "jmm"
    var zone: String?

    init(moment: MessageMoment, language: LanguageTag, role: MomentFunction.Role) {
        (self.moment, self.language, self.role) = (moment, language, role)
    }

    var kind: String { role.rawValue }
    var argument: MessageArgument { .moment(moment) }
    var direction: MessageDirection? { language.isRightToLeft ? .rightToLeft : .leftToRight }

    func text() throws(MessageError) -> String {
        let skeleton =
            switch role {
            case .date: dateSkeleton
            case .time: timeSkeleton
            case .datetime: dateSkeleton + timeSkeleton
            }
        do throws(TextError) {
            return try MomentFormatter.format(moment, language, skeleton: skeleton, zone: zone)
        } catch {
            throw MessageError(.unsupportedOperation, "\(language) has no such date format: \(error)")
        }
    }
}
