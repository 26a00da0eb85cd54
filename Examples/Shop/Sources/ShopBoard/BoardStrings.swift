// Written by `keruen generate strings`; what is changed here is lost with the next run.
public import Keruen

/// The strings of the table board, each by its name, in the first language of a chain that has it.
public struct BoardStrings: Sendable {
    /// Changes when a key or an argument comes or goes: the strings that are loaded must have the same.
    public static let fingerprint = "17a6d3872bacd878"

    // Names that no key can have.
    private let _strings: CompiledStrings
    private let _chain: [LanguageTag]
    private let _noting: (@Sendable (LanguageTag) -> Void)?

    /// Nil where the loaded strings are not those that this was written for.
    /// - Parameter noting: is told the language of each string that is served.
    public init?(
        _ strings: CompiledStrings, along chain: [LanguageTag],
        noting: (@Sendable (LanguageTag) -> Void)? = nil
    ) {
        guard strings.fingerprint == Self.fingerprint else { return nil }
        (_strings, _chain, _noting) = (strings, chain, noting)
    }

    private func _text(_ id: Int, _ values: [MessageArgument] = []) -> String {
        guard let served = _strings.text(id, values, along: _chain, bidi: .none) else { return "" }
        _noting?(served.language)
        return served.value
    }

    /// Interface for programs
    public func areaApi() -> String {
        _text(0)
    }

    /// This board
    public func areaBoard() -> String {
        _text(1)
    }

    /// Checkout
    public func areaCheckout() -> String {
        _text(2)
    }

    /// Messages of checks
    public func areaDiagnostics() -> String {
        _text(3)
    }

    /// Legal texts
    public func areaLegal() -> String {
        _text(4)
    }

    /// Refusals
    public func areaRefusals() -> String {
        _text(5)
    }

    /// Reports
    public func areaReports() -> String {
        _text(6)
    }

    /// Shop window
    public func areaShop() -> String {
        _text(7)
    }

    /// Each square is an area: how many texts it has and how many it needs. Required languages are those that the market’s law asks for.
    public func coverageAbout() -> String {
        _text(8)
    }

    /// No texts
    public func coverageEmpty() -> String {
        _text(9)
    }

    /// Texts by market and language
    public func coverageHeading() -> String {
        _text(10)
    }

    /// Products in the large files are not counted here: use the command line for them.
    public func coverageLinesLeft() -> String {
        _text(11)
    }

    /// What is missing or wrong
    public func coverageMissing() -> String {
        _text(12)
    }

    /// .input {$present :integer} .input {$total :integer} .input {$missing :integer} {{{$present} of {$total}, {$missing} missing}}
    public func coveragePart(missing: Int, present: Int, total: Int) -> String {
        _text(13, [.integer(missing), .integer(present), .integer(total)])
    }

    /// required
    public func coverageRequired() -> String {
        _text(14)
    }

    /// .input {$total :integer} {{All {$total} are there}}
    public func coverageWhole(total: Int) -> String {
        _text(15, [.integer(total)])
    }

    /// Back
    public func errorBack() -> String {
        _text(16)
    }

    /// That could not be done
    public func errorFailed() -> String {
        _text(17)
    }

    /// There is no such page
    public func errorMissing() -> String {
        _text(18)
    }

    /// It may have moved, or the address has a slip in it.
    public func errorMissingText() -> String {
        _text(19)
    }

    /// The order has moved on since this page was shown. Nothing was changed; look at where it stands now.
    public func errorMoved() -> String {
        _text(20)
    }

    /// This form is out of date
    public func errorStale() -> String {
        _text(21)
    }

    /// Nothing was changed. Go back, reload the page and try once more.
    public func errorStaleText() -> String {
        _text(22)
    }

    /// Nothing to complain of. Everything is in order.
    public func findingsClean() -> String {
        _text(23)
    }

    /// Errors
    public func findingsErrors() -> String {
        _text(24)
    }

    /// Catalogue check
    public func findingsHeading() -> String {
        _text(25)
    }

