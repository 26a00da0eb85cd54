import Foundation
import KeruenMessages
import RawICU

/// Messages into a buffer and to strings, beside ICU and Foundation; and what it takes to load ten thousand.
enum MessageBenchmarks {
    private static let goods =
        ".input {$count :integer} .match $count one {{{$count} товар в корзине}} few {{{$count} товара в корзине}} "
        + "many {{{$count} товаров в корзине}} * {{{$count} товара в корзине}}"
    private static let icuGoods =
        "{0, plural, one {# товар в корзине} few {# товара в корзине} many {# товаров в корзине} "
        + "other {# товара в корзине}}"
    private static let count = 200_000

    static func run(only section: String?) throws {
        if section ?? "format" == "format" { try formatting() }
        if section ?? "load" == "load" { try loading() }
    }

    private static func formatting() throws {
        let formatter = MessageFormatter(try Message(goods), .ru)
        try agree(formatter)
        Race.header("A Russian plural message: how many times faster than the peer")
        var page: [UInt8] = []
        page.reserveCapacity(1 << 16)
        let intoBuffer = {
            nanoseconds {
                for number in 0..<count {
                    if page.count > 60_000 { page.removeAll(keepingCapacity: true) }
                    formatter.append([.integer(number % 12_345)], to: &page)
                }
            }
        }
        var total = 0
        let toString = {
            nanoseconds {
                for number in 0..<count { total += formatter.format([.integer(number % 12_345)]).text.utf8.count }
            }
        }
        let umsg = { raw_umsg("ru", icuGoods, Int32(count), &result) }
        let unumf = {
            raw_unumf_plural(
                "ru", " товар в корзине", " товара в корзине", " товаров в корзине", Int32(count), &result)
        }
        let locale = Locale(identifier: "ru")
        let foundation = {
            nanoseconds {
                for number in 0..<count / 10 { total += (number % 12_345).formatted(.number.locale(locale)).utf8.count }
            } * 10
        }
        try race("into a buffer (umsg)", "≥ 10× or ≥ 5 M/s", intoBuffer, umsg)
        try race("into a buffer (unumf + plural)", "", intoBuffer, unumf)
        try race("to a string (umsg)", "≥ 5×", toString, umsg)
        try race("to a string (Foundation, number alone)", "", toString, foundation)
        let price = try DecimalFormatter(LanguageTag("ru-KZ"), .currency("KZT"))
        let style = Decimal.FormatStyle.Currency(code: "KZT", locale: Locale(identifier: "ru_KZ"))
        try race(
            "a price into a buffer (Foundation)", "",
            {
                nanoseconds {
                    for number in 0..<count {
                        if page.count > 60_000 { page.removeAll(keepingCapacity: true) }
                        price.append(Int64(number) * 100, scale: 2, to: &page)
                    }
                }
            },
            {
                nanoseconds {
                    for number in 0..<count / 20 { total += Decimal(number).formatted(style).utf8.count }
                } * 20
            })
        let rate = try Double(count) * 1_000 / Double(median((0..<9).map { _ in Double(intoBuffer()) }))
        print("into a buffer: \(rounded(rate)) million messages a second")
        if total == 0 || result == 0 { print("nothing was measured") }
    }

    private nonisolated(unsafe) static var result: UInt64 = 0

    private static func race(
        _ name: String, _ target: String, _ ours: @escaping () throws -> UInt64, _ theirs: @escaping () throws -> UInt64
    ) throws {
        try Race(name: name, target: target, ours: ours, theirs: theirs).run(rounds: 9, per: count) { $1 / $0 }
    }

    /// Both sides have to say the same.
    private static func agree(_ formatter: MessageFormatter) throws {
        var ours = 0
        for number in 0..<1_000 { ours += formatter.format(["count": .integer(number)]).text.utf8.count }
        var theirs: UInt64 = 0
        _ = raw_umsg("ru", icuGoods, 1_000, &theirs)
        precondition(ours == Int(theirs), "ours \(ours) bytes, ICU's \(theirs)")
    }

    private static func loading() throws {
        let sources = (0..<10_000).map { number in
            number.isMultiple(of: 4)
                ? goods.replacingOccurrences(of: "корзине", with: "корзине \(number)")
                : "Товар {$name} № \(number), цена {$price}, доставка до {$city}"
        }
        // What was loaded is given back outside the measurement.
        var formatters: [MessageFormatter] = []
        var times: [Double] = []
        for _ in 0..<9 {
            formatters.removeAll()
            times.append(
                Double(
                    try nanoseconds {
                        formatters = try sources.map { try MessageFormatter($0, .ru) }
                    }))
        }
        precondition(formatters.count == sources.count)
        print("loading 10,000 messages, parsed, checked and compiled: \(rounded(median(times) / 1e6)) ms   ≤ 50 ms")
    }
}
