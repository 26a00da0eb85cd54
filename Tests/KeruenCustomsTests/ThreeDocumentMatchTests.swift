import Foundation
import KeruenCustoms
import TestSupport
import Testing

@Suite("Order, payment, waybill and list")
struct ThreeDocumentMatchTests {
    private var random = SeededGenerator(seed: 411)

    @Test("match as they are made")
    mutating func clean() {
        for index in 0..<200 {
            let imported = CustomsSamples.importSet(&random, index: index)
            let exported = CustomsSamples.exportSet(&random, index: index)
            #expect(imported.problems.isEmpty && exported.problems.isEmpty)
        }
    }

    /// A slip in one document, and the fields that differ then.
    private static let imports: [(slip: @Sendable (inout CustomsSamples.Import) -> Void, fields: [String])] = [
        ({ $0.order.paid.minorUnits += 1 }, ["CEB311.acturalPaid", "CEB411.amountPaid"]),
        ({ $0.payment.amountPaid.minorUnits -= 1 }, ["CEB411.amountPaid"]),
        ({ $0.order.discount.minorUnits += 7 }, ["CEB311.acturalPaid"]),
        ({ $0.order.goodsValue.minorUnits += 7 }, ["CEB311.acturalPaid", "CEB311.goodsValue"]),
        ({ $0.payment.orderNumber += "x" }, ["CEB411.orderNo"]),
        ({ $0.waybill.orderNumber += "x" }, ["CEB511.orderNo"]),
        ({ $0.list.orderNumber += "x" }, ["CEB621.orderNo"]),
        ({ $0.payment.transaction += "x" }, ["CEB411.payTransactionId"]),
        ({ $0.list.merchant.code += "x" }, ["CEB621.ebcCode"]),
        ({ $0.list.waybillNumber += "x" }, ["CEB621.logisticsNo"]),
        ({ $0.waybill.consignee.name += " " }, ["CEB511.consignee"]),
        ({ $0.waybill.consignee.telephone = "+8613800138000" }, ["CEB511.consigneeTelephone"]),
        ({ $0.waybill.consignee.address += "1" }, ["CEB511.consigneeAddress"]),
        ({ $0.list.consigneeAddress += "1" }, ["CEB621.consigneeAddress"]),
        ({ $0.payment.payer.identityNumber = "110105194912310038" }, ["CEB411.payerIdNumber"]),
        ({ $0.list.buyer.telephone += "1" }, ["CEB621.buyerTelephone"]),
        ({ $0.list.lines.append($0.list.lines[0]) }, ["CEB621.InventoryList"]),
        ({ $0.list.lines[0].name += "1" }, ["CEB621.InventoryList[1].gname"]),
        ({ $0.list.lines[0].origin = .china }, ["CEB621.InventoryList[1].country"]),
        (
            {
                $0.list.lines[0].total.minorUnits += 1
            }, ["CEB621.InventoryList[1].totalPrice", "CEB621.InventoryList[1].totalPrice"]
        ),
        (
            {
                $0.list.lines[0].quantity = CEBDecimal(units: $0.list.lines[0].quantity.units + 1)
                $0.list.lines[0].price.minorUnits += 1
            },
            [
                "CEB621.InventoryList[1].totalPrice", "CEB621.InventoryList[1].qty",
                "CEB621.InventoryList[1].price",
            ]
        ),
    ]

    @Test("of an import are told apart field by field, both fields named", arguments: imports.indices)
    mutating func imported(index: Int) {
        var set = CustomsSamples.importSet(&random, index: index)
        set.order.lines[0].price.minorUnits = 12_300
        set.order.lines[0].total.minorUnits = 12_300 * set.order.lines[0].quantity.units / CEBDecimal.scale
        (set.list.lines[0].price, set.list.lines[0].total) = (set.order.lines[0].price, set.order.lines[0].total)
        set.order.goodsValue.minorUnits = set.order.lines.reduce(0) { $0 + $1.total.minorUnits }
        set.order.paid.minorUnits =
            set.order.goodsValue.minorUnits + set.order.freight.minorUnits + set.order.taxTotal.minorUnits
            - set.order.discount.minorUnits
        set.payment.amountPaid = set.order.paid
        #expect(set.problems.isEmpty)
        Self.imports[index].slip(&set)
        let problems = set.problems
        #expect(problems.compactMap { $0.arguments["field"]?.description } == Self.imports[index].fields)
        #expect(problems.allSatisfy { $0.arguments["other"]?.description.hasPrefix("CEB") == true })
        #expect(problems.allSatisfy { $0.arguments["order"]?.description == set.order.number })
        let printed = "\(problems)"
        for secret in [
            set.order.buyer.name, set.order.buyer.identityNumber, "13800138000", set.order.consignee.address,
        ] {
            #expect(!printed.contains(secret))
        }
    }

    private static let exports: [(slip: @Sendable (inout CustomsSamples.Export) -> Void, fields: [String])] = [
        ({ $0.collection.amount.minorUnits += 1 }, ["CEB403.charge"]),
        ({ $0.collection.orderNumber += "x" }, ["CEB403.orderNo"]),
        ({ $0.list.orderNumber += "x" }, ["CEB603.orderNo"]),
        ({ $0.list.waybillNumber += "x" }, ["CEB603.logisticsNo"]),
        ({ $0.list.carrier.code += "x" }, ["CEB603.logisticsCode"]),
        ({ $0.list.parcels = 2 }, ["CEB603.packNo"]),
        ({ $0.waybill.grossWeight = 1 }, ["CEB603.grossWeight"]),
        ({ $0.order.lines[0].unit = .litre }, ["CEB603.InventoryList[1].unit"]),
        ({ $0.list.lines.removeLast() }, ["CEB603.InventoryList"]),
    ]

    @Test("of an export are told apart field by field", arguments: exports.indices)
    mutating func exported(index: Int) {
        var set = CustomsSamples.exportSet(&random, index: index)
        Self.exports[index].slip(&set)
        #expect(set.problems.compactMap { $0.arguments["field"]?.description } == Self.exports[index].fields)
    }

    @Test("that fit a schema but not arithmetic are refused: 200 × 10 is not 12,000")
    mutating func arithmetic() {
        var set = CustomsSamples.exportSet(&random, index: 1)
        set.order.lines[0].quantity = 200
        set.order.lines[0].price.minorUnits = 1_000
        set.order.lines[0].total.minorUnits = 1_200_000
        #expect(set.order.problems.isEmpty)
        #expect(
            set.problems.contains {
                $0.code == .customsSumMismatch && $0.arguments["other"] == "CEB303.OrderList[1].qty × price"
            })
    }
}
