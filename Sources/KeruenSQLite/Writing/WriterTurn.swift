#if SQLite
    internal import Foundation
    internal import KeruenTrade

    /// The line in which the processes stand that write to one file, so that each gets its turn and none ever fails for another's sake.
    ///
    /// Two bytes of `<store>-queue` are locked and never written: the head of the line, and the turn itself. Who finished a turn
    /// stands behind those that wait, because one of them holds the head already. The kernel frees both when a process dies, however
    /// it does.
    @safe
    final class WriterTurn: Sendable {
        private let file: CInt
        private let patience: Duration

        private enum Part: Int { case head, turn }

        /// - Throws: `TradeError` with `storeFailed`.
        init(path: String, patience: Duration) throws(TradeError) {
            file = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
            self.patience = patience
            guard file >= 0 else { throw TradeError(errno: errno) }
        }

        deinit { close(file) }

        /// Waits for the turn, however long it takes.
        /// - Parameter onDelay: called again and again while it lasts, half the patience apart.
        /// - Throws: `TradeError` with `storeFailed` where the file system has no locks.
        func take(onDelay: @escaping @Sendable () -> Void) throws(TradeError) {
            // Nearly always nobody else is there.
            if try lock(.head, waiting: false), try lock(.turn, waiting: false) { return try unlock(.head) }
            let timer = DispatchSource.makeTimerSource()
            let pause = patience / 2
            timer.schedule(deadline: .now() + pause.timeInterval, repeating: pause.timeInterval)
            timer.setEventHandler(handler: onDelay)
            timer.activate()
            defer { timer.cancel() }
            // Locking again what is locked already changes nothing.
            _ = try lock(.head, waiting: true)
            _ = try lock(.turn, waiting: true)
            try unlock(.head)
        }

        /// Looks for the turn until the patience ends, for who opens a store.
        /// - Throws: `TradeError` with `storeFailed`.
        func takeSoon() throws(TradeError) {
            let end = ContinuousClock.now + patience
            while true {
                if try lock(.turn, waiting: false) { return }
                guard ContinuousClock.now < end else { throw Self.tooLong }
                usleep(500)
            }
        }

        func pass() { try? unlock(.turn) }

        static let tooLong = TradeError(.storeFailed, ["reason": "queue"])

        private func lock(_ part: Part, waiting: Bool) throws(TradeError) -> Bool {
            while true {
                if apply(CInt(F_WRLCK), to: part, waiting ? Self.setAndWait : Self.set) { return true }
                switch errno {
                case EINTR: continue
                case EAGAIN, EACCES: return false
                default: throw TradeError(errno: errno)
                }
            }
        }

        private func unlock(_ part: Part) throws(TradeError) {
            guard apply(CInt(F_UNLCK), to: part, Self.set) else { throw TradeError(errno: errno) }
        }

        private func apply(_ type: CInt, to part: Part, _ command: CInt) -> Bool {
            var range = flock()
            range.l_type = Int16(type)
            range.l_whence = Int16(SEEK_SET)
            range.l_start = part.rawValue
            range.l_len = 1
            return unsafe withUnsafeMutablePointer(to: &range) {
                unsafe fcntl(file, command, UnsafeMutableRawPointer($0))
            } == 0
        }

        // Locks that belong to the opened file and not to the process: `F_OFD_SETLK` and `F_OFD_SETLKW`, which only the kernel's
        // own headers name.
        private static let set: CInt = 37
        private static let setAndWait: CInt = 38
    }

    extension Duration {
        var timeInterval: Double {
            Double(components.seconds) + Double(components.attoseconds) / 1e18
        }
    }
#endif
