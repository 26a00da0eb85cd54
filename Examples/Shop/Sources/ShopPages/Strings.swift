// Written by `keruen generate strings`; what is changed here is lost with the next run.
public import Keruen

/// The strings of the table shop, each by its name, in the first language of a chain that has it.
public struct Strings: Sendable {
    /// Changes when a key or an argument comes or goes: the strings that are loaded must have the same.
    public static let fingerprint = "102c9160d3cb3933"

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

    /// .input {$count :integer} .match $count one {{{$count} item}} * {{{$count} items}}
    public func categoryCount(count: Int) -> String {
        _text(2, [.integer(count)])
    }

    /// The text in Arabic letters is written over by machine from Cyrillic; legal texts are in Chinese.
    public func convertedKkArab() -> String {
        _text(3)
    }

    /// The Latin text is written over by machine from Cyrillic; legal texts stay in Cyrillic.
    public func convertedKkLatn() -> String {
        _text(4)
    }

    /// Traditional characters are written over by machine from the Simplified ones.
    public func convertedZhHant() -> String {
        _text(5)
    }

    /// China
    public func countryCN() -> String {
        _text(6)
    }

    /// Kyrgyzstan
    public func countryKG() -> String {
        _text(7)
    }

    /// Kazakhstan
    public func countryKZ() -> String {
        _text(8)
    }

    /// Mongolia
    public func countryMN() -> String {
        _text(9)
    }

    /// Russia
    public func countryRU() -> String {
        _text(10)
    }

    /// Uzbekistan
    public func countryUZ() -> String {
        _text(11)
    }

    /// Back to the beginning
    public func errorHome() -> String {
        _text(12)
    }

    /// The item may be sold out for good, or there is a typo in the address.
    public func errorText() -> String {
        _text(13)
    }

    /// There is no such page
    public func errorTitle() -> String {
        _text(14)
    }

    /// This text is in Kazakh
    public func fallbackKk() -> String {
        _text(15)
    }

    /// This text is in Russian
    public func fallbackRu() -> String {
        _text(16)
    }

    /// This text is in Chinese
    public func fallbackZhHans() -> String {
        _text(17)
    }

    /// On the country's list of intangible cultural heritage since {$year}
    public func heritageNational(year: String) -> String {
        _text(18, [.text(year)])
    }

    /// On the region's list of intangible cultural heritage since {$year}
    public func heritageRegional(year: String) -> String {
        _text(19, [.text(year)])
    }

    /// On UNESCO's list of intangible cultural heritage since {$year}
    public func heritageUnesco(year: String) -> String {
        _text(20, [.text(year)])
    }

    /// See all
    public func homeAll() -> String {
        _text(21)
    }

    /// Where goods come from abroad, freight, duty, tax and days are reckoned before you pay.
    public func homeBorderText() -> String {
        _text(22)
    }

    /// No surprise at the border
    public func homeBorderTitle() -> String {
        _text(23)
    }

    /// Felt from the Kazakh steppe, atlas silk from Hotan, porcelain from Gzhel. Every piece tells who made it, of what and where.
    public func homeLead() -> String {
        _text(24)
    }

    /// Made by hand: {$region}
    public func homeMadeIn(region: String) -> String {
        _text(25, [.text(region)])
    }

    /// New in
    public func homeNew() -> String {
        _text(26)
    }

    /// Maker, material, technique and region stand beside every craft.
    public func homeOriginText() -> String {
        _text(27)
    }

    /// Nothing without a name
    public func homeOriginTitle() -> String {
        _text(28)
    }

    /// What you see is in your own money, tax included.
    public func homePriceText() -> String {
        _text(29)
    }

    /// The price has the tax in it
    public func homePriceTitle() -> String {
        _text(30)
    }

    /// How we sell
    public func homePromises() -> String {
        _text(31)
    }

    /// Other places
    public func homeRegions() -> String {
        _text(32)
    }

    /// By category
    public func homeShelves() -> String {
        _text(33)
    }

    /// What the caravans carried is still on its way
    public func homeTitle() -> String {
        _text(34)
    }

    /// Leaving soon
    public func homeTours() -> String {
        _text(35)
    }

    /// Brand
    public func importedBrand() -> String {
        _text(36)
    }

    /// Ingredients
    public func importedComposition() -> String {
        _text(37)
    }

    /// Producer
    public func importedManufacturer() -> String {
        _text(38)
    }

