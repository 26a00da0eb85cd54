#if SQLite
    internal import KeruenTrade

    /// A transaction on a connection; the statements of its parts are in the files beside this one.
    final class SQLiteTransaction: StoreTransaction {
        let connection: SQLiteConnection
        /// Whether something of a person was erased: then it is to leave the files too.
        var hasErased = false

        init(on connection: SQLiteConnection) { self.connection = connection }
    }
#endif
