/// Why a quote or an order was refused; a stable code, and what the sentence needs.
///
///     do { try await store.place(request) } catch where error.code == .outOfStock { … }
public struct TradeError: Error, Hashable, Sendable {
    public var code: Diagnostic.Code
    public var arguments: [String: Diagnostic.Argument]

    public init(_ code: Diagnostic.Code, _ arguments: [String: Diagnostic.Argument] = [:]) {
        self.code = code
        self.arguments = arguments
    }

    /// For reports, which say it in the reader's language.
    public var diagnostic: Diagnostic { Diagnostic(code, .error, at: nil, arguments) }

    /// Whether the store as a whole takes nothing at the moment: it is worth trying again soon, under the same key.
    public var isOutage: Bool {
        [.storeAway, .storeBusy, .storeUncertain, .storeReadOnly, .storeFull].contains(code)
    }
}

extension Diagnostic.Code {
    public static let emptyCart = Self("TRD0101")
    public static let unknownSKU = Self("TRD0102")
    /// Not 1 to 9,999.
    public static let badQuantity = Self("TRD0103")
    /// The market has no price for it.
    public static let notSoldHere = Self("TRD0104")
    public static let amountTooLarge = Self("TRD0105")
    public static let unknownMarket = Self("TRD0106")
    public static let quoteExpired = Self("TRD0107")
    public static let outOfStock = Self("TRD0201")
    /// 1 to 64 printable ASCII characters are wanted.
    public static let badIdempotencyKey = Self("TRD0202")
    /// The key has placed another order already.
    public static let reusedIdempotencyKey = Self("TRD0203")
    public static let unknownOrder = Self("TRD0204")
    /// The order's flow has no such step where it stands.
    public static let notAllowedNow = Self("TRD0205")
    /// A document's number is 1 to 64 printable ASCII characters.
    public static let badReference = Self("TRD0206")
    /// More than was bought, or no line of the order.
    public static let returnTooLarge = Self("TRD0207")
    /// Events that don't follow each other: the store was changed by other hands.
    public static let brokenHistory = Self("TRD0208")
    /// A level would fall below what is set aside.
    public static let stockMismatch = Self("TRD0209")
    /// A tour wants a departure, goods have none.
    public static let badDeparture = Self("TRD0210")
    /// Tours and goods in one order.
    public static let mixedOrder = Self("TRD0211")
    /// The law's time for sending things back is over.
    public static let returnTooLate = Self("TRD0212")
    /// The law leaves such goods out: food, for one.
    public static let notReturnable = Self("TRD0213")
    /// No rule says whether they come back: a person has to decide.
    public static let returnUndecided = Self("TRD0214")
    /// Goods that left the catalogue: whether they may be sent back is not known any more.
    public static let goodsNotCatalogued = Self("TRD0237")
    /// The quote left something open that a person has to decide.
    public static let needsReview = Self("TRD0215")
    /// Other than the date and time that customs write, or ahead of now.
    public static let badReceipt = Self("TRD0216")
    /// Goods have no departures.
    public static let noTour = Self("TRD0217")
    /// The goods cross a border, and what that costs and forbids was not asked, or for another way.
    public static let notLanded = Self("TRD0219")
    /// A quote for another day than its own answers a question and sells nothing.
    public static let quoteForAnotherDay = Self("TRD0220")
    /// A message that was taken in for another order.
    public static let messageOfAnotherOrder = Self("TRD0606")
    /// An order's id is mistyped.
    public static let badOrderID = Self("TRD0218")
    /// A second piece of what there is one of in the world.
    public static let oneOfAKind = Self("TRD0231")
    /// The delivery note has brought other goods.
    public static let noteReused = Self("TRD0232")
    /// A tour where goods are wanted.
    public static let noGoods = Self("TRD0233")
    /// A tour without the day it starts.
    public static let dayMissing = Self("TRD0234")
    /// What comes back is no part of the order.
    public static let notInOrder = Self("TRD0235")
    /// No warehouse of the country serves the order.
    public static let noWarehouseThere = Self("TRD0236")
    /// The carrier's number serves another order.
    public static let waybillTaken = Self("TRD0238")
    /// The store can't be opened or written.
    public static let storeFailed = Self("TRD0301")
    /// The store was written by a later version.
    public static let storeTooNew = Self("TRD0302")
    /// The file is no store, or does not hold together any more: a backup is wanted.
    public static let storeDamaged = Self("TRD0303")
    /// What a place has set aside is not what its open orders hold.
    public static let stockDisagrees = Self("TRD0304")
    /// The folder that the store should lie in is not there.
    public static let storeFolderMissing = Self("TRD0305")
    /// Permission is missing.
    public static let storeForbidden = Self("TRD0306")
    /// No connection string of the kind that the store takes.
    public static let badStoreAddress = Self("TRD0307")
    /// The database can't be reached.
    public static let storeAway = Self("TRD0308")
    /// The database refused the login.
    public static let storeLoginRefused = Self("TRD0309")
    /// The server has no such database.
    public static let storeDatabaseMissing = Self("TRD0310")
    /// The database's disk is full.
    public static let storeFull = Self("TRD0311")
    /// Nobody answered in time.
    public static let storeBusy = Self("TRD0312")
    /// The connection broke at a commit: whether it was kept is not known, and the same key asks for it.
    public static let storeUncertain = Self("TRD0313")
    /// No server of the database's may be written to.
    public static let storeReadOnly = Self("TRD0314")
    /// The database has no tables of ours, and none were to be made.
    public static let storeTablesMissing = Self("TRD0315")
    /// The server's certificate is not one that the connection string trusts.
    public static let storeUntrusted = Self("TRD0316")
    /// Others have changed the same stock in another database at every try.
    public static let stockContended = Self("TRD0320")
    /// 1 to 64 printable ASCII characters are wanted.
    public static let badPaymentID = Self("TRD0601")
    /// Another currency than the order's, or no amount.
    public static let paymentMismatch = Self("TRD0602")
    /// The payment has been captured with another amount.
    public static let alreadyCaptured = Self("TRD0603")
    public static let refundTooLarge = Self("TRD0604")
    /// The provider could not be asked; whether it did anything is not known.
    public static let paymentUnanswered = Self("TRD0605")
}