    /// .input {$count :integer} .match $count one {{{$count} month}} * {{{$count} months}}
    public func importedMonths(count: Int) -> String {
        _text(39, [.integer(count)])
    }

    /// Net weight
    public func importedNetWeight() -> String {
        _text(40)
    }

    /// Shelf life
    public func importedShelfLife() -> String {
        _text(41)
    }

    /// Storage conditions
    public func importedStorage() -> String {
        _text(42)
    }

    /// {$name}: {$value}
    public func joinPair(name: String, value: String) -> String {
        _text(43, [.text(name), .text(value)])
    }

    /// {$first}; {$next}
    public func joinParts(first: String, next: String) -> String {
        _text(44, [.text(first), .text(next)])
    }

    /// {$first}. {$next}
    public func joinSentences(first: String, next: String) -> String {
        _text(45, [.text(first), .text(next)])
    }

    /// {$first}, {$next}
    public func joinSeries(first: String, next: String) -> String {
        _text(46, [.text(first), .text(next)])
    }

    /// English
    public func languageEn() -> String {
        _text(47)
    }

    /// Kazakh
    public func languageKk() -> String {
        _text(48)
    }

    /// Russian
    public func languageRu() -> String {
        _text(49)
    }

    /// Chinese
    public func languageZhHans() -> String {
        _text(50)
    }

    /// Show
    public func listApply() -> String {
        _text(51)
    }

    /// “{$text}” is no amount. Write figures, such as {$example}.
    public func listBadPrice(example: String, text: String) -> String {
        _text(52, [.text(example), .text(text)])
    }

    /// Category
    public func listCategory() -> String {
        _text(53)
    }

    /// Chosen
    public func listChosen() -> String {
        _text(54)
    }

    /// Clear all
    public func listClear() -> String {
        _text(55)
    }

    /// Month of departure
    public func listDepartures() -> String {
        _text(56)
    }

    /// Filters
    public func listFilters() -> String {
        _text(57)
    }

    /// In stock
    public func listInStock() -> String {
        _text(58)
    }

    /// Material
    public func listMaterial() -> String {
        _text(59)
    }

    /// Next page
    public func listNext() -> String {
        _text(60)
    }

    /// Nothing here fits all of that. Take one of the filters off.
    public func listNone() -> String {
        _text(61)
    }

    /// Page {$number} of {$count}
    public func listPage(count: Int, number: Int) -> String {
        _text(62, [.integer(count), .integer(number)])
    }

    /// Pages
    public func listPages() -> String {
        _text(63)
    }

    /// Previous page
    public func listPrevious() -> String {
        _text(64)
    }

    /// Price
    public func listPrice() -> String {
        _text(65)
    }

    /// from {$price}
    public func listPriceAbove(price: String) -> String {
        _text(66, [.text(price)])
    }

    /// up to {$price}
    public func listPriceBelow(price: String) -> String {
        _text(67, [.text(price)])
    }

    /// {$low} – {$high}
    public func listPriceBetween(high: String, low: String) -> String {
        _text(68, [.text(high), .text(low)])
    }

    /// From, {$currency}
    public func listPriceFrom(currency: String) -> String {
        _text(69, [.text(currency)])
    }

    /// To, {$currency}
    public func listPriceTo(currency: String) -> String {
        _text(70, [.text(currency)])
    }

    /// Region
    public func listRegion() -> String {
        _text(71)
    }

    /// Remove: {$name}
    public func listRemove(name: String) -> String {
        _text(72, [.text(name)])
    }

    /// Sort
    public func listSort() -> String {
        _text(73)
    }

    /// The list has changed, and this page of it is gone. Here is its beginning.
    public func listStale() -> String {
        _text(74)
    }

    /// {$name} at Keruen: {$count}, each with its maker, its material and its origin.
    public func metaCategory(count: String, name: String) -> String {
        _text(75, [.text(count), .text(name)])
    }

    /// Cart
    public func navCart() -> String {
        _text(76)
    }

    /// Categories
    public func navCategories() -> String {
        _text(77)
    }

    /// Home
    public func navHome() -> String {
        _text(78)
    }

    /// Market and language
    public func navLanguages() -> String {
        _text(79)
    }

    /// Skip to the content
    public func navSkip() -> String {
        _text(80)
    }

    /// You are here
    public func navTrail() -> String {
        _text(81)
    }

    /// Colour
    public func optionColour() -> String {
        _text(82)
    }

