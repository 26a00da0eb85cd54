extension Screening {
    /// Pieces of one SKU in a parcel.
    public struct Goods: Sendable {
        public var sku: SKU
        public var product: Product
        public var quantity: Int
        /// Of all pieces; nil where the weight is not known.
        public var grams: Int64?

        public init(sku: SKU, product: Product, quantity: Int, grams: Int64?) {
            (self.sku, self.product, self.quantity, self.grams) = (sku, product, quantity, grams)
        }

        public init(_ variant: Variant, of product: Product, quantity: Int = 1) {
            let grams = variant.weight?.grams.flatMap { grams -> Int64? in
                let (all, overflow) = grams.multipliedReportingOverflow(by: Int64(quantity))
                return overflow ? nil : all
            }
            self.init(sku: variant.sku, product: product, quantity: quantity, grams: grams)
        }
    }

    /// Asks rows of everything in a parcel; tours are no goods.
    /// - Parameters:
    ///   - certificates: papers that go with the parcel, beside those of its products.
    ///   - rows: those in force, the last begun first.
    ///   - day: on which certificates have to count; any that there is counts when nil.
    public init(
        of parcel: [Goods], along route: ParcelRoute, with certificates: [Certificate] = [],
        under rows: [Restriction], on day: CivilDate?
    ) {
        let goods = parcel.filter { $0.product.kind != .tour }
        self.init(
            along: route, on: day, goods: goods.reduce(into: [:]) { $0[$1.sku, default: 0] += $1.quantity })
        for item in goods {
            let papers = (item.product.certificates + certificates).filter { paper in
                day.map { day in paper.through.map { day <= $0 } ?? true } ?? true
            }
            var lifted: Set<String> = []
            var found: [Finding] = []
            for row in rows where row.covers(route) {
                var answer = row.condition.answer(of: item.product, along: route, grams: nil)
                if answer != .no, row.condition.asksWeight {
                    let grams = Self.weight(of: goods, under: row, along: route)
                    answer = row.condition.answer(of: item.product, along: route, grams: grams)
                }
                if row.action == .allow {
                    guard answer == .yes else { continue }
                    lifted.formUnion(row.lifts)
                    found.append(Finding(sku: item.sku, row: row, verdict: .allowed))
                } else if answer != .no {
                    let paper = papers.first { row.permits.contains($0.kind) && !$0.number.isEmpty }
                    found.append(Finding(sku: item.sku, row: row, verdict: row.verdict(answer, paper)))
                }
            }
            findings += found.filter { !lifted.contains($0.row.id) }
        }
    }

    /// What all goods weigh that a row may be about: two lines of raisins are one weight.
    private static func weight(of goods: [Goods], under row: Restriction, along route: ParcelRoute) -> Int64? {
        var sum: Int64 = 0
        for item in goods where row.condition.answer(of: item.product, along: route, grams: nil) != .no {
            guard let grams = item.grams else { return nil }
            let (next, overflow) = sum.addingReportingOverflow(grams)
            // Heavier than any limit.
            guard !overflow, next < Int64.max / 1_000 else { return Int64.max / 1_000 }
            sum = next
        }
        return sum
    }
}

extension Restriction {
    /// A paper settles what it is for, whether or not it was needed.
    fileprivate func verdict(_ answer: Answer, _ paper: Certificate?) -> Screening.Verdict {
        if let paper { return .permitted(paper) }
        if case .unknown(let fields) = answer { return .unknown(fields) }
        return switch action {
        case .block: .blocked
        case .permit: .needsPermit
        case .review: .needsReview
        case .allow: .allowed
        }
    }
}

extension TradeRules {
    /// What stands for and against sending goods on a day.
    ///
    ///     let goods = [Screening.Goods(variant, of: product)]
    ///     TradeRules.standard.screening(of: goods, along: ParcelRoute(from: "CN", to: "KZ"), on: today).blocks
    public func screening(
        of goods: [Screening.Goods], along route: ParcelRoute, with certificates: [Certificate] = [],
        on day: CivilDate
    ) -> Screening {
        Screening(of: goods, along: route, with: certificates, under: restrictions.inForce(on: day), on: day)
    }
}
