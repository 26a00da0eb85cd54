#if SQLite
    internal import GRDB
    internal import KeruenTrade

    extension TradeError {
        /// The store's failure, named by SQLite's words, never by data.
        init(sqlite code: CInt) {
            self.init(.storeFailed, ["reason": .text("\(ResultCode(rawValue: code))")])
        }

        init(errno code: CInt) { self.init(.storeFailed, ["reason": .text("errno \(code)")]) }

        /// A refusal of our own passes; anything else is the store's failure.
        init(store error: any Error) {
            if let error = error as? TradeError {
                self = error
            } else {
                let reason = (error as? DatabaseError).map { "\($0.extendedResultCode)" } ?? "\(type(of: error))"
                self.init(.storeFailed, ["reason": .text(reason)])
            }
        }
    }
#endif
