// Written by `keruen generate strings`; what is changed here is lost with the next run.
public import Keruen

/// The strings of the table checkout, each by its name, in the first language of a chain that has it.
public struct CheckoutStrings: Sendable {
    /// Changes when a key or an argument comes or goes: the strings that are loaded must have the same.
    public static let fingerprint = "ea92e206933932b4"

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

    /// See whether orders are taken again
    public func beforeAgain() -> String {
        _text(0)
    }

    /// Back to the full price
    public func beforeBack() -> String {
        _text(1)
    }

    /// {$tour}: cancelling is free until {$time}; later the price is not given back.
    public func beforeCancelFree(time: String, tour: String) -> String {
        _text(2, [.text(time), .text(tour)])
    }

    /// Order with obligation to pay {$total}
    public func beforePay(total: String) -> String {
        _text(3, [.text(total)])
    }

    /// Before you pay
    public func beforeTitle() -> String {
        _text(4)
    }

    /// To pay now, with all taxes that are in the price
    public func beforeTotal() -> String {
        _text(5)
    }

    /// Change
    public func cartChange() -> String {
        _text(6)
    }

    /// Go on shopping
    public func cartContinue() -> String {
        _text(7)
    }

    /// Your cart is empty.
    public func cartEmpty() -> String {
        _text(8)
    }

    /// No longer sold here
    public func cartGone() -> String {
        _text(9)
    }

    /// Goods and tours
    public func cartGoods() -> String {
        _text(10)
    }

    /// Item
    public func cartItem() -> String {
        _text(11)
    }

    /// Delivery, duties and taxes are reckoned on the next page, before you pay anything.
    public func cartNotYet() -> String {
        _text(12)
    }

    /// Price
    public func cartPrice() -> String {
        _text(13)
    }

    /// Something in the cart can’t be ordered as it is. Change it or take it out, then go on.
    public func cartProblem() -> String {
        _text(14)
    }

    /// Quantity
    public func cartQuantity() -> String {
        _text(15)
    }

    /// Quantity: {$title}
    public func cartQuantityOf(title: String) -> String {
        _text(16, [.text(title)])
    }

    /// Remove
    public func cartRemove() -> String {
        _text(17)
    }

    /// Remove: {$title}
    public func cartRemoveOf(title: String) -> String {
        _text(18, [.text(title)])
    }

    /// Starts {$day}
    public func cartStarts(day: String) -> String {
        _text(19, [.text(day)])
    }

    /// Sum
    public func cartSum() -> String {
        _text(20)
    }

    /// Your cart
    public func cartTitle() -> String {
        _text(21)
    }

    /// Check out
    public func cartToCheckout() -> String {
        _text(22)
    }

    /// See the full price
    public func cartToQuote() -> String {
        _text(23)
    }

    /// Where to
    public func checkoutAddress() -> String {
        _text(24)
    }

    /// Basis: {$source}
    public func checkoutBasis(source: String) -> String {
        _text(25, [.text(source)])
    }

    /// City or village
    public func checkoutCity() -> String {
        _text(26)
    }

    /// Who orders and pays
    public func checkoutContact() -> String {
        _text(27)
    }

    /// Country
    public func checkoutCountry() -> String {
        _text(28)
    }

    /// 12 digits
    public func checkoutDigitsIin() -> String {
        _text(29)
    }

    /// 12 digits
    public func checkoutDigitsInn() -> String {
        _text(30)
    }

    /// 18 characters
    public func checkoutDigitsResidentId() -> String {
        _text(31)
    }

    /// 10 digits
    public func checkoutDigitsRuPassport() -> String {
        _text(32)
    }

    /// District, if there is one
    public func checkoutDistrict() -> String {
        _text(33)
    }

    /// IIN
    public func checkoutDocumentIin() -> String {
        _text(34)
    }

    /// INN
    public func checkoutDocumentInn() -> String {
        _text(35)
    }

    /// Passport
    public func checkoutDocumentPassport() -> String {
        _text(36)
    }

    /// Chinese resident ID
    public func checkoutDocumentResidentId() -> String {
        _text(37)
    }

    /// Internal passport: series and number
    public func checkoutDocumentRuPassport() -> String {
        _text(38)
    }

    /// Documents
    public func checkoutDocuments() -> String {
        _text(39)
    }

    /// Of you, who order and pay
    public func checkoutDocumentsOfBuyer() -> String {
        _text(40)
    }

