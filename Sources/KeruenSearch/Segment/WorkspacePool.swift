internal import SearchShims
internal import Synchronization

/// Rooms for queries, lent to one at a time: a query allocates nothing once there is one for each thread.
final class WorkspacePool: Sendable {
    static let mostSlots = 64
    static let mostTerms = 2_048

    @safe private struct Room: @unchecked Sendable { let pointer: OpaquePointer }

    private let free = Mutex<[Room]>([])

    deinit { free.withLock { rooms in for room in rooms { unsafe ksearch_workspace_close(room.pointer) } } }

    func withRoom<Result>(_ body: (OpaquePointer) -> Result) -> Result {
        let room = free.withLock { $0.popLast() } ?? Self.open()
        defer { free.withLock { $0.append(room) } }
        return unsafe body(room.pointer)
    }

    private static func open() -> Room {
        guard let pointer = unsafe ksearch_workspace_open(UInt32(mostSlots), UInt32(mostTerms)) else {
            preconditionFailure("no memory for a query")
        }
        return unsafe Room(pointer: pointer)
    }
}