    /// Nothing matches the filter.
    public func findingsNone() -> String {
        _text(26)
    }

    /// Notes
    public func findingsNotes() -> String {
        _text(27)
    }

    /// .input {$count :integer} .match $count one {{{$count} product checked}} * {{{$count} products checked}}
    public func findingsProducts(count: Int) -> String {
        _text(28, [.integer(count)])
    }

    /// Product, file or code
    public func findingsSearch() -> String {
        _text(29)
    }

    /// Severity
    public func findingsSeverity() -> String {
        _text(30)
    }

    /// The catalogue can’t be read, so nothing is known about it:
    public func findingsUnreadable() -> String {
        _text(31)
    }

    /// Warnings
    public func findingsWarnings() -> String {
        _text(32)
    }

    /// Why
    public func findingsWhy() -> String {
        _text(33)
    }

    /// Into China, bonded (1210)
    public func flowBondedImport() -> String {
        _text(34)
    }

    /// Into China, direct (9610)
    public func flowDirectImport() -> String {
        _text(35)
    }

    /// At home
    public func flowDomestic() -> String {
        _text(36)
    }

    /// Export
    public func flowExport() -> String {
        _text(37)
    }

    /// Tour
    public func flowTour() -> String {
        _text(38)
    }

    /// A file of JSON Lines: a product a line, with titles, prices and stock. It is checked by all rules, and goes on sale only if there is no error in it.
    public func importsAbout() -> String {
        _text(39)
    }

    /// The upload broke off or its form can’t be read. Nothing was changed; try again.
    public func importsBroken() -> String {
        _text(40)
    }

    /// Another import is running. Wait until it is done, or stop it.
    public func importsBusy() -> String {
        _text(41)
    }

    /// Stopped; nothing was changed
    public func importsCancelled() -> String {
        _text(42)
    }

    /// The goods are being checked
    public func importsChecking() -> String {
        _text(43)
    }

    /// Earlier imports
    public func importsEarlier() -> String {
        _text(44)
    }

    /// The file itself is sound, but the catalogue would have errors with it:
    public func importsElsewhere() -> String {
        _text(45)
    }

    /// The form brought no file. Choose one first.
    public func importsEmpty() -> String {
        _text(46)
    }

    /// Not published
    public func importsFailed() -> String {
        _text(47)
    }

    /// File, at most 256 MB
    public func importsFile() -> String {
        _text(48)
    }

    /// File
    public func importsFileName() -> String {
        _text(49)
    }

    /// Import goods
    public func importsHeading() -> String {
        _text(50)
    }

    /// Import of {$name}
    public func importsJob(name: String) -> String {
        _text(51, [.text(name)])
    }

    /// .input {$count :integer} .match $count one {{{$count} more is not shown.}} * {{{$count} more are not shown.}}
    public func importsLeftOut(count: Int) -> String {
        _text(52, [.integer(count)])
    }

    /// Nothing was imported since the shop was opened.
    public func importsNone() -> String {
        _text(53)
    }

    /// .input {$count :integer} .match $count one {{{$count} product is on sale now.}} * {{{$count} products are on sale now.}}
    public func importsOutcome(count: Int) -> String {
        _text(54, [.integer(count)])
    }

    /// On sale
    public func importsPublished() -> String {
        _text(55)
    }

    /// The goods go on sale
    public func importsPublishing() -> String {
        _text(56)
    }

    /// The file is coming in
    public func importsReceiving() -> String {
        _text(57)
    }

    /// Not published: there are errors
    public func importsRefused() -> String {
        _text(58)
    }

    /// A file of the same name takes the earlier one’s place.
    public func importsSameName() -> String {
        _text(59)
    }

    /// A product with a known id takes the old one’s place.
    public func importsSameProduct() -> String {
        _text(60)
    }

    /// Started
    public func importsStarted() -> String {
        _text(61)
    }

    /// State
    public func importsState() -> String {
        _text(62)
    }

    /// Stop
    public func importsStop() -> String {
        _text(63)
    }

    /// The file is larger than 256 MB. Split it into several.
    public func importsTooLarge() -> String {
        _text(64)
    }

