#if SQLite
    internal import FaultVFS
    internal import Foundation
    internal import KeruenSQLite
    internal import KeruenTrade

    /// The SQLite store over a disk in memory that fails and loses its power.
    ///
    /// One at a time: the disk is the whole process's.
    final class DiskStore: SimulatedStore, @unchecked Sendable {
        let name = "sqlite"
        private let folder: URL
        private var store: SQLiteStore?
        private var struck: UInt64 = 0

        /// An empty disk, whose misfortunes follow from the seed.
        init(seed: UInt64, bug: PlantedBug?) throws {
            // Of the file system only the line of writers is used.
            folder = FileManager.default.temporaryDirectory.appending(path: "keruen-disk-\(getpid())")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            guard unsafe fault_vfs_register(folder.path) == 0 else {
                throw TradeError(.storeFailed, ["reason": "sqlite3_vfs_register"])
            }
            fault_vfs_reset(seed)
            fault_vfs_lie(bug == .forgetsSync ? 1 : 0)
            store = try SQLiteStore(path: path)
        }

        private var path: String { folder.appending(path: "orders.sqlite").path }

        var isDown: Bool { store == nil || fault_vfs_is_dark() != 0 }

        func write<T: Sendable>(
            _ body: @escaping @Sendable (any StoreTransaction) throws(TradeError) -> T
        ) async throws(TradeError) -> T {
            guard let store else { throw TradeError(.storeFailed, ["reason": "closed"]) }
            return try await store.write(body)
        }

        func read<T: Sendable>(
            _ body: @escaping @Sendable (any StoreTransaction) throws(TradeError) -> T
        ) async throws(TradeError) -> T {
            guard let store else { throw TradeError(.storeFailed, ["reason": "closed"]) }
            return try await store.read(body)
        }

        func arm(by chance: Chance) {
            // A transaction of one order is some five writes and a sync; now and then the log goes over into the file.
            if chance.happens(500) {
                fault_vfs_cut_power_after(Int64(chance.below(24)))
            } else {
                fault_vfs_fail_after(Int64(chance.below(40)), chance.happens(400) ? 1 : 0)
            }
        }

        func disarm() -> Bool {
            fault_vfs_calm()
            let counts = fault_vfs_count()
            defer { struck = counts.cuts + counts.failures }
            return counts.cuts + counts.failures > struck
        }

        var misfortunes: [String: Int] {
            let counts = fault_vfs_count()
            return ["power cuts": Int(counts.cuts), "disk failures": Int(counts.failures), "syncs": Int(counts.syncs)]
        }

        func restart() async throws(TradeError) {
            fault_vfs_calm()
            await letGo()
            if fault_vfs_is_dark() != 0 { fault_vfs_restore_power() }
            store = try SQLiteStore(path: path)
        }

        /// Connections close on threads of their own, and what the last one does to the disk belongs to the day.
        private func letGo() async {
            store = nil
            for _ in 0..<10_000 where fault_vfs_open_handles() > 0 { try? await Task.sleep(for: .microseconds(200)) }
        }

        func close() async {
            await letGo()
            try? FileManager.default.removeItem(at: folder)
        }
    }

    extension Simulation {
        /// A day over SQLite, on a disk that fails and loses its power.
        ///
        /// One simulation at a time in a process.
        public static func onDisk(
            seed: UInt64, bug: PlantedBug? = nil, printsTrace: Bool = false
        ) throws -> Simulation {
            Simulation(
                seed: seed, over: try DiskStore(seed: seed, bug: bug), bug: bug, printsTrace: printsTrace)
        }
    }
#endif
