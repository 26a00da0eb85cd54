// Written by `keruen generate strings`; what is changed here is lost with the next run.
public import Keruen

/// The strings of the table shop, each by its name, in the first language of a chain that has it.
public struct Strings: Sendable {
    /// Changes when a key or an argument comes or goes: the strings that are loaded must have the same.
    public static let fingerprint = "d5d5ddfb295f9a98"

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

    /// New
    public func badgeNew() -> String {
        _text(0)
    }

    /// One of a kind
    public func badgeUnique() -> String {
        _text(1)
    }

    /// Go on shopping
    public func cartContinue() -> String {
        _text(2)
    }

    /// The cart is still empty.
    public func cartEmpty() -> String {
        _text(3)
    }

    /// Item
    public func cartItem() -> String {
        _text(4)
    }

    /// Place the order
    public func cartOrder() -> String {
        _text(5)
    }

    /// Price
    public func cartPrice() -> String {
        _text(6)
    }

    /// Remove
    public func cartRemove() -> String {
        _text(7)
    }

    /// Sum
    public func cartSum() -> String {
        _text(8)
    }

    /// Your cart
    public func cartTitle() -> String {
        _text(9)
    }

    /// Total
    public func cartTotal() -> String {
        _text(10)
    }

    /// .input {$count :integer} .match $count one {{{$count} item}} * {{{$count} items}}
    public func categoryCount(count: Int) -> String {
        _text(11, [.integer(count)])
    }

    /// The text in Arabic letters is written over by machine from Cyrillic; legal texts are in Chinese.
    public func convertedKkArab() -> String {
        _text(12)
    }

    /// The Latin text is written over by machine from Cyrillic; legal texts stay in Cyrillic.
    public func convertedKkLatn() -> String {
        _text(13)
    }

    /// Traditional characters are written over by machine from the Simplified ones.
    public func convertedZhHant() -> String {
        _text(14)
    }

    /// China
    public func countryCN() -> String {
        _text(15)
    }

    /// Kyrgyzstan
    public func countryKG() -> String {
        _text(16)
    }

    /// Kazakhstan
    public func countryKZ() -> String {
        _text(17)
    }

    /// Mongolia
    public func countryMN() -> String {
        _text(18)
    }

    /// Russia
    public func countryRU() -> String {
        _text(19)
    }

    /// Uzbekistan
    public func countryUZ() -> String {
        _text(20)
    }

    /// Back to the beginning
    public func errorHome() -> String {
        _text(21)
    }

    /// The item may be sold out for good, or there is a typo in the address.
    public func errorText() -> String {
        _text(22)
    }

    /// There is no such page
    public func errorTitle() -> String {
        _text(23)
    }

    /// This text is in Kazakh
    public func fallbackKk() -> String {
        _text(24)
    }

    /// This text is in Russian
    public func fallbackRu() -> String {
        _text(25)
    }

    /// This text is in Chinese
    public func fallbackZhHans() -> String {
        _text(26)
    }

    /// On the country's list of intangible cultural heritage since {$year}
    public func heritageNational(year: String) -> String {
        _text(27, [.text(year)])
    }

    /// On the region's list of intangible cultural heritage since {$year}
    public func heritageRegional(year: String) -> String {
        _text(28, [.text(year)])
    }

    /// On UNESCO's list of intangible cultural heritage since {$year}
    public func heritageUnesco(year: String) -> String {
        _text(29, [.text(year)])
    }

    /// See all
    public func homeAll() -> String {
        _text(30)
    }

    /// Where goods come from abroad, freight, duty, tax and days are reckoned before you pay.
    public func homeBorderText() -> String {
        _text(31)
    }

    /// No surprise at the border
    public func homeBorderTitle() -> String {
        _text(32)
    }

    /// Felt from the Kazakh steppe, atlas silk from Hotan, porcelain from Gzhel. Every piece tells who made it, of what and where.
    public func homeLead() -> String {
        _text(33)
    }

    /// Made by hand: {$region}
    public func homeMadeIn(region: String) -> String {
        _text(34, [.text(region)])
    }

    /// New in
    public func homeNew() -> String {
        _text(35)
    }

    /// Maker, material, technique and region stand beside every craft.
    public func homeOriginText() -> String {
        _text(36)
    }

    /// Nothing without a name
    public func homeOriginTitle() -> String {
        _text(37)
    }

    /// What you see is in your own money, tax included.
    public func homePriceText() -> String {
        _text(38)
    }

    /// The price has the tax in it
    public func homePriceTitle() -> String {
        _text(39)
    }

    /// How we sell
    public func homePromises() -> String {
        _text(40)
    }