    /// Upload and check
    public func importsUpload() -> String {
        _text(65)
    }

    /// Sign in
    public func loginButton() -> String {
        _text(66)
    }

    /// Sign in to the board
    public func loginHeading() -> String {
        _text(67)
    }

    /// The board opens with the token that the shop was started with.
    public func loginHint() -> String {
        _text(68)
    }

    /// Sign in first, please.
    public func loginNeeded() -> String {
        _text(69)
    }

    /// Token
    public func loginToken() -> String {
        _text(70)
    }

    /// Five wrong tokens in a minute. Wait a minute, then try again.
    public func loginTooMany() -> String {
        _text(71)
    }

    /// That is not the board’s token. Check it for missing characters and try again.
    public func loginWrong() -> String {
        _text(72)
    }

    /// Areas of the board
    public func navAreas() -> String {
        _text(73)
    }

    /// Translations
    public func navCoverage() -> String {
        _text(74)
    }

    /// Catalogue check
    public func navFindings() -> String {
        _text(75)
    }

    /// Import
    public func navImports() -> String {
        _text(76)
    }

    /// Language
    public func navLanguages() -> String {
        _text(77)
    }

    /// Sign out
    public func navLogout() -> String {
        _text(78)
    }

    /// Orders
    public func navOrders() -> String {
        _text(79)
    }

    /// Today
    public func navOverview() -> String {
        _text(80)
    }

    /// Buyers’ quotas
    public func navQuota() -> String {
        _text(81)
    }

    /// To the shop
    public func navShop() -> String {
        _text(82)
    }

    /// Skip to the content
    public func navSkip() -> String {
        _text(83)
    }

    /// Stock
    public func navStock() -> String {
        _text(84)
    }

    /// Tours
    public func navTours() -> String {
        _text(85)
    }

    /// Call the order off
    public func orderCancel() -> String {
        _text(86)
    }

    /// What is set aside is freed and what was paid goes back to the buyer. Where customs has the list already, it is asked first.
    public func orderCancelSure() -> String {
        _text(87)
    }

    /// Yes, call it off
    public func orderCancelYes() -> String {
        _text(88)
    }

    /// Number or amount
    public func orderDetail() -> String {
        _text(89)
    }

    /// Done.
    public func orderDone() -> String {
        _text(90)
    }

    /// Paid back: {$amount}
    public func orderGivenBack(amount: String) -> String {
        _text(91, [.text(amount)])
    }

    /// Order {$id}
    public func orderHeading(id: String) -> String {
        _text(92, [.text(id)])
    }

    /// History
    public func orderHistory() -> String {
        _text(93)
    }

    /// Send to
    public func orderLabel() -> String {
        _text(94)
    }

    /// For the parcel’s label. That it was looked at is written to the log.
    public func orderLabelAbout() -> String {
        _text(95)
    }

    /// Hide
    public func orderLabelHide() -> String {
        _text(96)
    }

    /// Show name, phone and address
    public func orderLabelShow() -> String {
        _text(97)
    }

    /// Goods
    public func orderLines() -> String {
        _text(98)
    }

    /// Money
    public func orderMoney() -> String {
        _text(99)
    }

    /// What may be done now
    public func orderNext() -> String {
        _text(100)
    }

    /// Nothing is kept of anybody.
    public func orderNoPeople() -> String {
        _text(101)
    }

    /// Nothing more is to be done with this order.
    public func orderNothing() -> String {
        _text(102)
    }

    /// To be paid back: {$amount}
    public func orderOwed(amount: String) -> String {
        _text(103, [.text(amount)])
    }

    /// Received: {$amount}
    public func orderPaid(amount: String) -> String {
        _text(104, [.text(amount)])
    }

    /// People’s data
    public func orderPeople() -> String {
        _text(105)
    }

    /// Quantity
    public func orderQuantity() -> String {
        _text(106)
    }

    /// Waybill or document number, if there is one
    public func orderReference() -> String {
        _text(107)
    }

    /// Send the refund
    public func orderRefund() -> String {
        _text(108)
    }