    /// Flavour
    public func optionFlavour() -> String {
        _text(83)
    }

    /// Scent
    public func optionScent() -> String {
        _text(84)
    }

    /// Size
    public func optionSize() -> String {
        _text(85)
    }

    /// Traveller
    public func optionTraveller() -> String {
        _text(86)
    }

    /// Volume
    public func optionVolume() -> String {
        _text(87)
    }

    /// Ordering is paused for a few minutes. Look around as long as you like: your cart is kept.
    public func orderingPaused() -> String {
        _text(88)
    }

    /// Add to cart
    public func productAdd() -> String {
        _text(89)
    }

    /// Expected {$first} – {$last}
    public func productArrives(first: String, last: String) -> String {
        _text(90, [.text(first), .text(last)])
    }

    /// Maker
    public func productArtisan() -> String {
        _text(91)
    }

    /// Blade
    public func productBlade() -> String {
        _text(92)
    }

    /// Can’t be sent from here
    public func productBlocked() -> String {
        _text(93)
    }

    /// Duty and tax on import
    public func productBorder() -> String {
        _text(94)
    }

    /// none is due
    public func productBorderNone() -> String {
        _text(95)
    }

    /// Care
    public func productCare() -> String {
        _text(96)
    }

    /// Choose
    public func productChoose() -> String {
        _text(97)
    }

    /// Delivery
    public func productDelivery() -> String {
        _text(98)
    }

    /// Details
    public func productDetails() -> String {
        _text(99)
    }

    /// An estimate for one piece; the cart reckons exactly.
    public func productEstimate() -> String {
        _text(100)
    }

    /// Delivery and insurance
    public func productFreight() -> String {
        _text(101)
    }

    /// from {$price}
    public func productFrom(price: String) -> String {
        _text(102, [.text(price)])
    }

    /// Heritage
    public func productHeritage() -> String {
        _text(103)
    }

    /// HS code
    public func productHsCode() -> String {
        _text(104)
    }

    /// In stock
    public func productInStock() -> String {
        _text(105)
    }

    /// One piece with delivery
    public func productLanded() -> String {
        _text(106)
    }

    /// .input {$count :integer} .match $count one {{Only {$count} left}} * {{Only {$count} left}}
    public func productLeft(count: Int) -> String {
        _text(107, [.integer(count)])
    }

    /// Year made
    public func productMade() -> String {
        _text(108)
    }

    /// Materials
    public func productMaterials() -> String {
        _text(109)
    }

    /// Country of origin
    public func productOrigin() -> String {
        _text(110)
    }

    /// Quantity
    public func productQuantity() -> String {
        _text(111)
    }

    /// From
    public func productRegion() -> String {
        _text(112)
    }

    /// From the same category
    public func productRelated() -> String {
        _text(113)
    }

    /// Our people look at this parcel before it leaves
    public func productReview() -> String {
        _text(114)
    }

    /// {$material}, {$share}%
    public func productShare(material: String, share: Int) -> String {
        _text(115, [.text(material), .integer(share)])
    }

    /// {$length}, sharpened
    public func productSharpened(length: String) -> String {
        _text(116, [.text(length)])
    }

    /// Size
    public func productSize() -> String {
        _text(117)
    }

    /// Sold out
    public func productSoldOut() -> String {
        _text(118)
    }

    /// Tax is not included in the price
    public func productTaxExcluded() -> String {
        _text(119)
    }

    /// Tax is included in the price
    public func productTaxIncluded() -> String {
        _text(120)
    }

    /// VAT of {$rate} is in the price: {$amount}
    public func productTaxOf(amount: String, rate: String) -> String {
        _text(121, [.text(amount), .text(rate)])
    }

    /// Technique
    public func productTechnique() -> String {
        _text(122)
    }

    /// One of a kind: there is no second one
    public func productUnique() -> String {
        _text(123)
    }

    /// {$length}, not sharpened
    public func productUnsharpened(length: String) -> String {
        _text(124, [.text(length)])
    }

    /// Weight with packing
    public func productWeight() -> String {
        _text(125)
    }

    /// Perhaps you meant:
    public func searchDidYouMean() -> String {
        _text(126)
    }

    /// Search
    public func searchLabel() -> String {
        _text(127)
    }

    /// Nothing found for “{$query}”
    public func searchNone(query: String) -> String {
        _text(128, [.text(query)])
    }

