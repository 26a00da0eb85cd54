import Foundation
import KeruenTrade
import TestSupport
import Testing

@Suite("The flows of orders")
struct OrderFlowTests {
    @Test("reach every stage, and always lead to an end", arguments: OrderFlow.ID.allCases)
    func sound(id: OrderFlow.ID) {
        #expect(OrderFlow.flow(id).faults.isEmpty)
    }

    @Test("are told apart from flows that are drawn wrongly")
    func faults() {
        typealias Transition = OrderFlow.Transition
        let flow = OrderFlow(
            id: .domestic,
            transitions: [
                Transition(.placed, .captured, .paid),
                Transition(.placed, .captured, .lapsed, [.refundEverything]),
                Transition(.paid, .packed, .packed),
                Transition(.held, .receiptReleased, .closed),
            ])
        // From placed, lapsed is an end that can be reached.
        #expect(
            Set(flow.faults) == [
                .unreachable(.held), .unreachable(.closed), .deadEnd(.paid), .deadEnd(.packed),
                .hidden(.placed, .captured),
            ])
    }

    @Test("release on 800 and 899 alone: received, approved and unknown answers only wait")
    func release() {
        for status in -700_000...1_000 where ![800, 899].contains(status) {
            #expect(CustomsReceipt(document: "603", status: status, time: "").step != .receiptReleased)
        }
        for flow in [OrderFlow.export, .bondedImport, .directImport] {
            let ways = flow.transitions.filter { [.exitCleared, .released].contains($0.to) && $0.from != $0.to }
            #expect(!ways.isEmpty && ways.allSatisfy { $0.step == .receiptReleased })
        }
    }

    @Test("take goods out of the house exactly once on every way to an end")
    func taken() {
        for flow in OrderFlow.all {
            // Stage and whether what was set aside is still there.
            var open: [(OrderStage, Bool)] = [(.placed, true)]
            var seen: Set<String> = []
            while let (stage, isHeld) = open.popLast() {
                guard seen.insert("\(stage) \(isHeld)").inserted else { continue }
                if OrderFlow.ends.contains(stage) {
                    #expect(!isHeld, "\(flow.id) ends at \(stage) with goods set aside")
                }
                for transition in flow.transitions where transition.from == stage {
                    let ends = transition.effects.contains { [.takeReservations, .releaseReservations].contains($0) }
                    #expect(!ends || isHeld, "\(flow.id): \(stage) gives back twice")
                    open.append((transition.to, transition.step == .reheld || (isHeld && !ends)))
                }
            }
        }
    }

    @Test("stand in the documentation as they are", arguments: OrderFlow.ID.allCases)
    func documented(id: OrderFlow.ID) throws {
        let flow = OrderFlow.flow(id)
        let file = Project.root.appending(path: "docs/flows/\(id.rawValue).md")
        let page = "# The flow `\(id.rawValue)`\n\n```mermaid\n\(flow.diagram)\n```\n"
        // KERUEN_UPDATE=1 writes it anew after a change of a flow.
        if ProcessInfo.processInfo.environment["KERUEN_UPDATE"] != nil {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(page.utf8).write(to: file)
        }
        #expect(try String(contentsOf: file, encoding: .utf8) == page)
    }
}