    /// The payment provider did not take the refund; it stays owed. Try again later.
    public func orderRefundWaits() -> String {
        _text(109)
    }

    /// Pieces that come back
    public func orderReturnPieces() -> String {
        _text(110)
    }

    /// Take the return in
    public func orderReturnReceive() -> String {
        _text(111)
    }

    /// Of them fit for sale
    public func orderReturnSellable() -> String {
        _text(112)
    }

    /// Open a return
    public func orderReturnStart() -> String {
        _text(113)
    }

    /// Put into warehouse
    public func orderReturnWhere() -> String {
        _text(114)
    }

    /// I have looked at this and decided that it may go
    public func orderReviewed() -> String {
        _text(115)
    }

    /// From {$origin} to {$destination}
    public func orderRoute(destination: String, origin: String) -> String {
        _text(116, [.text(destination), .text(origin)])
    }

    /// May it be sent today?
    public func orderScreening() -> String {
        _text(117)
    }

    /// Not allowed. Call the order off, or send it another way.
    public func orderScreeningBlocked() -> String {
        _text(118)
    }

    /// The rules know nothing against it.
    public func orderScreeningClear() -> String {
        _text(119)
    }

    /// Kept sealed for {$purpose}, erased after {$day}.
    public func orderSealed(day: String, purpose: String) -> String {
        _text(120, [.text(day), .text(purpose)])
    }

    /// Sum
    public func orderSum() -> String {
        _text(121)
    }

    /// Set aside until {$time}
    public func orderUntil(time: String) -> String {
        _text(122, [.text(time)])
    }

    /// Customs has the word. Its answer comes with the receipt and moves the order by itself.
    public func orderWaitsCustoms() -> String {
        _text(123)
    }

    /// It waits for the buyer’s payment; when the money comes, the order goes on by itself.
    public func orderWaitsMoney() -> String {
        _text(124)
    }

    /// Waybill {$number}
    public func orderWaybill(number: String) -> String {
        _text(125, [.text(number)])
    }

    /// What happened
    public func orderWhat() -> String {
        _text(126)
    }

    /// When
    public func orderWhen() -> String {
        _text(127)
    }

    /// By stage
    public func ordersByStage() -> String {
        _text(128)
    }

    /// Last change
    public func ordersChanged() -> String {
        _text(129)
    }

    /// Orders
    public func ordersHeading() -> String {
        _text(130)
    }

    /// No orders here.
    public func ordersNone() -> String {
        _text(131)
    }

    /// Order number
    public func ordersNumber() -> String {
        _text(132)
    }

    /// Open
    public func ordersOpen() -> String {
        _text(133)
    }

    /// Order
    public func ordersOrder() -> String {
        _text(134)
    }

    /// Placed
    public func ordersPlaced() -> String {
        _text(135)
    }

    /// Waiting for
    public func ordersQueue() -> String {
        _text(136)
    }

    /// Where it stands
    public func ordersStage() -> String {
        _text(137)
    }

    /// Total
    public func ordersTotal() -> String {
        _text(138)
    }

    /// Nothing waits for you. Good day to drink tea.
    public func overviewCalm() -> String {
        _text(139)
    }

    /// The catalogue is being checked.
    public func overviewChecking() -> String {
        _text(140)
    }

    /// Texts are there for {$percent} in market {$market}
    public func overviewCoverage(market: String, percent: String) -> String {
        _text(141, [.text(market), .text(percent)])
    }

    /// .input {$count :integer} .match $count one {{{$count} finding in the catalogue}} * {{{$count} findings in the catalogue}}
    public func overviewFindings(count: Int) -> String {
        _text(142, [.integer(count)])
    }

    /// Goods and texts
    public func overviewGoods() -> String {
        _text(143)
    }

    /// What needs a hand today
    public func overviewHeading() -> String {
        _text(144)
    }

    /// .input {$count :integer} .match $count one {{{$count} item runs out}} * {{{$count} items run out}}
    public func overviewLow(count: Int) -> String {
        _text(145, [.integer(count)])
    }