    /// Try a shorter word, or look through the categories.
    public func searchNoneHint() -> String {
        _text(129)
    }

    /// silk, dutar, Kanas …
    public func searchPlaceholder() -> String {
        _text(130)
    }

    /// What are you looking for?
    public func searchPrompt() -> String {
        _text(131)
    }

    /// .input {$count :integer} .match $count one {{{$count} item found for “{$query}”}} * {{{$count} items found for “{$query}”}}
    public func searchResults(count: Int, query: String) -> String {
        _text(132, [.integer(count), .text(query)])
    }

    /// Suggestions
    public func searchSuggestions() -> String {
        _text(133)
    }

    /// The setting {$key} wants a time like 2026-11-27T09:00:00Z, not “{$value}”.
    public func serverBadClock(key: String, value: String) -> String {
        _text(134, [.text(key), .text(value)])
    }

    /// The settings in {$file} can't be read: a YAML file is wanted.
    public func serverBadFile(file: String) -> String {
        _text(135, [.text(file)])
    }

    /// The setting {$key} wants one of {$known}, not “{$value}”.
    public func serverBadLevel(key: String, known: String, value: String) -> String {
        _text(136, [.text(key), .text(known), .text(value)])
    }

    /// The setting {$key} wants a whole number within its bounds, not “{$value}”.
    public func serverBadNumber(key: String, value: String) -> String {
        _text(137, [.text(key), .text(value)])
    }

    /// The setting {$key} wants an address that begins with https:// or http://, not “{$value}”.
    public func serverBadOrigin(key: String, value: String) -> String {
        _text(138, [.text(key), .text(value)])
    }

    /// The setting {$key} wants addresses or blocks of them, such as 10.0.0.0/8, not “{$value}”.
    public func serverBadProxy(key: String, value: String) -> String {
        _text(139, [.text(key), .text(value)])
    }

    /// The setting {$key} names a database ({$value}), but this shop was built without PostgreSQL. Name a file, or build it with --traits Postgres.
    public func serverBadStore(key: String, value: String) -> String {
        _text(140, [.text(key), .text(value)])
    }

    /// Keruen is closed. Come again!
    public func serverClosed() -> String {
        _text(141)
    }

    /// No keys to seal buyers' data with (KERUEN_KEYS): orders that need names and addresses are not taken.
    public func serverNoKeys() -> String {
        _text(142)
    }

    /// The shop is to follow {$folder}, and has no folder of its own to keep snapshots in; set `snapshot` too.
    public func serverNoOwnFolder(folder: String) -> String {
        _text(143, [.text(folder)])
    }

    /// The shop opens without its database: pages are served, and orders are taken as soon as the database answers.
    public func serverNoStore() -> String {
        _text(144)
    }

    /// The strings in {$folder} are not those that this shop was built for. Build it again after `keruen generate strings --table shop`.
    public func serverOtherStrings(folder: String) -> String {
        _text(145, [.text(folder)])
    }

    /// Port {$port} is taken by another program; close it or choose another with --port.
    public func serverPortBusy(port: String) -> String {
        _text(146, [.text(port)])
    }

    /// Keruen is open at {$address} (Ctrl-C closes it).
    public func serverServing(address: String) -> String {
        _text(147, [.text(address)])
    }

    /// Felt, silk, silver and painted wood from Kazakhstan, Xinjiang and Russia, each piece with its maker and its place; and journeys to where they are made.
    public func siteDescription() -> String {
        _text(148)
    }

    /// Keruen
    public func siteName() -> String {
        _text(149)
    }

    /// Crafts, journeys and good things from both sides of the Tian Shan
    public func siteTagline() -> String {
        _text(150)
    }

    /// diameter {$value}
    public func sizeDiameter(value: String) -> String {
        _text(151, [.text(value)])
    }

    /// height {$value}
    public func sizeHeight(value: String) -> String {
        _text(152, [.text(value)])
    }

    /// length {$value}
    public func sizeLength(value: String) -> String {
        _text(153, [.text(value)])
    }

    /// width {$value}
    public func sizeWidth(value: String) -> String {
        _text(154, [.text(value)])
    }

    /// newest first
    public func sortNewest() -> String {
        _text(155)
    }

    /// cheapest first
    public func sortPrice() -> String {
        _text(156)
    }

    /// dearest first
    public func sortPriceDesc() -> String {
        _text(157)
    }