    /// Other places
    public func homeRegions() -> String {
        _text(41)
    }

    /// Shelf by shelf
    public func homeShelves() -> String {
        _text(42)
    }

    /// What the caravans carried is still on its way
    public func homeTitle() -> String {
        _text(43)
    }

    /// Leaving soon
    public func homeTours() -> String {
        _text(44)
    }

    /// Brand
    public func importedBrand() -> String {
        _text(45)
    }

    /// Ingredients
    public func importedComposition() -> String {
        _text(46)
    }

    /// Producer
    public func importedManufacturer() -> String {
        _text(47)
    }

    /// .input {$count :integer} .match $count one {{{$count} month}} * {{{$count} months}}
    public func importedMonths(count: Int) -> String {
        _text(48, [.integer(count)])
    }

    /// Net weight
    public func importedNetWeight() -> String {
        _text(49)
    }

    /// Shelf life
    public func importedShelfLife() -> String {
        _text(50)
    }

    /// Storage conditions
    public func importedStorage() -> String {
        _text(51)
    }

    /// {$name}: {$value}
    public func joinPair(name: String, value: String) -> String {
        _text(52, [.text(name), .text(value)])
    }

    /// {$first}; {$next}
    public func joinParts(first: String, next: String) -> String {
        _text(53, [.text(first), .text(next)])
    }

    /// {$first}. {$next}
    public func joinSentences(first: String, next: String) -> String {
        _text(54, [.text(first), .text(next)])
    }

    /// {$first}, {$next}
    public func joinSeries(first: String, next: String) -> String {
        _text(55, [.text(first), .text(next)])
    }

    /// English
    public func languageEn() -> String {
        _text(56)
    }

    /// Kazakh
    public func languageKk() -> String {
        _text(57)
    }

    /// Russian
    public func languageRu() -> String {
        _text(58)
    }

    /// Chinese
    public func languageZhHans() -> String {
        _text(59)
    }

    /// Show
    public func listApply() -> String {
        _text(60)
    }

    /// “{$text}” is no amount. Write figures, such as {$example}.
    public func listBadPrice(example: String, text: String) -> String {
        _text(61, [.text(example), .text(text)])
    }

    /// Shelf
    public func listCategory() -> String {
        _text(62)
    }

    /// Chosen
    public func listChosen() -> String {
        _text(63)
    }

    /// Clear all
    public func listClear() -> String {
        _text(64)
    }

    /// Month of departure
    public func listDepartures() -> String {
        _text(65)
    }

    /// Filters
    public func listFilters() -> String {
        _text(66)
    }

    /// In stock
    public func listInStock() -> String {
        _text(67)
    }

    /// Material
    public func listMaterial() -> String {
        _text(68)
    }

    /// Next page
    public func listNext() -> String {
        _text(69)
    }

    /// Nothing here fits all of that. Take one of the filters off.
    public func listNone() -> String {
        _text(70)
    }

    /// Page {$number} of {$count}
    public func listPage(count: Int, number: Int) -> String {
        _text(71, [.integer(count), .integer(number)])
    }

    /// Pages
    public func listPages() -> String {
        _text(72)
    }

    /// Previous page
    public func listPrevious() -> String {
        _text(73)
    }

    /// Price
    public func listPrice() -> String {
        _text(74)
    }

    /// from {$price}
    public func listPriceAbove(price: String) -> String {
        _text(75, [.text(price)])
    }

    /// up to {$price}
    public func listPriceBelow(price: String) -> String {
        _text(76, [.text(price)])
    }

    /// {$low} – {$high}
    public func listPriceBetween(high: String, low: String) -> String {
        _text(77, [.text(high), .text(low)])
    }

    /// From, {$currency}
    public func listPriceFrom(currency: String) -> String {
        _text(78, [.text(currency)])
    }

    /// To, {$currency}
    public func listPriceTo(currency: String) -> String {
        _text(79, [.text(currency)])
    }

    /// Region
    public func listRegion() -> String {
        _text(80)
    }

    /// Remove: {$name}
    public func listRemove(name: String) -> String {
        _text(81, [.text(name)])
    }

    /// Sort
    public func listSort() -> String {
        _text(82)
    }

    /// The list has changed, and this page of it is gone. Here is its beginning.
    public func listStale() -> String {
        _text(83)
    }

    /// {$name} at Keruen: {$count}, each with its maker, its material and its origin.
    public func metaCategory(count: String, name: String) -> String {
        _text(84, [.text(count), .text(name)])
    }

    /// Cart
    public func navCart() -> String {
        _text(85)
    }

