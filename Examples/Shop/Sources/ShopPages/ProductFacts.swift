internal import Keruen

/// A product's particulars as labelled rows in the reader's language; what is not known has no row.
struct ProductFacts {
    let product: Product
    let view: View

    init(_ product: Product, _ view: View) {
        self.product = product
        self.view = view
    }

    var rows: [[String: Any]] {
        let own: [(String, String?)] =
            switch product.details {
            case .handicraft(let craft): handicraft(craft)
            case .tour(let tour): self.tour(tour)
            case .imported(let good): imported(good)
            }
        let shared: [(String, String?)] = [
            (strings.productOrigin(), product.origin.map { view.name("country", $0) }),
            (strings.productHsCode(), product.hsCode),
        ]
        return (own + shared).compactMap { label, value in
            guard let value, !value.isEmpty else { return nil }
            return ["label": label, "value": value]
        }
    }

    /// «Цвет: индиго · Размер: 46–48»; the SKU for a product's only variant.
    func name(of variant: Variant) -> String {
        let values = variant.options.map { option in
            strings.joinPair(name: view.name("option", option.name), value: text(of: option))
        }
        return values.isEmpty ? variant.sku.description : values.joined(separator: " · ")
    }

    /// «взрослый»: the same where its label stands above.
    func value(of variant: Variant) -> String {
        let values = variant.options.map(text)
        return values.isEmpty ? variant.sku.description : values.joined(separator: " · ")
    }

    private func text(of option: Variant.Option) -> String {
        switch option.value {
        case .plain(let text): text
        case .localized(let text): view.text(text) ?? ""
        }
    }

    private func handicraft(_ craft: Handicraft) -> [(String, String?)] {
        [
            (strings.productMaterials(), materials),
            (strings.productTechnique(), view.text(craft.technique)),
            (strings.productRegion(), region(craft.region)),
            (strings.productArtisan(), view.text(craft.artisan)),
            (strings.productSize(), size(craft.size)),
            (strings.productWeight(), weight),
            (strings.productBlade(), craft.blade.map(blade)),
            (strings.productMade(), made(craft)),
            (strings.productHeritage(), craft.heritage.map(heritage)),
            (strings.productCare(), view.text(craft.care)),
        ]
    }

    private func tour(_ tour: Tour) -> [(String, String?)] {
        let days = strings.tourDays(count: tour.days)
        let length =
            tour.nights > 0 ? strings.tourLength(days: days, nights: strings.tourNights(count: tour.nights)) : days
        return [
            (strings.tourDuration(), length),
            (strings.tourRegion(), region(tour.region)),
            (strings.tourMeetingPoint(), view.text(tour.meetingPoint)),
            (
                strings.tourStart(),
                strings.tourStartTime(time: tour.startTime, zone: view.name("zone", tour.timeZone))
            ),
            (strings.tourGuides(), series(tour.guideLanguages.map { view.name("language", "\($0)") })),
            (
                strings.tourGroup(),
                strings.tourGroupSize(least: tour.groupSize.lowerBound, most: tour.groupSize.upperBound)
            ),
            (strings.tourIncludes(), view.text(tour.includes)),
            (strings.tourPermit(), tour.needsBorderPermit ? strings.tourPermitNeeded() : nil),
            (strings.tourCancellation(), strings.tourFree(hours: notice(tour.cancellationHours))),
        ]
    }

    /// Nobody counts in hours beyond two days.
    private func notice(_ hours: Int) -> String {
        hours >= 48 && hours.isMultiple(of: 24)
            ? strings.tourDaysBefore(count: hours / 24) : strings.tourHours(count: hours)
    }

    private func imported(_ good: ImportedGood) -> [(String, String?)] {
        [
            (strings.importedBrand(), good.brand),
            (strings.importedManufacturer(), view.text(good.manufacturer)),
            (strings.productRegion(), region(good.region)),
            (strings.productMaterials(), materials),
            (strings.importedComposition(), view.text(good.composition)),
            (strings.importedNetWeight(), good.netWeight.map(measure)),
            (strings.productWeight(), weight),
            (strings.importedShelfLife(), good.shelfLifeMonths.map { strings.importedMonths(count: $0) }),
            (strings.importedStorage(), view.text(good.storage)),
            (strings.productCare(), view.text(good.care)),
        ]
    }

    // MARK: Values

    private var strings: Strings { view.strings }

    private func region(_ code: String) -> String? { view.text(view.shop.catalog.regions[code]) }

    private var materials: String {
        let lines = product.materials.map { line in
            let name = view.text(view.shop.catalog.materials[line.material]) ?? line.material
            guard let share = line.share else { return name }
            return strings.productShare(material: name, share: share)
        }
        return lines.dropFirst().reduce(lines.first ?? "") { strings.joinParts(first: $0, next: $1) }
    }

    private func size(_ size: [String: Measure]) -> String {
        series(
            ["length", "width", "height", "diameter"].compactMap { side in
                size[side].map { view.name("size", side, ["value": .text(measure($0))]) }
            })
    }

    private func series(_ texts: [String]) -> String {
        texts.dropFirst().reduce(texts.first ?? "") { strings.joinSeries(first: $0, next: $1) }
    }

    private func measure(_ measure: Measure) -> String {
        view.name("unit", measure.unit.rawValue, ["value": .decimal(measure.decimalText)])
    }

    private var weight: String? { product.variants.first?.weight.map(measure) }

    private func blade(_ blade: Blade) -> String {
        let length = measure(blade.length)
        return blade.isSharpened
            ? strings.productSharpened(length: length) : strings.productUnsharpened(length: length)
    }

    private func heritage(_ heritage: Handicraft.Heritage) -> String {
        view.name("heritage", heritage.level.rawValue, ["year": .text(String(heritage.year))])
    }

    private func made(_ craft: Handicraft) -> String? {
        let year: String? = if case .year(let year) = craft.made { String(year) } else { nil }
        guard craft.isOneOfAKind else { return year }
        let unique = strings.productUnique()
        return year.map { strings.joinSentences(first: $0, next: unique) } ?? unique
    }
}