    /// Of the recipient
    public func checkoutDocumentsOfRecipient() -> String {
        _text(41)
    }

    /// For example {$example}.
    public func checkoutExample(example: String) -> String {
        _text(42, [.text(example)])
    }

    /// Whom it is for
    public func checkoutFor() -> String {
        _text(43)
    }

    /// For me
    public func checkoutForMe() -> String {
        _text(44)
    }

    /// A gift for somebody else
    public func checkoutForOther() -> String {
        _text(45)
    }

    /// You pay, they receive. The parcel’s label does not say who paid.
    public func checkoutGiftHint() -> String {
        _text(46)
    }

    /// Given name
    public func checkoutGivenName() -> String {
        _text(47)
    }

    /// Kind of address
    public func checkoutKind() -> String {
        _text(48)
    }

    /// Home
    public func checkoutKindHome() -> String {
        _text(49)
    }

    /// Office
    public func checkoutKindOffice() -> String {
        _text(50)
    }

    /// Parcel locker
    public func checkoutKindParcelLocker() -> String {
        _text(51)
    }

    /// Pickup point
    public func checkoutKindPickupPoint() -> String {
        _text(52)
    }

    /// Post office, poste restante
    public func checkoutKindPostOffice() -> String {
        _text(53)
    }

    /// GACC announcement 194/2018: buyers of cross-border retail are known by their resident ID
    public func checkoutLawCustomsCn() -> String {
        _text(54)
    }

    /// Kazakhstan’s customs name the recipient of goods for personal use by IIN
    public func checkoutLawCustomsKz() -> String {
        _text(55)
    }

    /// order of Russia’s Federal Customs Service No. 1861 of 24 November 2017
    public func checkoutLawCustomsRu() -> String {
        _text(56)
    }

    /// rules of carriers and border checkpoints
    public func checkoutLawTourBooking() -> String {
        _text(57)
    }

    /// As on the resident ID.
    public func checkoutNameChinese() -> String {
        _text(58)
    }

    /// As in your document, in Cyrillic letters.
    public func checkoutNameCyrillic() -> String {
        _text(59)
    }

    /// Patronymic, if there is one
    public func checkoutPatronymic() -> String {
        _text(60)
    }

    /// Mobile phone
    public func checkoutPhone() -> String {
        _text(61)
    }

    /// For the courier; for example {$example}.
    public func checkoutPhoneHint(example: String) -> String {
        _text(62, [.text(example)])
    }

    /// Number of the pickup point or locker, if you chose one
    public func checkoutPoint() -> String {
        _text(63)
    }

    /// Postal address
    public func checkoutPostal() -> String {
        _text(64)
    }

    /// For the contract and the voucher of the tour.
    public func checkoutPostalHint() -> String {
        _text(65)
    }

    /// Postcode
    public func checkoutPostcode() -> String {
        _text(66)
    }

    /// customs clearance in China
    public func checkoutPurposeCustomsCn() -> String {
        _text(67)
    }

    /// customs clearance in Kazakhstan
    public func checkoutPurposeCustomsKz() -> String {
        _text(68)
    }

    /// customs clearance in Russia
    public func checkoutPurposeCustomsRu() -> String {
        _text(69)
    }

    /// booking the tour: carriers and checkpoints compare names with passports
    public func checkoutPurposeTourBooking() -> String {
        _text(70)
    }

    /// Who receives it
    public func checkoutRecipient() -> String {
        _text(71)
    }

    /// Province, region or municipality
    public func checkoutRegionCN() -> String {
        _text(72)
    }

    /// Not needed in Moscow, St Petersburg and Sevastopol.
    public func checkoutRegionHintRU() -> String {
        _text(73)
    }

    /// Region, if needed
    public func checkoutRegionKZ() -> String {
        _text(74)
    }

    /// Region, territory or republic
    public func checkoutRegionRU() -> String {
        _text(75)
    }

    /// Encrypted before it is stored, shown afterwards by its last two characters only, erased after {$day}.
    public func checkoutSealed(day: String) -> String {
        _text(76, [.text(day)])
    }

    /// Street, house, flat
    public func checkoutStreet() -> String {
        _text(77)
    }

    /// Surname
    public func checkoutSurname() -> String {
        _text(78)
    }

    /// Checkout
    public func checkoutTitle() -> String {
        _text(79)
    }

    /// Name
    public func checkoutWhole() -> String {
        _text(80)
    }

