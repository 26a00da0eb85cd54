internal import Keruen
internal import KeruenCustoms

/// A classification for programs; docs/cli.md tells its keys.
struct ClassificationBody: Encodable {
    var version = 1
    var sku: String
    var country: String
    var day: String
    var channel: String
    var complete: Bool
    var code: String?
    var schedule: String?
    var unit: String
    var quantity: String
    var statutory: [Quantity]
    var unitRule: Rule?
    var origin: String?
    var originCode: String?
    var positiveList: Listed?
    var marks: [NeededMark]
    var restrictions: [Barrier]
    var reviews: [JSONReport.Finding]

    struct Quantity: Encodable {
        var unit: String
        var quantity: String
    }

    struct Rule: Encodable {
        var id: String
        var from: String
        var through: String?
        var source: String
        var confidence: String
    }

    struct Listed: Encodable {
        var answer: String
        var line: String?
        var name: String?
        var remark: String?
        var rule: Rule?
    }

    struct NeededMark: Encodable {
        var mark: String
        var name: String
        var required: Bool
        var rule: Rule
    }

    struct Barrier: Encodable {
        var action: String
        var code: String
        var message: String
        var rule: Rule
    }

    init(_ item: ClassifiedItem, report: ReportLanguage) {
        let json = JSONReport(in: report)
        let found = item.classification
        sku = found.sku.description
        country = found.country
        day = found.day.description
        channel = item.channel.rawValue
        complete = found.isComplete
        code = found.code?.digits
        schedule = found.code?.schedule?.rawValue
        unit = found.unit.code
        quantity = found.quantity.description
        statutory = []
        if let counted = found.statutory {
            statutory.append(Quantity(unit: counted.firstUnit.code, quantity: counted.first.description))
            if let second = counted.second, let unit = counted.secondUnit {
                statutory.append(Quantity(unit: unit.code, quantity: second.description))
            }
        }
        unitRule = found.legalUnit.map { Rule($0) }
        origin = found.origin?.iso
        originCode = found.origin?.code
        positiveList = item.listed.map { Listed($0) }
        let needed = item.marks.required.map { ($0, true) } + item.marks.exempt.map { ($0, false) }
        marks = needed.map { row, isRequired in
            NeededMark(
                mark: row.mark.rawValue, name: report.text("goodsMark.\(row.mark.rawValue)") ?? row.mark.rawValue,
                required: isRequired, rule: Rule(row))
        }
        restrictions = item.restrictions.map { row in
            Barrier(
                action: row.action.rawValue, code: row.code.rawValue, message: report.sentence(item.diagnostic(row)),
                rule: Rule(row))
        }
        reviews = item.reviews.map(json.finding)
    }
}

extension ClassificationBody.Rule {
    init(_ row: some DatedRule) {
        id = row.id
        from = row.validity.from.description
        through = row.validity.through?.description
        source = row.validity.source
        confidence = row.validity.confidence.rawValue
    }
}

extension ClassificationBody.Listed {
    init(_ answer: PositiveList.Answer) {
        switch answer {
        case .listed(let row):
            self.init(answer: "listed", line: row.line, name: row.name, remark: row.remark, rule: .init(row))
        case .notListed: self.init(answer: "not-listed")
        case .unknown: self.init(answer: "unknown")
        }
    }
}