    /// Orders that wait for you
    public func overviewOrders() -> String {
        _text(146)
    }

    /// .input {$count :integer} .match $count one {{{$count} buyer has used nine tenths of the year’s limit}} * {{{$count} buyers have used nine tenths of the year’s limit}}
    public func overviewQuota(count: Int) -> String {
        _text(147, [.integer(count)])
    }

    /// .input {$count :integer} .match $count one {{{$count} departure in the next 30 days is short of its smallest group}} * {{{$count} departures in the next 30 days are short of their smallest group}}
    public func overviewTours(count: Int) -> String {
        _text(148, [.integer(count)])
    }

    /// All
    public func pageAll() -> String {
        _text(149)
    }

    /// .input {$count :integer} {{{$count} in all}}
    public func pageCount(count: Int) -> String {
        _text(150, [.integer(count)])
    }

    /// As of {$time}
    public func pageFresh(time: String) -> String {
        _text(151, [.text(time)])
    }

    /// Market
    public func pageMarket() -> String {
        _text(152)
    }

    /// Next
    public func pageNext() -> String {
        _text(153)
    }

    /// .input {$page :integer} .input {$pages :integer} {{Page {$page} of {$pages}}}
    public func pagePlace(page: Int, pages: Int) -> String {
        _text(154, [.integer(page), .integer(pages)])
    }

    /// Previous
    public func pagePrevious() -> String {
        _text(155)
    }

    /// Show
    public func pageShow() -> String {
        _text(156)
    }

    /// China’s customs
    public func purposeCustomsCn() -> String {
        _text(157)
    }

    /// Kazakhstan’s customs
    public func purposeCustomsKz() -> String {
        _text(158)
    }

    /// Russia’s customs
    public func purposeCustomsRu() -> String {
        _text(159)
    }

    /// delivery
    public func purposeDelivery() -> String {
        _text(160)
    }

    /// booking a tour
    public func purposeTourBooking() -> String {
        _text(161)
    }

    /// Tours ahead
    public func queueAhead() -> String {
        _text(162)
    }

    /// Tour seats to confirm
    public func queueConfirm() -> String {
        _text(163)
    }

    /// At customs
    public func queueCustoms() -> String {
        _text(164)
    }

    /// Over
    public func queueDone() -> String {
        _text(165)
    }

    /// To pack and hand over
    public func queuePack() -> String {
        _text(166)
    }

    /// Papers for customs
    public func queuePapers() -> String {
        _text(167)
    }

    /// Money to pay back
    public func queueRefunds() -> String {
        _text(168)
    }

    /// Returns
    public func queueReturns() -> String {
        _text(169)
    }

    /// To screen for export
    public func queueScreen() -> String {
        _text(170)
    }

    /// Cleared, to send on
    public func queueSend() -> String {
        _text(171)
    }

    /// Stopped: inspection, refusal, correction
    public func queueStopped() -> String {
        _text(172)
    }

    /// Waiting for payment
    public func queueUnpaid() -> String {
        _text(173)
    }

    /// On their way
    public func queueWay() -> String {
        _text(174)
    }

    /// China lets a person have goods for {$limit} a year sent in by cross-border retail. Counted are this shop’s orders; customs add up all shops’. Nobody’s number is kept or shown here.
    public func quotaAbout(limit: String) -> String {
        _text(175, [.text(limit)])
    }

    /// Buyers
    public func quotaBuyers() -> String {
        _text(176)
    }

    /// How full buyers’ years are
    public func quotaHeading() -> String {
        _text(177)
    }

    /// No order has taken anything of a buyer’s year yet.
    public func quotaNone() -> String {
        _text(178)
    }

    /// .input {$count :integer} .match $count one {{{$count} buyer, {$sum} together}} * {{{$count} buyers, {$sum} together}}
    public func quotaSum(count: Int, sum: String) -> String {
        _text(179, [.integer(count), .text(sum)])
    }

    /// Used of the limit
    public func quotaUsed() -> String {
        _text(180)
    }