    /// .input {$count :integer} .match $count one {{Cart, {$count} item}} * {{Cart, {$count} items}}
    public func navCartWith(count: Int) -> String {
        _text(86, [.integer(count)])
    }

    /// Categories
    public func navCategories() -> String {
        _text(87)
    }

    /// Home
    public func navHome() -> String {
        _text(88)
    }

    /// Market and language
    public func navLanguages() -> String {
        _text(89)
    }

    /// All shelves
    public func navShelves() -> String {
        _text(90)
    }

    /// Skip to the content
    public func navSkip() -> String {
        _text(91)
    }

    /// You are here
    public func navTrail() -> String {
        _text(92)
    }

    /// Colour
    public func optionColour() -> String {
        _text(93)
    }

    /// Flavour
    public func optionFlavour() -> String {
        _text(94)
    }

    /// Scent
    public func optionScent() -> String {
        _text(95)
    }

    /// Size
    public func optionSize() -> String {
        _text(96)
    }

    /// Traveller
    public func optionTraveller() -> String {
        _text(97)
    }

    /// Volume
    public func optionVolume() -> String {
        _text(98)
    }

    /// An order was already placed from this cart before it was changed. To order these goods as well, press the button once more.
    public func orderPlacedBefore() -> String {
        _text(99)
    }

    /// Thank you! Your order is placed and the goods are set aside for you.
    public func orderThanks() -> String {
        _text(100)
    }

    /// Order {$id}
    public func orderTitle(id: String) -> String {
        _text(101, [.text(id)])
    }

    /// To pay: {$total}
    public func orderTotal(total: String) -> String {
        _text(102, [.text(total)])
    }

    /// Add to cart
    public func productAdd() -> String {
        _text(103)
    }

    /// Expected {$first} – {$last}
    public func productArrives(first: String, last: String) -> String {
        _text(104, [.text(first), .text(last)])
    }

    /// Maker
    public func productArtisan() -> String {
        _text(105)
    }

    /// Blade
    public func productBlade() -> String {
        _text(106)
    }

    /// Can’t be sent from here
    public func productBlocked() -> String {
        _text(107)
    }

    /// Duty and tax on import
    public func productBorder() -> String {
        _text(108)
    }

    /// Care
    public func productCare() -> String {
        _text(109)
    }

    /// Choose
    public func productChoose() -> String {
        _text(110)
    }

    /// Delivery
    public func productDelivery() -> String {
        _text(111)
    }

    /// Details
    public func productDetails() -> String {
        _text(112)
    }

    /// An estimate for one piece; the cart reckons exactly.
    public func productEstimate() -> String {
        _text(113)
    }

    /// Delivery and insurance
    public func productFreight() -> String {
        _text(114)
    }

    /// from {$price}
    public func productFrom(price: String) -> String {
        _text(115, [.text(price)])
    }

    /// Heritage
    public func productHeritage() -> String {
        _text(116)
    }

    /// HS code
    public func productHsCode() -> String {
        _text(117)
    }

    /// In stock
    public func productInStock() -> String {
        _text(118)
    }

    /// One piece with delivery
    public func productLanded() -> String {
        _text(119)
    }

    /// .input {$count :integer} .match $count one {{Only {$count} left}} * {{Only {$count} left}}
    public func productLeft(count: Int) -> String {
        _text(120, [.integer(count)])
    }

    /// Year made
    public func productMade() -> String {
        _text(121)
    }

    /// Materials
    public func productMaterials() -> String {
        _text(122)
    }

    /// Country of origin
    public func productOrigin() -> String {
        _text(123)
    }

    /// Quantity
    public func productQuantity() -> String {
        _text(124)
    }

    /// From
    public func productRegion() -> String {
        _text(125)
    }

    /// From the same shelf
    public func productRelated() -> String {
        _text(126)
    }

    /// Our people look at this parcel before it leaves
    public func productReview() -> String {
        _text(127)
    }

    /// {$material}, {$share}%
    public func productShare(material: String, share: Int) -> String {
        _text(128, [.text(material), .integer(share)])
    }

    /// {$length}, sharpened
    public func productSharpened(length: String) -> String {
        _text(129, [.text(length)])
    }

    /// Size
    public func productSize() -> String {
        _text(130)
    }

    /// SKU
    public func productSku() -> String {
        _text(131)
    }

    /// Sold out
    public func productSoldOut() -> String {
        _text(132)
    }

    /// .input {$count :integer} .match $count one {{{$count} in stock}} * {{{$count} in stock}}
    public func productStock(count: Int) -> String {
        _text(133, [.integer(count)])
    }