    /// What for: {$purpose}
    public func checkoutWhy(purpose: String) -> String {
        _text(81, [.text(purpose)])
    }

    /// I agree that {$seller} processes the resident ID given here and hands it to China’s customs, the payment institution and the carrier, for the clearance of this order alone, until {$day}. I can take the consent back at any time by writing to {$email}; then what is not yet cleared can’t be sent.
    public func consentCustomsCn(day: String, email: String, seller: String) -> String {
        _text(82, [.text(day), .text(email), .text(seller)])
    }

    /// I agree that {$seller} processes the IIN given here and hands it to the carrier and to Kazakhstan’s customs, for the clearance of this order alone, until {$day}. I can take the consent back at any time by writing to {$email}; then what is not yet cleared can’t be sent.
    public func consentCustomsKz(day: String, email: String, seller: String) -> String {
        _text(83, [.text(day), .text(email), .text(seller)])
    }

    /// I agree that {$seller} processes the passport data and INN given here and hands them to the carrier and to Russia’s customs, for the clearance of this order alone, until {$day}. I can take the consent back at any time by writing to {$email}; then what is not yet cleared can’t be sent.
    public func consentCustomsRu(day: String, email: String, seller: String) -> String {
        _text(84, [.text(day), .text(email), .text(seller)])
    }

    /// Consent to the use of documents
    public func consentTitle() -> String {
        _text(85)
    }

    /// I agree that {$seller} processes the passports given here and hands them to the tour’s operator, carriers and checkpoints, for this booking alone, until {$day}; travellers other than me have agreed to it. The consent can be taken back at any time by writing to {$email}; then the tour can’t be taken.
    public func consentTourBooking(day: String, email: String, seller: String) -> String {
        _text(86, [.text(day), .text(email), .text(seller)])
    }

    /// Version of the text: {$version}
    public func consentVersion(version: String) -> String {
        _text(87, [.text(version)])
    }

    /// On delivery
    public func dutiesLater() -> String {
        _text(88)
    }

    /// Now {$now}; on delivery {$border} to customs or the carrier, who reckon it by the rate of that day.
    public func dutiesLaterText(border: String, now: String) -> String {
        _text(89, [.text(border), .text(now)])
    }

    /// Now, with the order
    public func dutiesNow() -> String {
        _text(90)
    }

    /// Now {$now}; nothing on delivery: we settle with customs.
    public func dutiesNowText(now: String) -> String {
        _text(91, [.text(now)])
    }

    /// When duty and tax are paid
    public func dutiesTitle() -> String {
        _text(92)
    }

    /// For a few minutes orders can be neither placed, shown nor changed. Nothing is lost: please come back in a little while.
    public func faultAway() -> String {
        _text(93)
    }

    /// The cart is full. Order what is in it first.
    public func faultCartFull() -> String {
        _text(94)
    }

    /// Say whom the order is for.
    public func faultChoose() -> String {
        _text(95)
    }

    /// Documents are never shown again: please type them once more.
    public func faultDocuments() -> String {
        _text(96)
    }

    /// Please try again a little later
    public func faultLater() -> String {
        _text(97)
    }

    /// We can’t take orders at the moment: names, addresses and documents can’t be stored safely. Your cart is kept; please come back later.
    public func faultNoKeys() -> String {
        _text(98)
    }

    /// {$whose}: {$sentence}
    public func faultOf(sentence: String, whose: String) -> String {
        _text(99, [.text(sentence), .text(whose)])
    }

    /// We can’t take orders for a few minutes. Nothing was ordered twice and your cart is kept: please look again in a little while. If this order did come through, you will see it then.
    public func faultPaused() -> String {
        _text(100)
    }

    /// This cart has been ordered already, and has changed since. If you want these things too, press the button once more.
    public func faultPlacedBefore() -> String {
        _text(101)
    }

    /// The price has changed since you opened this page; look at it before you order.
    public func faultPriceChanged() -> String {
        _text(102)
    }

    /// .input {$count :integer} .match $count one {{{$count} field needs another look}} * {{{$count} fields need another look}}
    public func faultTitle(count: Int) -> String {
        _text(103, [.integer(count)])
    }

    /// {$from} – {$through}
    public func lookDays(from: String, through: String) -> String {
        _text(104, [.text(from), .text(through)])
    }

    /// Estimate
    public func lookEstimate() -> String {
        _text(105)
    }

