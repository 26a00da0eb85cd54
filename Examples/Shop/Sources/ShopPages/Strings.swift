// Written by `keruen generate strings`; what is changed here is lost with the next run.
public import Keruen

/// The strings of the table shop, each by its name, in the first language of a chain that has it.
public struct Strings: Sendable {
    /// Changes when a key or an argument comes or goes: the strings that are loaded must have the same.
    public static let fingerprint = "b9fb39b194b8911d"

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

    /// Go on shopping
    public func cartContinue() -> String {
        _text(0)
    }

    /// The cart is still empty.
    public func cartEmpty() -> String {
        _text(1)
    }

    /// Item
    public func cartItem() -> String {
        _text(2)
    }

    /// Place the order
    public func cartOrder() -> String {
        _text(3)
    }

    /// Price
    public func cartPrice() -> String {
        _text(4)
    }

    /// Remove
    public func cartRemove() -> String {
        _text(5)
    }

    /// Sum
    public func cartSum() -> String {
        _text(6)
    }

    /// Your cart
    public func cartTitle() -> String {
        _text(7)
    }

    /// Total
    public func cartTotal() -> String {
        _text(8)
    }

    /// .input {$count :integer} .match $count one {{{$count} item}} * {{{$count} items}}
    public func categoryCount(count: Int) -> String {
        _text(9, [.integer(count)])
    }

    /// The text in Arabic letters is written over by machine from Cyrillic; legal texts are in Chinese.
    public func convertedKkArab() -> String {
        _text(10)
    }

    /// The Latin text is written over by machine from Cyrillic; legal texts stay in Cyrillic.
    public func convertedKkLatn() -> String {
        _text(11)
    }

    /// Traditional characters are written over by machine from the Simplified ones.
    public func convertedZhHant() -> String {
        _text(12)
    }

    /// China
    public func countryCN() -> String {
        _text(13)
    }

    /// Kyrgyzstan
    public func countryKG() -> String {
        _text(14)
    }

    /// Kazakhstan
    public func countryKZ() -> String {
        _text(15)
    }

    /// Mongolia
    public func countryMN() -> String {
        _text(16)
    }

    /// Russia
    public func countryRU() -> String {
        _text(17)
    }

    /// Uzbekistan
    public func countryUZ() -> String {
        _text(18)
    }

    /// The item may be sold out for good, or there is a typo in the address.
    public func errorText() -> String {
        _text(19)
    }

    /// There is no such page
    public func errorTitle() -> String {
        _text(20)
    }

    /// This text is in Kazakh
    public func fallbackKk() -> String {
        _text(21)
    }

    /// This text is in Russian
    public func fallbackRu() -> String {
        _text(22)
    }

    /// This text is in Chinese
    public func fallbackZhHans() -> String {
        _text(23)
    }

    /// On the country's list of intangible cultural heritage since {$year}
    public func heritageNational(year: String) -> String {
        _text(24, [.text(year)])
    }

    /// On the region's list of intangible cultural heritage since {$year}
    public func heritageRegional(year: String) -> String {
        _text(25, [.text(year)])
    }

    /// On UNESCO's list of intangible cultural heritage since {$year}
    public func heritageUnesco(year: String) -> String {
        _text(26, [.text(year)])
    }

    /// Brand
    public func importedBrand() -> String {
        _text(27)
    }

    /// Ingredients
    public func importedComposition() -> String {
        _text(28)
    }

    /// Producer
    public func importedManufacturer() -> String {
        _text(29)
    }

    /// .input {$count :integer} .match $count one {{{$count} month}} * {{{$count} months}}
    public func importedMonths(count: Int) -> String {
        _text(30, [.integer(count)])
    }

    /// Net weight
    public func importedNetWeight() -> String {
        _text(31)
    }

    /// Shelf life
    public func importedShelfLife() -> String {
        _text(32)
    }

    /// Storage conditions
    public func importedStorage() -> String {
        _text(33)
    }

    /// {$name}: {$value}
    public func joinPair(name: String, value: String) -> String {
        _text(34, [.text(name), .text(value)])
    }

    /// {$first}; {$next}
    public func joinParts(first: String, next: String) -> String {
        _text(35, [.text(first), .text(next)])
    }

    /// {$first}. {$next}
    public func joinSentences(first: String, next: String) -> String {
        _text(36, [.text(first), .text(next)])
    }

    /// {$first}, {$next}
    public func joinSeries(first: String, next: String) -> String {
        _text(37, [.text(first), .text(next)])
    }

    /// English
    public func languageEn() -> String {
        _text(38)
    }

    /// Kazakh
    public func languageKk() -> String {
        _text(39)
    }

    /// Russian
    public func languageRu() -> String {
        _text(40)
    }

    /// Chinese
    public func languageZhHans() -> String {
        _text(41)
    }

    /// Cart
    public func navCart() -> String {
        _text(42)
    }