    /// Tax is not included in the price
    public func productTaxExcluded() -> String {
        _text(134)
    }

    /// Tax is included in the price
    public func productTaxIncluded() -> String {
        _text(135)
    }

    /// VAT of {$rate} is in the price: {$amount}
    public func productTaxOf(amount: String, rate: String) -> String {
        _text(136, [.text(amount), .text(rate)])
    }

    /// Technique
    public func productTechnique() -> String {
        _text(137)
    }

    /// One of a kind: there is no second one
    public func productUnique() -> String {
        _text(138)
    }

    /// {$length}, not sharpened
    public func productUnsharpened(length: String) -> String {
        _text(139, [.text(length)])
    }

    /// Weight with packing
    public func productWeight() -> String {
        _text(140)
    }

    /// Perhaps you meant
    public func searchDidYouMean() -> String {
        _text(141)
    }

    /// Search
    public func searchLabel() -> String {
        _text(142)
    }

    /// Nothing found for “{$query}”. Try a shorter word, or look through the categories.
    public func searchNone(query: String) -> String {
        _text(143, [.text(query)])
    }

    /// silk, dutar, Kanas …
    public func searchPlaceholder() -> String {
        _text(144)
    }

    /// What are you looking for?
    public func searchPrompt() -> String {
        _text(145)
    }

    /// .input {$count :integer} .match $count one {{{$count} item found for “{$query}”}} * {{{$count} items found for “{$query}”}}
    public func searchResults(count: Int, query: String) -> String {
        _text(146, [.integer(count), .text(query)])
    }

    /// Suggestions
    public func searchSuggestions() -> String {
        _text(147)
    }

    /// The setting {$key} wants a time like 2026-11-27T09:00:00Z, not “{$value}”.
    public func serverBadClock(key: String, value: String) -> String {
        _text(148, [.text(key), .text(value)])
    }

    /// The settings in {$file} can't be read: a YAML file is wanted.
    public func serverBadFile(file: String) -> String {
        _text(149, [.text(file)])
    }

    /// The setting {$key} wants one of {$known}, not “{$value}”.
    public func serverBadLevel(key: String, known: String, value: String) -> String {
        _text(150, [.text(key), .text(known), .text(value)])
    }

    /// The setting {$key} wants a whole number within its bounds, not “{$value}”.
    public func serverBadNumber(key: String, value: String) -> String {
        _text(151, [.text(key), .text(value)])
    }

    /// The setting {$key} wants an address that begins with https:// or http://, not “{$value}”.
    public func serverBadOrigin(key: String, value: String) -> String {
        _text(152, [.text(key), .text(value)])
    }

    /// The setting {$key} wants addresses or blocks of them, such as 10.0.0.0/8, not “{$value}”.
    public func serverBadProxy(key: String, value: String) -> String {
        _text(153, [.text(key), .text(value)])
    }

    /// Keruen is closed. Come again!
    public func serverClosed() -> String {
        _text(154)
    }

    /// No keys to seal buyers' data with (KERUEN_KEYS): orders that need names and addresses are not taken.
    public func serverNoKeys() -> String {
        _text(155)
    }

    /// The strings in {$folder} are not those that this shop was built for. Build it again after `keruen generate strings --table shop`.
    public func serverOtherStrings(folder: String) -> String {
        _text(156, [.text(folder)])
    }

    /// Port {$port} is taken by another program; close it or choose another with --port.
    public func serverPortBusy(port: String) -> String {
        _text(157, [.text(port)])
    }

    /// Keruen is open at {$address} (Ctrl-C closes it).
    public func serverServing(address: String) -> String {
        _text(158, [.text(address)])
    }

    /// Felt, silk, silver and painted wood from Kazakhstan, Xinjiang and Russia, each piece with its maker and its place; and journeys to where they are made.
    public func siteDescription() -> String {
        _text(159)
    }

    /// Keruen
    public func siteName() -> String {
        _text(160)
    }

    /// Crafts, journeys and good things from both sides of the Tian Shan
    public func siteTagline() -> String {
        _text(161)
    }

    /// diameter {$value}
    public func sizeDiameter(value: String) -> String {
        _text(162, [.text(value)])
    }

    /// height {$value}
    public func sizeHeight(value: String) -> String {
        _text(163, [.text(value)])
    }

    /// length {$value}
    public func sizeLength(value: String) -> String {
        _text(164, [.text(value)])
    }

    /// width {$value}
    public func sizeWidth(value: String) -> String {
        _text(165, [.text(value)])
    }

    /// newest first
    public func sortNewest() -> String {
        _text(166)
    }