    /// Write to {$email} what you would like. Within two working days we answer whether it can be sent and what it will cost; until then nothing is paid.
    public func lookNext(email: String) -> String {
        _text(106, [.text(email)])
    }

    /// none is due
    public func lookNone() -> String {
        _text(107)
    }

    /// The rest can be ordered at once: take these things out of the cart.
    public func lookRest() -> String {
        _text(108)
    }

    /// A look at my parcel: {$titles}
    public func lookSubject(titles: String) -> String {
        _text(109, [.text(titles)])
    }

    /// A colleague looks at this parcel first
    public func lookTitle() -> String {
        _text(110)
    }

    /// What has to be settled:
    public func lookWhy() -> String {
        _text(111)
    }

    /// Write to us
    public func lookWrite() -> String {
        _text(112)
    }

    /// You buy from abroad for your own use; the goods may not be sold on. They meet the standards of the country that they come from, which may differ from China’s, and may have no Chinese label: the Chinese text is on the product’s page.
    public func noticeRetail() -> String {
        _text(113)
    }

    /// To pay when the parcel arrives (estimate)
    public func orderBorder() -> String {
        _text(114)
    }

    /// Cancel the order
    public func orderCancel() -> String {
        _text(115)
    }

    /// Free until {$time}.
    public func orderCancelFree(time: String) -> String {
        _text(116, [.text(time)])
    }

    /// What was paid goes back the way it came.
    public func orderCancelHint() -> String {
        _text(117)
    }

    /// The time of free cancelling is over: the places become free, the price is not given back.
    public func orderCancelLate() -> String {
        _text(118)
    }

    /// Payment code
    public func orderCode() -> String {
        _text(119)
    }

    /// Documents that were given
    public func orderDocuments() -> String {
        _text(120)
    }

    /// The payment did not go through; nothing was taken. You can try once more.
    public func orderFailed() -> String {
        _text(121)
    }

    /// Find an order
    public func orderFind() -> String {
        _text(122)
    }

    /// It stands at the top of the order’s page and begins with KR.
    public func orderHint() -> String {
        _text(123)
    }

    /// All that has happened
    public func orderHistory() -> String {
        _text(124)
    }

    /// Keep the order’s number: with it this page can be found again.
    public func orderKeep() -> String {
        _text(125)
    }

    /// Money
    public func orderMoney() -> String {
        _text(126)
    }

    /// now
    public func orderNow() -> String {
        _text(127)
    }

    /// Order number
    public func orderNumber() -> String {
        _text(128)
    }

    /// To be given back to you
    public func orderOwed() -> String {
        _text(129)
    }

    /// Paid
    public func orderPaid() -> String {
        _text(130)
    }

    /// Pay {$total}
    public func orderPay(total: String) -> String {
        _text(131, [.text(total)])
    }

    /// We are waiting for your payment. Pay in the app of your bank or wallet; this page looks again by itself.
    public func orderPending() -> String {
        _text(132)
    }

    /// Where it stands
    public func orderProgress() -> String {
        _text(133)
    }

    /// What was ordered, and what it costs
    public func orderReceipt() -> String {
        _text(134)
    }

    /// Given back
    public func orderRefunded() -> String {
        _text(135)
    }

    /// Send something back
    public func orderReturn() -> String {
        _text(136)
    }

    /// Say how many pieces you send back.
    public func orderReturnNone() -> String {
        _text(137)
    }

    /// Pieces to send back: {$title}
    public func orderReturnPieces(title: String) -> String {
        _text(138, [.text(title)])
    }

    /// Announce the return
    public func orderReturnSend() -> String {
        _text(139)
    }

    /// Possible until {$day}.
    public func orderReturnUntil(day: String) -> String {
        _text(140, [.text(day)])
    }

    /// Show the order
    public func orderSearch() -> String {
        _text(141)
    }

    /// Seller
    public func orderSeller() -> String {
        _text(142)
    }

    /// Ordered together with it
    public func orderSiblings() -> String {
        _text(143)
    }

    /// Thank you! Your order is placed, and the goods are set aside for you.
    public func orderThanks() -> String {
        _text(144)
    }

    /// Thank you! Your order is placed and paid.
    public func orderThanksPaid() -> String {
        _text(145)
    }

    /// Order {$id}
    public func orderTitle(id: String) -> String {
        _text(146, [.text(id)])
    }

    /// Total
    public func orderTotal() -> String {
        _text(147)
    }

