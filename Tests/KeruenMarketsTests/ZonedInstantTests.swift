import Foundation
import KeruenMarkets
import TestSupport
import Testing

@Suite("An instant with its zone")
struct ZonedInstantTests {
    private func at(
        _ date: String, _ hour: Int, _ minute: Int, _ zone: String, _ repeated: ZonedInstant.Repeated = .refuse
    ) throws -> ZonedInstant {
        let day = try #require(CivilDate(date))
        return try ZonedInstant(day, hour: hour, minute: minute, zone: zone, repeated: repeated)
    }

    @Test("is five hours ahead in Almaty since 1 March 2024, six in Ürümqi, eight by Beijing's clock")
    func offsets() throws {
        for (zone, date, offset) in [
            ("Asia/Almaty", "2024-02-28", "+06:00"), ("Asia/Almaty", "2024-03-02", "+05:00"),
            ("Asia/Almaty", "2026-07-01", "+05:00"), ("Asia/Qyzylorda", "2026-07-01", "+05:00"),
            ("Asia/Urumqi", "2026-07-01", "+06:00"), ("Asia/Shanghai", "2026-07-01", "+08:00"),
            ("Europe/Moscow", "2026-07-01", "+03:00"), ("Asia/Novosibirsk", "2026-07-01", "+07:00"),
        ] {
            #expect(try at(date, 12, 0, zone).offsetText == offset, "\(zone) \(date)")
        }
    }

    @Test("shows a train's time by Beijing's clock and by the one that people live by")
    func xinjiang() throws {
        let departure = try at("2026-07-01", 1, 5, "Asia/Shanghai")
        let local = try departure.shown(in: "Asia/Urumqi")
        #expect(departure.description == "2026-07-01T01:05+08:00[Asia/Shanghai]")
        #expect(local.description == "2026-06-30T23:05+06:00[Asia/Urumqi]")
        #expect(local.instant == departure.instant && local != departure)
        #expect(local.clock == "23:05" && local.hour == 23 && local.minute == 5)
        #expect(try departure.shown(in: "Asia/Almaty").clock == "22:05")
    }

    @Test("that comes twice has to be told which: Almaty's last hour of February 2024")
    func fold() throws {
        let refusal = #expect(throws: Refusal.self) { try at("2024-02-29", 23, 30, "Asia/Almaty") }
        #expect(refusal?.diagnostics.first?.code == .repeatedTime)
        #expect(refusal?.diagnostics.first?.arguments["first"] == "UTC+06:00")
        #expect(refusal?.diagnostics.first?.arguments["second"] == "UTC+05:00")
        let first = try at("2024-02-29", 23, 30, "Asia/Almaty", .first)
        let second = try at("2024-02-29", 23, 30, "Asia/Almaty", .second)
        #expect(first.offsetText == "+06:00" && second.offsetText == "+05:00" && first < second)
        #expect(second.instant.timeIntervalSince(first.instant) == 3_600)
        #expect(try at("2024-02-29", 22, 59, "Asia/Almaty").offsetText == "+06:00")
        #expect(try at("2024-03-01", 0, 0, "Asia/Almaty").offsetText == "+05:00")
    }

    @Test("that clocks leap over is none: summer times of Moscow and Shanghai")
    func gap() throws {
        for (date, hour, zone) in [
            ("2010-03-28", 2, "Europe/Moscow"), ("1986-05-04", 2, "Asia/Shanghai"), ("2026-03-29", 2, "Europe/Berlin"),
            ("2040-03-25", 2, "Europe/Berlin"),
        ] {
            for repeated in [ZonedInstant.Repeated.refuse, .first, .second] {
                let refusal = #expect(throws: Refusal.self) { try at(date, hour, 30, zone, repeated) }
                #expect(refusal?.diagnostics.first?.code == .skippedTime, "\(zone)")
            }
            #expect(try at(date, hour - 1, 59, zone).clock == "01:59" && at(date, hour + 1, 0, zone).clock == "03:00")
        }
    }

    @Test("has a zone that there is, and a time of day")
    func refused() throws {
        let zones = [
            "", "Asia/Atlantis", "Asia/Almaty ", "../../etc/passwd", "/usr/share/zoneinfo/Asia/Almaty", "Азия/Алматы",
            "Asia",
        ]
        for zone in zones {
            let refusal = #expect(throws: Refusal.self) { try at("2026-07-01", 12, 0, zone) }
            #expect(refusal?.diagnostics.map(\.code) == [.unknownZone], "\(zone)")
        }
        for (hour, minute) in [(24, 0), (-1, 0), (12, 60), (12, -5)] {
            let refusal = #expect(throws: Refusal.self) { try at("2026-07-01", hour, minute, "Asia/Almaty") }
            #expect(refusal?.diagnostics.map(\.code) == [.malformedTime])
        }
    }

    @Test("comes back from its local time, in any zone, at any minute")
    func roundTrip() throws {
        var random = SeededGenerator(seed: 21)
        let zones = [
            "Asia/Almaty", "Asia/Shanghai", "Asia/Urumqi", "Europe/Moscow", "Europe/Berlin", "America/St_Johns",
        ]
        for _ in 0..<1_000 {
            let minutes = Int.random(in: -5_000_000...40_000_000, using: &random)
            let zone = zones.randomElement(using: &random) ?? "UTC"
            let instant = try ZonedInstant(Date(timeIntervalSince1970: Double(minutes * 60)), zone: zone)
            let candidates = try [ZonedInstant.Repeated.first, .second].map {
                try ZonedInstant(instant.day, hour: instant.hour, minute: instant.minute, zone: zone, repeated: $0)
            }
            #expect(candidates.contains(instant), "\(instant)")
        }
    }

    @Test("is what the system's own clock says, of two centuries")
    func system() throws {
        var random = SeededGenerator(seed: 22)
        for zone in ["Asia/Almaty", "Asia/Shanghai", "Asia/Urumqi", "Europe/Moscow", "Europe/Berlin", "Asia/Kolkata"] {
            // From 1930 to 2100.
            let seconds = (0..<300).map { _ in Int.random(in: -1_262_304_000...4_102_444_800, using: &random) }
            let said = try Project.run(
                "/usr/bin/env", ["date", "-f", "-", "+%Y-%m-%dT%H:%M%::z"],
                input: seconds.map { "@\($0)\n" }.joined(), environment: ["TZ": zone])
            try #require(said.status == 0, "\(said.errors)")
            for (second, line) in zip(seconds, said.output.split(separator: "\n")) {
                let instant = try ZonedInstant(Date(timeIntervalSince1970: Double(second)), zone: zone)
                var ours = "\(instant.day)T\(instant.clock)\(instant.offsetText)"
                if instant.offset % 60 == 0 { ours += ":00" }
                #expect(ours == line, "\(zone) \(second)")
            }
        }
    }
}
