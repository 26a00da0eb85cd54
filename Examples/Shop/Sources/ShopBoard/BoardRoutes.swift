public import Hummingbird
internal import HTTPTypes
internal import Keruen
public import Mustache
public import ShopSite

/// The merchant's board under `/board`, for whoever has its token; without one there is no board.
///
///     /board                         what needs a hand today
///     /board/orders                  orders by stage; /board/orders/KR-… one of them, and its next steps
///     /board/stock · /board/tours    what runs out, what fills
///     /board/findings · /board/coverage      what is wrong with goods, what is missing of texts
///     /board/quota                   how full buyers' years are
///     /board/imports                 goods from a file; /board/imports/{id} one import, as a page or as JSON
public struct BoardRoutes: Sendable {
    /// What its folder of templates has to hold.
    public static let templates = [
        "board-layout", "board-login", "board-message", "board-overview", "board-orders", "board-order", "board-stock",
        "board-tours", "board-findings", "board-coverage", "board-quota", "board-imports", "board-import",
    ]

    /// Where its files are.
    public struct Folders: Sendable {
        /// The catalogue that is checked, and that imports go into.
        public var catalog: String
        public var locales: String
        /// Has `board.css` and `board.js`.
        public var assets: String
        /// Where snapshots are published; then imports change the newest one, and leave the catalogue's folder alone.
        public var snapshots: String?
        /// Who publishes those snapshots, if this node follows somebody; then imports belong there, for the next one would undo them.
        public var publisher: String?

        public init(
            catalog: String, locales: String, assets: String, snapshots: String? = nil, publisher: String? = nil
        ) {
            (self.catalog, self.locales, self.assets) = (catalog, locales, assets)
            (self.snapshots, self.publisher) = (snapshots, publisher)
        }
    }

    let services: Services
    let templates: MustacheLibrary
    let folders: Folders
    let door: BoardDoor
    let book: OrderBook
    let sheet: StockSheet
    let inspection: CatalogInspection
    let imports: ImportDesk

    /// - Parameter isServable: whether a site that was loaded after an import can be shown; else the import is taken back.
    public init(
        _ services: Services, templates: MustacheLibrary, folders: Folders,
        isServable: @escaping @Sendable (Site) -> Bool = { BoardRoutes.areWritten(for: $0) }
    ) {
        (self.services, self.templates, self.folders) = (services, templates, folders)
        door = BoardDoor(services)
        book = OrderBook(store: services.store)
        sheet = StockSheet(store: services.store)
        inspection = CatalogInspection(folders: folders)
        imports = ImportDesk(services: services, folders: folders, isServable: isServable)
    }

    /// Whether these strings are those that the board was written for.
    public static func areWritten(for site: Site) -> Bool { BoardStrings(site.compiled("board"), along: []) != nil }

    public func add(to router: Router<ShopContext>) {
        router.get("/board/board.css") { _, _ in try self.asset("board.css", type: "text/css; charset=utf-8") }
        router.get("/board/board.js") { _, _ in try self.asset("board.js", type: "text/javascript; charset=utf-8") }
        router.get("/board/login") { request, context in try self.showLogin(request, context) }
        router.post("/board/login") { request, context in try await self.login(request, context) }
        post("/board/logout", to: router) { visit in try await self.logout(visit) }

        get("/board", to: router) { try await self.overview($0) }
        get("/board/orders", to: router) { try await self.orders($0) }
        get("/board/orders/:id", to: router) { try await self.order($0) }
        post("/board/orders/:id", to: router) { try await self.changeOrder($0) }
        post("/board/orders/:id/people", to: router) { try await self.showPeople($0) }
        get("/board/stock", to: router) { try await self.stock($0) }
        get("/board/tours", to: router) { try await self.tours($0) }
        get("/board/findings", to: router) { try await self.findings($0) }
        get("/board/coverage", to: router) { try await self.coverage($0) }
        get("/board/quota", to: router) { try await self.quota($0) }
        get("/board/imports", to: router) { try await self.importList($0) }
        post("/board/imports", to: router) { try await self.receiveImport($0) }
        get("/board/imports/:id", to: router) { try await self.importJob($0) }
        post("/board/imports/:id/cancel", to: router) { try await self.cancelImport($0) }
    }

    private typealias Answer = @Sendable (BoardVisit) async throws -> Response

    private func get(_ path: RouterPath, to router: Router<ShopContext>, _ answer: @escaping Answer) {
        router.get(path) { request, context in try await self.answer(request, context, answer) }
    }

    private func post(_ path: RouterPath, to router: Router<ShopContext>, _ answer: @escaping Answer) {
        router.post(path) { request, context in try await self.answer(request, context, answer) }
    }
}