    /// There is no order with this number in this shop. Compare it with the confirmation, sign by sign.
    public func orderUnknown() -> String {
        _text(148)
    }

    /// The goods are set aside for you until {$time}.
    public func orderUntil(time: String) -> String {
        _text(149, [.text(time)])
    }

    /// Comes from abroad and passes customs.
    public func parcelAbroad() -> String {
        _text(150)
    }

    /// Tour booking
    public func parcelBooking() -> String {
        _text(151)
    }

    /// .input {$count :integer} .match $count one {{The cart becomes {$count} order.}} * {{The cart becomes {$count} orders, because its things lie in different countries or are tours. Each has a price, a delivery time and documents of its own; you pay them together.}}
    public func parcelDivided(count: Int) -> String {
        _text(152, [.integer(count)])
    }

    /// From: {$warehouse}
    public func parcelFrom(warehouse: String) -> String {
        _text(153, [.text(warehouse)])
    }

    /// Comes from a warehouse in your country: no customs, no duties.
    public func parcelHome() -> String {
        _text(154)
    }

    /// Your parcel
    public func parcelOnly() -> String {
        _text(155)
    }

    /// {$origin} → {$destination}
    public func parcelRoute(destination: String, origin: String) -> String {
        _text(156, [.text(destination), .text(origin)])
    }

    /// Parcel {$number :integer} of {$count :integer}
    public func parcelTitle(count: Int, number: Int) -> String {
        _text(157, [.integer(count), .integer(number)])
    }

    /// Comes from another country of the Eurasian Economic Union: no customs declaration.
    public func parcelUnion() -> String {
        _text(158)
    }

    /// Back to the cart
    public func quoteBack() -> String {
        _text(159)
    }

    /// This can’t be sent to you. Take it out of the cart to order the rest.
    public func quoteBlocked() -> String {
        _text(160)
    }

    /// To pay when the parcel arrives
    public func quoteBorder() -> String {
        _text(161)
    }

    /// The recipient pays duty and tax to customs or the carrier; we show what it will be by today’s rate.
    public func quoteBorderNote() -> String {
        _text(162)
    }

    /// Expected {$days}
    public func quoteDelivery(days: String) -> String {
        _text(163, [.text(days)])
    }

    /// How this is reckoned
    public func quoteExplain() -> String {
        _text(164)
    }

    /// All in all
    public func quoteLanded() -> String {
        _text(165)
    }

    /// Good to know
    public func quoteNotices() -> String {
        _text(166)
    }

    /// To pay now
    public func quoteNow() -> String {
        _text(167)
    }

    /// Start: {$start}
    public func quoteStarts(start: String) -> String {
        _text(168, [.text(start)])
    }

    /// Full price
    public func quoteTitle() -> String {
        _text(169)
    }

    /// Check out
    public func quoteToCheckout() -> String {
        _text(170)
    }

    /// These prices stand until {$time}.
    public func quoteUntil(time: String) -> String {
        _text(171, [.text(time)])
    }

    /// {$day}, {$clock} ({$zone}, UTC{$offset})
    public func timeAt(clock: String, day: String, offset: String, zone: String) -> String {
        _text(172, [.text(clock), .text(day), .text(offset), .text(zone)])
    }

    /// Write the country that issued the passport in two Latin letters, such as KZ.
    public func travellerBadCountry() -> String {
        _text(173)
    }

    /// Write the last day of the passport’s validity as year-month-day.
    public func travellerBadDay() -> String {
        _text(174)
    }

    /// Issuing country, two letters
    public func travellerCountry() -> String {
        _text(175)
    }

    /// Good through
    public func travellerExpires() -> String {
        _text(176)
    }

    /// Given name in the passport
    public func travellerGivenName() -> String {
        _text(177)
    }

    /// Copy names from the passport, in the letters A to Z. Each passport has to be good through {$day}.
    public func travellerHint(day: String) -> String {
        _text(178, [.text(day)])
    }

    /// Passport number
    public func travellerNumber() -> String {
        _text(179)
    }

    /// Traveller {$number :integer}: {$fare}
    public func travellerOne(fare: String, number: Int) -> String {
        _text(180, [.text(fare), .integer(number)])
    }

    /// Surname in the passport
    public func travellerSurname() -> String {
        _text(181)
    }

    /// Travellers
    public func travellerTitle() -> String {
        _text(182)
    }
}
