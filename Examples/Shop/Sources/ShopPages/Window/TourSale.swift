internal import Foundation
internal import Keruen

/// A tour's days with their free places, its fares, and until when a place is given back for nothing.
struct TourSale {
    let tour: Tour
    let product: Product
    let stock: ShelfStock
    let view: View
    /// The days that may still be booked, whether or not a place is left.
    let days: [CivilDate]

    init(_ tour: Tour, of product: Product, _ stock: ShelfStock, _ view: View, at now: Date) {
        (self.tour, self.product, self.stock, self.view) = (tour, product, stock, view)
        days = tour.departures.filter { day in
            day > CivilDate(now, in: view.shop.market) && (tour.salesEnd(on: day).map { now <= $0 } ?? true)
        }.sorted()
    }

    /// As many as a group has where nobody knows how many are free.
    func seats(on day: CivilDate) -> Int { stock.isKnown ? stock.seats[day] ?? 0 : tour.groupSize.upperBound }

    var isOpen: Bool { days.contains { seats(on: $0) > 0 } }

    var values: [String: Any] {
        let first = days.first { seats(on: $0) > 0 }
        var values: [String: Any] = [
            "days": days.map { day in
                var row: [String: Any] = [
                    "day": day.description, "name": view.shop.formatted(day), "isFull": seats(on: day) <= 0,
                    "isChosen": day == first,
                ]
                if stock.isKnown { row["places"] = places(seats(on: day)) }
                if let end = tour.freeCancellation(on: day), let moment = moment(end) {
                    row["free"] = view.strings.tourFreeUntil(moment: moment)
                }
                return row
            },
            "fares": fares, "isOpen": isOpen, "most": days.map(seats).max() ?? 0,
        ]
        if days.isEmpty { values["none"] = view.strings.tourNone() }
        return values
    }

    private func places(_ free: Int) -> String {
        free > 0 ? view.strings.tourPlaces(count: free) : view.strings.tourFull()
    }

    private var fares: [[String: Any]] {
        let facts = ProductFacts(product, view)
        var fares = product.variants.compactMap { variant -> [String: Any]? in
            guard let price = view.shop.price(of: variant) else { return nil }
            return [
                "sku": variant.sku.description, "name": facts.value(of: variant),
                "price": view.shop.formatted(price.amount),
            ]
        }
        if !fares.isEmpty { fares[0]["isChosen"] = true }
        return fares
    }

    /// On the clock of the place where it starts, which is named: a time without its zone is none.
    private func moment(_ instant: Date) -> String? {
        let tag = view.shop.market.formattingTag(for: view.shop.language)
        let wall = MessageMoment(wallClock: Int64(instant.timeIntervalSince1970 * 1_000), offset: 0)
        func part(_ skeleton: String) -> String? {
            try? MomentFormatter.format(wall, tag, skeleton: skeleton, zone: tour.timeZone)
        }
        guard let date = part("yMMMMd"), let time = part("Hm") else { return nil }
        return view.strings.tourMoment(date: date, time: time, zone: view.name("zone", tour.timeZone))
    }

    /// A journey and its departures for search engines.
    func linked(_ item: Storefront.Item, _ summary: String, address: String, origin: String) -> LinkedData? {
        let place = view.text(tour.meetingPoint) ?? ""
        let price = product.variants.lazy.compactMap(view.shop.price).first?.amount
        var values: [String: Any] = [
            "name": item.title.value, "description": summary, "url": address,
            "image": "\(origin)/images/\(product.image)",
            "subjectOf": days.map { day in
                var event: [String: Any] = [
                    "@type": "Event", "name": item.title.value, "startDate": day.description + "T" + tour.startTime,
                    "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
                    "location": ["@type": "Place", "name": place, "address": place],
                ]
                if stock.isKnown { event["remainingAttendeeCapacity"] = seats(on: day) }
                if let price {
                    event["offers"] = LinkedData.offer(
                        price, isAvailable: stock.isKnown ? seats(on: day) > 0 : nil, address: address)
                }
                return event
            },
        ]
        if let price {
            values["offers"] = LinkedData.offer(price, isAvailable: stock.isKnown ? isOpen : nil, address: address)
        }
        return LinkedData("TouristTrip", values)
    }
}