    /// Year {$year}
    public func quotaYear(year: String) -> String {
        _text(181, [.text(year)])
    }

    /// Merchant’s board
    public func siteTitle() -> String {
        _text(182)
    }

    /// Customs let go of the list
    public func stepCancelGranted() -> String {
        _text(183)
    }

    /// Customs kept the list
    public func stepCancelRefused() -> String {
        _text(184)
    }

    /// Close the order
    public func stepClosed() -> String {
        _text(185)
    }

    /// Seats confirmed
    public func stepConfirmed() -> String {
        _text(186)
    }

    /// Put into a consignment
    public func stepConsolidated() -> String {
        _text(187)
    }

    /// Declared to customs
    public func stepDeclared() -> String {
        _text(188)
    }

    /// Delivered
    public func stepDelivered() -> String {
        _text(189)
    }

    /// Left the country
    public func stepDeparted() -> String {
        _text(190)
    }

    /// Destroyed
    public func stepDestroyed() -> String {
        _text(191)
    }

    /// Handed to the courier
    public func stepDispatched() -> String {
        _text(192)
    }

    /// Cleared on arrival
    public func stepImportCleared() -> String {
        _text(193)
    }

    /// Declared on arrival
    public func stepImportDeclared() -> String {
        _text(194)
    }

    /// Refused on arrival
    public func stepImportRefused() -> String {
        _text(195)
    }

    /// Import list sent
    public func stepListed() -> String {
        _text(196)
    }

    /// Lost
    public func stepLost() -> String {
        _text(197)
    }

    /// The three documents agree
    public func stepMatched() -> String {
        _text(198)
    }

    /// Nobody came
    public func stepNoShow() -> String {
        _text(199)
    }

    /// With the courier again
    public func stepOutForDelivery() -> String {
        _text(200)
    }

    /// It is packed
    public func stepPacked() -> String {
        _text(201)
    }

    /// The tour was taken
    public func stepRedeemed() -> String {
        _text(202)
    }

    /// Let it pass for export
    public func stepScreened() -> String {
        _text(203)
    }

    /// Order, payment and waybill sent to customs
    public func stepSubmitted() -> String {
        _text(204)
    }

    /// Could not be delivered
    public func stepUndelivered() -> String {
        _text(205)
    }

    /// Free
    public func stockFree() -> String {
        _text(206)
    }

    /// Stock by warehouse
    public func stockHeading() -> String {
        _text(207)
    }

    /// Item
    public func stockItem() -> String {
        _text(208)
    }

    /// Running out
    public func stockLow() -> String {
        _text(209)
    }

    /// Nothing here.
    public func stockNone() -> String {
        _text(210)
    }

    /// .input {$count :integer} {{Running out means {$count} pieces or fewer that are free in all warehouses together. What there is only one of in the world is never called so.}}
    public func stockNote(count: Int) -> String {
        _text(211, [.integer(count)])
    }

    /// Only what runs out
    public func stockOnlyLow() -> String {
        _text(212)
    }

    /// Sold out
    public func stockOut() -> String {
        _text(213)
    }

    /// Set aside
    public func stockReserved() -> String {
        _text(214)
    }

    /// Sold
    public func stockSold() -> String {
        _text(215)
    }

    /// Warehouse
    public func stockWarehouse() -> String {
        _text(216)
    }

    /// Departure
    public func toursDay() -> String {
        _text(217)
    }

    /// Full
    public func toursFull() -> String {
        _text(218)
    }

    /// Tours by date
    public func toursHeading() -> String {
        _text(219)
    }

    /// Smallest group
    public func toursLeast() -> String {
        _text(220)
    }

    /// Seats
    public func toursSeats() -> String {
        _text(221)
    }

    /// Group not full yet
    public func toursShort() -> String {
        _text(222)
    }

    /// State
    public func toursState() -> String {
        _text(223)
    }

    /// Goes
    public func toursSure() -> String {
        _text(224)
    }

    /// Taken
    public func toursTaken() -> String {
        _text(225)
    }

    /// Tour
    public func toursTour() -> String {
        _text(226)
    }
}