    /// best match
    public func sortRelevance() -> String {
        _text(158)
    }

    /// by name
    public func sortTitle() -> String {
        _text(159)
    }

    /// Choose your days
    public func tourBook() -> String {
        _text(160)
    }

    /// Cancellation
    public func tourCancellation() -> String {
        _text(161)
    }

    /// Departure
    public func tourDay() -> String {
        _text(162)
    }

    /// .input {$count :integer} .match $count one {{{$count} day}} * {{{$count} days}}
    public func tourDays(count: Int) -> String {
        _text(163, [.integer(count)])
    }

    /// .input {$count :integer} .match $count one {{{$count} day}} * {{{$count} days}}
    public func tourDaysBefore(count: Int) -> String {
        _text(164, [.integer(count)])
    }

    /// Length
    public func tourDuration() -> String {
        _text(165)
    }

    /// Who travels
    public func tourFare() -> String {
        _text(166)
    }

    /// Free up to {$hours} before the start
    public func tourFree(hours: String) -> String {
        _text(167, [.text(hours)])
    }

    /// Free cancellation until {$moment}
    public func tourFreeUntil(moment: String) -> String {
        _text(168, [.text(moment)])
    }

    /// No places left
    public func tourFull() -> String {
        _text(169)
    }

    /// Group
    public func tourGroup() -> String {
        _text(170)
    }

    /// {$least}–{$most} people
    public func tourGroupSize(least: Int, most: Int) -> String {
        _text(171, [.integer(least), .integer(most)])
    }

    /// Guide speaks
    public func tourGuides() -> String {
        _text(172)
    }

    /// .input {$count :integer} .match $count one {{{$count} hour}} * {{{$count} hours}}
    public func tourHours(count: Int) -> String {
        _text(173, [.integer(count)])
    }

    /// Included
    public func tourIncludes() -> String {
        _text(174)
    }

    /// {$days}, {$nights}
    public func tourLength(days: String, nights: String) -> String {
        _text(175, [.text(days), .text(nights)])
    }

    /// Meeting point
    public func tourMeetingPoint() -> String {
        _text(176)
    }

    /// {$date}, {$time} ({$zone})
    public func tourMoment(date: String, time: String, zone: String) -> String {
        _text(177, [.text(date), .text(time), .text(zone)])
    }

    /// .input {$count :integer} .match $count one {{{$count} night}} * {{{$count} nights}}
    public func tourNights(count: Int) -> String {
        _text(178, [.integer(count)])
    }

    /// No departure is on sale now.
    public func tourNone() -> String {
        _text(179)
    }

    /// Permit
    public func tourPermit() -> String {
        _text(180)
    }

    /// Travellers need a border-zone permit
    public func tourPermitNeeded() -> String {
        _text(181)
    }

    /// .input {$count :integer} .match $count one {{{$count} place left}} * {{{$count} places left}}
    public func tourPlaces(count: Int) -> String {
        _text(182, [.integer(count)])
    }

    /// Where
    public func tourRegion() -> String {
        _text(183)
    }

    /// Start
    public func tourStart() -> String {
        _text(184)
    }

    /// {$time}, {$zone}
    public func tourStartTime(time: String, zone: String) -> String {
        _text(185, [.text(time), .text(zone)])
    }

    /// How many people
    public func tourTravellers() -> String {
        _text(186)
    }

    /// {$value} cm
    public func unitCm(value: MessageArgument) -> String {
        _text(187, [value])
    }

    /// {$value} g
    public func unitG(value: MessageArgument) -> String {
        _text(188, [value])
    }

    /// {$value} kg
    public func unitKg(value: MessageArgument) -> String {
        _text(189, [value])
    }

    /// {$value} l
    public func unitL(value: MessageArgument) -> String {
        _text(190, [value])
    }

    /// {$value} m
    public func unitM(value: MessageArgument) -> String {
        _text(191, [value])
    }

    /// {$value} ml
    public func unitMl(value: MessageArgument) -> String {
        _text(192, [value])
    }

    /// {$value} mm
    public func unitMm(value: MessageArgument) -> String {
        _text(193, [value])
    }

    /// Kazakhstan time
    public func zoneAsiaAlmaty() -> String {
        _text(194)
    }

    /// Beijing time
    public func zoneAsiaShanghai() -> String {
        _text(195)
    }

    /// Moscow time
    public func zoneEuropeMoscow() -> String {
        _text(196)
    }
}
