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
            ("product.origin", product.origin.map { view.string("country.\($0)") }),
            ("product.hsCode", product.hsCode),
        ]
        return (own + shared).compactMap { label, value in
            guard let value, !value.isEmpty else { return nil }
            return ["label": view.string(label), "value": value]
        }
    }

    /// «индиго, 46–48»; the SKU for a product's only variant.
    func name(of variant: Variant) -> String {
        let values = variant.options.map { option in
            let value =
                switch option.value {
                case .plain(let text): text
                case .localized(let text): view.shop.text(text)?.value ?? ""
                }
            return "\(view.string("option.\(option.name)")): \(value)"
        }
        return values.isEmpty ? variant.sku.description : values.joined(separator: " · ")
    }

    private func handicraft(_ craft: Handicraft) -> [(String, String?)] {
        [
            ("product.materials", materials),
            ("product.technique", text(craft.technique)),
            ("product.region", region(craft.region)),
            ("product.artisan", text(craft.artisan)),
            ("product.size", size(craft.size)),
            ("product.weight", weight),
            (
                "product.blade",
                craft.blade.map { blade in
                    view.string(
                        blade.isSharpened ? "product.sharpened" : "product.unsharpened",
                        ["length": .text(measure(blade.length))])
                }
            ),
            ("product.made", made(craft)),
            (
                "product.heritage",
                craft.heritage.map { heritage in
                    view.string("heritage.\(heritage.level.rawValue)", ["year": .text(String(heritage.year))])
                }
            ),
            ("product.care", text(craft.care)),
        ]
    }

    private func tour(_ tour: Tour) -> [(String, String?)] {
        let nights = tour.nights > 0 ? ", " + view.count("tour.nights", tour.nights) : ""
        let zone = view.string("zone.\(tour.timeZone)")
        return [
            ("tour.duration", view.count("tour.days", tour.days) + nights),
            ("tour.region", region(tour.region)),
            ("tour.departures", tour.departures.map(view.shop.formatted).joined(separator: " · ")),
            ("tour.meetingPoint", text(tour.meetingPoint)),
            ("tour.start", view.string("tour.startTime", ["time": .text(tour.startTime), "zone": .text(zone)])),
            ("tour.guides", tour.guideLanguages.map { view.string("language.\($0)") }.joined(separator: ", ")),
            (
                "tour.group",
                view.string(
                    "tour.groupSize",
                    ["least": .integer(tour.groupSize.lowerBound), "most": .integer(tour.groupSize.upperBound)])
            ),
            ("tour.includes", text(tour.includes)),
            ("tour.permit", tour.needsBorderPermit ? view.string("tour.permitNeeded") : nil),
            (
                "tour.cancellation",
                view.string(
                    "tour.free", ["hours": .text(view.count("tour.hours", tour.cancellationHours))])
            ),
        ]
    }

    private func imported(_ good: ImportedGood) -> [(String, String?)] {
        [
            ("imported.brand", good.brand),
            ("imported.manufacturer", text(good.manufacturer)),
            ("product.region", region(good.region)),
            ("product.materials", materials),
            ("imported.composition", text(good.composition)),
            ("imported.netWeight", good.netWeight.map(measure)),
            ("product.weight", weight),
            ("imported.shelfLife", good.shelfLifeMonths.map { view.count("imported.months", $0) }),
            ("imported.storage", text(good.storage)),
            ("product.care", text(good.care)),
        ]
    }

    // MARK: Values

    private func text(_ value: Localized<String>) -> String? { view.shop.text(value)?.value }

    private func region(_ code: String) -> String? { view.shop.text(view.shop.catalog.regions[code])?.value }

    private var materials: String {
        product.materials.map { line in
            let name = view.shop.text(view.shop.catalog.materials[line.material])?.value ?? line.material
            guard let share = line.share else { return name }
            return view.string("product.share", ["material": .text(name), "share": .integer(share)])
        }.joined(separator: "; ")
    }

    private func size(_ size: [String: Measure]) -> String {
        ["length", "width", "height", "diameter"].compactMap { side in
            size[side].map { view.string("size.\(side)", ["value": .text(measure($0))]) }
        }.joined(separator: ", ")
    }

    private func measure(_ measure: Measure) -> String {
        view.string("unit.\(measure.unit.rawValue)", ["value": .decimal(measure.decimalText)])
    }

    private var weight: String? { product.variants.first?.weight.map(measure) }

    private func made(_ craft: Handicraft) -> String? {
        let year: String? = if case .year(let year) = craft.made { String(year) } else { nil }
        return craft.isOneOfAKind
            ? [year, view.string("product.unique")].compactMap(\.self).joined(separator: ". ") : year
    }
}