    /// Categories
    public func navCategories() -> String {
        _text(43)
    }

    /// All goods
    public func navHome() -> String {
        _text(44)
    }

    /// Market and language
    public func navLanguages() -> String {
        _text(45)
    }

    /// Skip to the content
    public func navSkip() -> String {
        _text(46)
    }

    /// Colour
    public func optionColour() -> String {
        _text(47)
    }

    /// Flavour
    public func optionFlavour() -> String {
        _text(48)
    }

    /// Scent
    public func optionScent() -> String {
        _text(49)
    }

    /// Size
    public func optionSize() -> String {
        _text(50)
    }

    /// Traveller
    public func optionTraveller() -> String {
        _text(51)
    }

    /// Volume
    public func optionVolume() -> String {
        _text(52)
    }

    /// An order was already placed from this cart before it was changed. To order these goods as well, press the button once more.
    public func orderPlacedBefore() -> String {
        _text(53)
    }

    /// Thank you! Your order is placed and the goods are set aside for you.
    public func orderThanks() -> String {
        _text(54)
    }

    /// Order {$id}
    public func orderTitle(id: String) -> String {
        _text(55, [.text(id)])
    }

    /// To pay: {$total}
    public func orderTotal(total: String) -> String {
        _text(56, [.text(total)])
    }

    /// Add to cart
    public func productAdd() -> String {
        _text(57)
    }

    /// Maker
    public func productArtisan() -> String {
        _text(58)
    }

    /// Blade
    public func productBlade() -> String {
        _text(59)
    }

    /// Care
    public func productCare() -> String {
        _text(60)
    }

    /// Choose
    public func productChoose() -> String {
        _text(61)
    }

    /// from {$price}
    public func productFrom(price: String) -> String {
        _text(62, [.text(price)])
    }

    /// Heritage
    public func productHeritage() -> String {
        _text(63)
    }

    /// HS code
    public func productHsCode() -> String {
        _text(64)
    }

    /// Year made
    public func productMade() -> String {
        _text(65)
    }

    /// Materials
    public func productMaterials() -> String {
        _text(66)
    }

    /// Country of origin
    public func productOrigin() -> String {
        _text(67)
    }

    /// Quantity
    public func productQuantity() -> String {
        _text(68)
    }

    /// From
    public func productRegion() -> String {
        _text(69)
    }

    /// {$material}, {$share}%
    public func productShare(material: String, share: Int) -> String {
        _text(70, [.text(material), .integer(share)])
    }

    /// {$length}, sharpened
    public func productSharpened(length: String) -> String {
        _text(71, [.text(length)])
    }

    /// Size
    public func productSize() -> String {
        _text(72)
    }

    /// SKU
    public func productSku() -> String {
        _text(73)
    }

    /// Sold out
    public func productSoldOut() -> String {
        _text(74)
    }

    /// .input {$count :integer} .match $count one {{{$count} in stock}} * {{{$count} in stock}}
    public func productStock(count: Int) -> String {
        _text(75, [.integer(count)])
    }

    /// Tax is not included in the price
    public func productTaxExcluded() -> String {
        _text(76)
    }

    /// Tax is included in the price
    public func productTaxIncluded() -> String {
        _text(77)
    }

    /// Technique
    public func productTechnique() -> String {
        _text(78)
    }

    /// One of a kind: there is no second one
    public func productUnique() -> String {
        _text(79)
    }

    /// {$length}, not sharpened
    public func productUnsharpened(length: String) -> String {
        _text(80, [.text(length)])
    }

    /// Weight with packing
    public func productWeight() -> String {
        _text(81)
    }

    /// Search
    public func searchLabel() -> String {
        _text(82)
    }

    /// Nothing found for “{$query}”. Try a shorter word, or look through the categories.
    public func searchNone(query: String) -> String {
        _text(83, [.text(query)])
    }

    /// silk, dutar, Kanas …
    public func searchPlaceholder() -> String {
        _text(84)
    }

    /// .input {$count :integer} .match $count one {{{$count} item found for “{$query}”}} * {{{$count} items found for “{$query}”}}
    public func searchResults(count: Int, query: String) -> String {
        _text(85, [.integer(count), .text(query)])
    }

    /// The settings in {$file} can't be read: a YAML file is wanted.
    public func serverBadFile(file: String) -> String {
        _text(86, [.text(file)])
    }

    /// The setting {$key} wants one of {$known}, not “{$value}”.
    public func serverBadLevel(key: String, known: String, value: String) -> String {
        _text(87, [.text(key), .text(known), .text(value)])
    }

    /// The setting {$key} wants a whole number within its bounds, not “{$value}”.
    public func serverBadNumber(key: String, value: String) -> String {
        _text(88, [.text(key), .text(value)])
    }

    /// The setting {$key} wants an address that begins with https:// or http://, not “{$value}”.
    public func serverBadOrigin(key: String, value: String) -> String {
        _text(89, [.text(key), .text(value)])
    }

