#if Postgres
    /// A statement that is sent again and again; a connection prepares it the first time.
    ///
    /// Its name is made of its words, so that two versions of a program behind one pooler never take each other's.
    struct Statement: Sendable {
        let name: String
        let sql: String
        let types: [UInt32]

        init(_ sql: String, _ types: WireValue.Kind...) { self.init(sql, of: types) }

        init(_ sql: String, of types: [WireValue.Kind]) {
            self.sql = sql
            self.types = types.map(\.rawValue)
            // FNV-1a: `Hasher` gives another number in every process.
            var hash: UInt64 = 0xcbf2_9ce4_8422_2325
            for byte in sql.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
            name = "keruen_" + String(hash, radix: 36)
        }

        func callAsFunction(_ values: WireValue...) -> Query { Query(statement: self, values: values) }
    }

    /// A statement with what it is asked with.
    struct Query {
        let statement: Statement
        let values: [WireValue]
    }
#endif
