#if Postgres
    internal import KeruenTrade

    /// Why a database did not do what it was asked to.
    struct PostgresFailure: Error {
        /// The five letters of SQLSTATE; empty where the network failed without a word.
        var state: String
        /// Whether the connection is gone with it.
        var isLost: Bool

        static let lost = PostgresFailure(state: "", isLost: true)
        /// The time that the caller gave is over. What the server is at is not known, so the connection goes.
        static let late = PostgresFailure(state: "late", isLost: true)

        /// The tables are of a later version of this library.
        static let newer = PostgresFailure(state: "newer", isLost: false)

        /// The tables are not there, and were not to be made.
        static let missing = PostgresFailure(state: "missing", isLost: false)

        /// We have closed the store ourselves.
        static let closed = PostgresFailure(state: "closed", isLost: true)

        /// Whether asking again may help: the network failed, or the server is full, going down, coming up, or not the one that may write.
        var passes: Bool {
            state.isEmpty || state.hasPrefix("08") || isWrongServer
                || ["40001", "40P01", "53300", "57P01", "57P02", "57P03", "57P05"].contains(state)
        }

        /// Whether another connection is the better one: a standby writes nothing, whether it is told to (0A000) or just tries (25006).
        /// The first is also said of a plan that other tables have been put under.
        var isWrongServer: Bool { state == "25006" || state == "0A000" }

        /// Whether it is about rows: something that other hands have changed.
        var isAboutRows: Bool { state.hasPrefix("23") || state.hasPrefix("22") }
    }

    extension TradeError {
        /// In our own words where there are some, else named by the five letters, never by data.
        init(_ failure: PostgresFailure) {
            switch failure.state {
            case "newer": self.init(.storeTooNew)
            case "missing": self.init(.storeTablesMissing)
            case "trust": self.init(.storeUntrusted)
            case "late", "55P03", "57014": self.init(.storeBusy)
            case "53300": self.init(.storeBusy)
            case "", "closed", "57P01", "57P02", "57P03", "57P05": self.init(.storeAway)
            case "25006", "0A000": self.init(.storeReadOnly)
            case "28P01", "28000": self.init(.storeLoginRefused)
            case "3D000": self.init(.storeDatabaseMissing)
            case "53100", "53200", "58030": self.init(.storeFull)
            case "42501": self.init(.storeForbidden)
            case "42P01", "42703": self.init(.storeDamaged)
            case let state where state.hasPrefix("08"): self.init(.storeAway)
            case let state: self.init(.storeFailed, ["reason": .text(state)])
            }
        }
    }
#endif