    /// cheapest first
    public func sortPrice() -> String {
        _text(167)
    }

    /// dearest first
    public func sortPriceDesc() -> String {
        _text(168)
    }

    /// best match
    public func sortRelevance() -> String {
        _text(169)
    }

    /// by name
    public func sortTitle() -> String {
        _text(170)
    }

    /// Choose your days
    public func tourBook() -> String {
        _text(171)
    }

    /// Cancellation
    public func tourCancellation() -> String {
        _text(172)
    }

    /// Departure
    public func tourDay() -> String {
        _text(173)
    }

    /// .input {$count :integer} .match $count one {{{$count} day}} * {{{$count} days}}
    public func tourDays(count: Int) -> String {
        _text(174, [.integer(count)])
    }

    /// Departures
    public func tourDepartures() -> String {
        _text(175)
    }

    /// Length
    public func tourDuration() -> String {
        _text(176)
    }

    /// Who travels
    public func tourFare() -> String {
        _text(177)
    }

    /// Free up to {$hours} before the start
    public func tourFree(hours: String) -> String {
        _text(178, [.text(hours)])
    }

    /// Free cancellation until {$moment}
    public func tourFreeUntil(moment: String) -> String {
        _text(179, [.text(moment)])
    }

    /// No places left
    public func tourFull() -> String {
        _text(180)
    }

    /// Group
    public func tourGroup() -> String {
        _text(181)
    }

    /// {$least}–{$most} people
    public func tourGroupSize(least: Int, most: Int) -> String {
        _text(182, [.integer(least), .integer(most)])
    }

    /// Guide speaks
    public func tourGuides() -> String {
        _text(183)
    }

    /// .input {$count :integer} .match $count one {{{$count} hour}} * {{{$count} hours}}
    public func tourHours(count: Int) -> String {
        _text(184, [.integer(count)])
    }

    /// Included
    public func tourIncludes() -> String {
        _text(185)
    }

    /// {$days}, {$nights}
    public func tourLength(days: String, nights: String) -> String {
        _text(186, [.text(days), .text(nights)])
    }

    /// Meeting point
    public func tourMeetingPoint() -> String {
        _text(187)
    }

    /// {$date}, {$time} ({$zone})
    public func tourMoment(date: String, time: String, zone: String) -> String {
        _text(188, [.text(date), .text(time), .text(zone)])
    }

    /// Next departure: {$date}
    public func tourNext(date: String) -> String {
        _text(189, [.text(date)])
    }

    /// .input {$count :integer} .match $count one {{{$count} night}} * {{{$count} nights}}
    public func tourNights(count: Int) -> String {
        _text(190, [.integer(count)])
    }

    /// No departure is on sale now.
    public func tourNone() -> String {
        _text(191)
    }

    /// Permit
    public func tourPermit() -> String {
        _text(192)
    }

    /// Travellers need a border-zone permit
    public func tourPermitNeeded() -> String {
        _text(193)
    }

    /// .input {$count :integer} .match $count one {{{$count} place left}} * {{{$count} places left}}
    public func tourPlaces(count: Int) -> String {
        _text(194, [.integer(count)])
    }

    /// Where
    public func tourRegion() -> String {
        _text(195)
    }

    /// Start
    public func tourStart() -> String {
        _text(196)
    }

    /// {$time}, {$zone}
    public func tourStartTime(time: String, zone: String) -> String {
        _text(197, [.text(time), .text(zone)])
    }

    /// How many people
    public func tourTravellers() -> String {
        _text(198)
    }

    /// {$value} cm
    public func unitCm(value: MessageArgument) -> String {
        _text(199, [value])
    }

    /// {$value} g
    public func unitG(value: MessageArgument) -> String {
        _text(200, [value])
    }

    /// {$value} kg
    public func unitKg(value: MessageArgument) -> String {
        _text(201, [value])
    }

    /// {$value} l
    public func unitL(value: MessageArgument) -> String {
        _text(202, [value])
    }

    /// {$value} m
    public func unitM(value: MessageArgument) -> String {
        _text(203, [value])
    }

    /// {$value} ml
    public func unitMl(value: MessageArgument) -> String {
        _text(204, [value])
    }

    /// {$value} mm
    public func unitMm(value: MessageArgument) -> String {
        _text(205, [value])
    }

    /// Kazakhstan time
    public func zoneAsiaAlmaty() -> String {
        _text(206)
    }

    /// Beijing time
    public func zoneAsiaShanghai() -> String {
        _text(207)
    }

    /// Moscow time
    public func zoneEuropeMoscow() -> String {
        _text(208)
    }
}