    /// Keruen is closed. Come again!
    public func serverClosed() -> String {
        _text(90)
    }

    /// No keys to seal buyers' data with (KERUEN_KEYS): orders that need names and addresses are not taken.
    public func serverNoKeys() -> String {
        _text(91)
    }

    /// The strings in {$folder} are not those that this shop was built for. Build it again after `keruen generate strings --table shop`.
    public func serverOtherStrings(folder: String) -> String {
        _text(92, [.text(folder)])
    }

    /// Port {$port} is taken by another program; close it or choose another with --port.
    public func serverPortBusy(port: String) -> String {
        _text(93, [.text(port)])
    }

    /// Keruen is open at {$address} (Ctrl-C closes it).
    public func serverServing(address: String) -> String {
        _text(94, [.text(address)])
    }

    /// Keruen
    public func siteName() -> String {
        _text(95)
    }

    /// Crafts, journeys and good things from both sides of the Tian Shan
    public func siteTagline() -> String {
        _text(96)
    }

    /// diameter {$value}
    public func sizeDiameter(value: String) -> String {
        _text(97, [.text(value)])
    }

    /// height {$value}
    public func sizeHeight(value: String) -> String {
        _text(98, [.text(value)])
    }

    /// length {$value}
    public func sizeLength(value: String) -> String {
        _text(99, [.text(value)])
    }

    /// width {$value}
    public func sizeWidth(value: String) -> String {
        _text(100, [.text(value)])
    }

    /// Cancellation
    public func tourCancellation() -> String {
        _text(101)
    }

    /// .input {$count :integer} .match $count one {{{$count} day}} * {{{$count} days}}
    public func tourDays(count: Int) -> String {
        _text(102, [.integer(count)])
    }

    /// Departures
    public func tourDepartures() -> String {
        _text(103)
    }

    /// Length
    public func tourDuration() -> String {
        _text(104)
    }

    /// Free up to {$hours} before the start
    public func tourFree(hours: String) -> String {
        _text(105, [.text(hours)])
    }

    /// No places left
    public func tourFull() -> String {
        _text(106)
    }

    /// Group
    public func tourGroup() -> String {
        _text(107)
    }

    /// {$least}–{$most} people
    public func tourGroupSize(least: Int, most: Int) -> String {
        _text(108, [.integer(least), .integer(most)])
    }

    /// Guide speaks
    public func tourGuides() -> String {
        _text(109)
    }

    /// .input {$count :integer} .match $count one {{{$count} hour}} * {{{$count} hours}}
    public func tourHours(count: Int) -> String {
        _text(110, [.integer(count)])
    }

    /// Included
    public func tourIncludes() -> String {
        _text(111)
    }

    /// {$days}, {$nights}
    public func tourLength(days: String, nights: String) -> String {
        _text(112, [.text(days), .text(nights)])
    }

    /// Meeting point
    public func tourMeetingPoint() -> String {
        _text(113)
    }

    /// .input {$count :integer} .match $count one {{{$count} night}} * {{{$count} nights}}
    public func tourNights(count: Int) -> String {
        _text(114, [.integer(count)])
    }

    /// Permit
    public func tourPermit() -> String {
        _text(115)
    }

    /// Travellers need a border-zone permit
    public func tourPermitNeeded() -> String {
        _text(116)
    }

    /// .input {$count :integer} .match $count one {{{$count} place left}} * {{{$count} places left}}
    public func tourPlaces(count: Int) -> String {
        _text(117, [.integer(count)])
    }

    /// Where
    public func tourRegion() -> String {
        _text(118)
    }

    /// Start
    public func tourStart() -> String {
        _text(119)
    }

    /// {$time}, {$zone}
    public func tourStartTime(time: String, zone: String) -> String {
        _text(120, [.text(time), .text(zone)])
    }

    /// {$value} cm
    public func unitCm(value: MessageArgument) -> String {
        _text(121, [value])
    }

    /// {$value} g
    public func unitG(value: MessageArgument) -> String {
        _text(122, [value])
    }

    /// {$value} kg
    public func unitKg(value: MessageArgument) -> String {
        _text(123, [value])
    }

    /// {$value} l
    public func unitL(value: MessageArgument) -> String {
        _text(124, [value])
    }

    /// {$value} m
    public func unitM(value: MessageArgument) -> String {
        _text(125, [value])
    }

    /// {$value} ml
    public func unitMl(value: MessageArgument) -> String {
        _text(126, [value])
    }

    /// {$value} mm
    public func unitMm(value: MessageArgument) -> String {
        _text(127, [value])
    }

    /// Kazakhstan time
    public func zoneAsiaAlmaty() -> String {
        _text(128)
    }

    /// Beijing time
    public func zoneAsiaShanghai() -> String {
        _text(129)
    }

    /// Moscow time
    public func zoneEuropeMoscow() -> String {
        _text(130)
    }
}
