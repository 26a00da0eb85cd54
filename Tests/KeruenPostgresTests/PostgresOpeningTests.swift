#if Postgres
    import Foundation
    import KeruenPostgres
    import KeruenTrade
    import TestSupport
    import Testing

    @Suite("Opening a database", Servers.isThere)
    struct PostgresOpeningTests {
        private func refusal(_ address: String, patience: Duration = .seconds(60)) async -> TradeError? {
            do throws(TradeError) {
                _ = try await PostgresStore(address, patience: patience)
                return nil
            } catch { return error }
        }

        @Test(
            "a string that PostgreSQL does not understand is refused at once, and not repeated: it carries a password",
            arguments: [
                "", "postgresql://[", "port", "user=керуен password='құпия",
                "postgresql://керуен:құпия@localhost/keruen?шифр=1",
                "postgresql://керуен:құпия@localhost/keruen\0",
            ])
        func badString(address: String) async {
            let error = await refusal(address)
            #expect(error?.code == .badStoreAddress)
            #expect(error?.arguments.isEmpty == true)
        }

        @Test("a server that is not there is told at once, and not waited for")
        func noServer() async {
            let start = ContinuousClock.now
            #expect(await refusal("postgresql://keruen@127.0.0.1:1/keruen")?.code == .storeAway)
            #expect(ContinuousClock.now - start < .seconds(20))
        }

        @Test("a host that never answers is given up when the time is over")
        func silentServer() async throws {
            // A socket that listens and says nothing.
            let silent = try SilentServer()
            let start = ContinuousClock.now
            let error = await refusal("postgresql://keruen@127.0.0.1:\(silent.port)/keruen", patience: .seconds(1))
            #expect(error?.code == .storeBusy)
            #expect(ContinuousClock.now - start < .seconds(20))
        }

        @Test("a host that never answers is passed over for the next one; a wrong password is one at all of them")
        func nextHost() async throws {
            let silent = try SilentServer()
            let address = try await Servers.freshDatabase()
            let several = address.replacing("@", with: "@127.0.0.1:\(silent.port),")
            let store = try await PostgresStore(several, patience: .seconds(60))
            try await store.openStock(of: SmallShop.crowded(items: 1, pieces: 3))
            #expect(try await store.available(SmallShop.hotItem(0), in: ["almaty"]) == 3)
            // Without a port there is the usual one: somebody who says nothing is not nobody.
            if let usual = try? SilentServer(port: 5432) {
                #expect(
                    await refusal("postgresql://keruen@127.0.0.1,127.0.0.1/k", patience: .seconds(1))?.code
                        == .storeBusy)
                withExtendedLifetime(usual) {}
            }
            // Away at one and missing at the other is missing.
            let missing = several.replacing("/keruen_", with: "/almaty_")
            #expect(await refusal(missing)?.code == .storeDatabaseMissing)
            for ports in ["1,2", "1,2,3"] {
                #expect(await refusal("host=127.0.0.1,127.0.0.1 port=\(ports) dbname=keruen") != nil)
            }
        }

        @Test("a database that is not there is named as what is missing")
        func noDatabase() async throws {
            let address = try Servers.address(of: "almaty_1854", on: try Servers.any())
            #expect(await refusal(address)?.code == .storeDatabaseMissing)
        }

        @Test("a wrong password, a missing one and an unknown role are refused logins", Servers.askForPasswords)
        func wrongPassword() async throws {
            var url = try #require(URLComponents(string: try Servers.any()))
            url.password = "жібек"
            #expect(await refusal(try #require(url.string))?.code == .storeLoginRefused)
            url.password = nil
            #expect(await refusal(try #require(url.string))?.code == .storeLoginRefused)
            url.user = "nobody"
            url.password = "жібек"
            #expect(await refusal(try #require(url.string))?.code == .storeLoginRefused)
        }

        @Test("tables of a later version are left alone")
        func tooNew() async throws {
            let address = try await Servers.freshDatabase()
            _ = try await PostgresStore(address)
            try await Servers.psql(address, "UPDATE keruen_schema SET version = version + 1")
            #expect(await refusal(address)?.code == .storeTooNew)
            #expect(try await Servers.psql(address, "SELECT count(*) FROM keruen_schema") == "1")
        }

        @Test("many that open an empty database together find it made once")
        func together() async throws {
            let address = try await Servers.freshDatabase()
            let goods = SmallShop.crowded(items: 3, pieces: 7)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<8 {
                    group.addTask { try await PostgresStore(address, connections: 2).openStock(of: goods) }
                }
                try await group.waitForAll()
            }
            #expect(try await Servers.psql(address, "SELECT count(*), min(version) FROM keruen_schema") == "1|3")
            #expect(try await PostgresStore(address).available(SmallShop.hotItem(0), in: ["almaty"]) == 7)
        }

        @Test("the markets' languages have their collations: Қ between К and Л, Ё with Е, pinyin's order")
        func collations() async throws {
            let address = try await Servers.freshDatabase()
            _ = try await PostgresStore(address)
            let sorted = { (words: String, collation: String) in
                try await Servers.psql(
                    address,
                    "SELECT string_agg(word, ' ' ORDER BY word COLLATE \(collation)) FROM unnest(string_to_array('\(words)', ' ')) word"
                )
            }
            #expect(
                try await sorted("Лашын Қобыз Керуен Ұлттық Ыдыс Әшекей Айна", "keruen_kk")
                    == "Айна Әшекей Керуен Қобыз Лашын Ұлттық Ыдыс")
            #expect(try await sorted("жар ёлка ель ёж ежевика", "keruen_ru") == "ёж ежевика ёлка ель жар")
            #expect(try await sorted("丝绸 茶叶 瓷器 玉雕 地毯", "keruen_zh") == "茶叶 瓷器 地毯 丝绸 玉雕")
        }
    }

    /// Takes connections and says nothing.
    private final class SilentServer: Sendable {
        let port: UInt16
        private let socket: CInt

        /// - Parameter wanted: any port where it is 0.
        init(port wanted: UInt16 = 0) throws {
            let socket = Glibc.socket(AF_INET, CInt(SOCK_STREAM.rawValue), 0)
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
            address.sin_port = wanted.bigEndian
            var length = socklen_t(MemoryLayout<sockaddr_in>.size)
            unsafe withUnsafeMutablePointer(to: &address) { pointer in
                unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                    _ = unsafe bind(socket, address, length)
                    _ = listen(socket, 8)
                    _ = unsafe getsockname(socket, address, &length)
                }
            }
            self.socket = socket
            port = UInt16(bigEndian: address.sin_port)
            try #require(port > 0 && (wanted == 0 || port == wanted))
        }

        deinit { close(socket) }
    }
#endif
