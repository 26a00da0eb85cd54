// Written by `keruen generate strings`; what is changed here is lost with the next run.
public import Keruen

/// The strings of the table shop, each by its name, in the first language of a chain that has it.
public struct Strings: Sendable {
    /// Changes when a key or an argument comes or goes: the strings that are loaded must have the same.
    public static let fingerprint = "886d585b2dddfddb"

    private let strings: CompiledStrings
    private let chain: [LanguageTag]
    private let noting: (@Sendable (LanguageTag) -> Void)?

    /// Nil where the loaded strings are not those that this was written for.
    /// - Parameter noting: is told the language of each string that is served.
    public init?(
        _ strings: CompiledStrings, along chain: [LanguageTag],
        noting: (@Sendable (LanguageTag) -> Void)? = nil
    ) {
        guard strings.fingerprint == Self.fingerprint else { return nil }
        (self.strings, self.chain, self.noting) = (strings, chain, noting)
    }

    private func text(_ id: Int, _ values: [MessageArgument] = []) -> String {
        guard let served = strings.text(id, values, along: chain, bidi: .none) else { return "" }
        noting?(served.language)
        return served.value
    }

    /// Go on shopping
    public func cartContinue() -> String {
        text(0)
    }

    /// The cart is still empty.
    public func cartEmpty() -> String {
        text(1)
    }

    /// Item
    public func cartItem() -> String {
        text(2)
    }

    /// Place the order
    public func cartOrder() -> String {
        text(3)
    }

    /// Price
    public func cartPrice() -> String {
        text(4)
    }

    /// Remove
    public func cartRemove() -> String {
        text(5)
    }

    /// Sum
    public func cartSum() -> String {
        text(6)
    }

    /// Your cart
    public func cartTitle() -> String {
        text(7)
    }

    /// Total
    public func cartTotal() -> String {
        text(8)
    }

    /// .input {$count :integer} .match $count one {{{$count} item}} * {{{$count} items}}
    public func categoryCount(count: Int) -> String {
        text(9, [.integer(count)])
    }

    /// The text in Arabic letters is written over by machine from Cyrillic; legal texts are in Chinese.
    public func convertedKkArab() -> String {
        text(10)
    }

    /// The Latin text is written over by machine from Cyrillic; legal texts stay in Cyrillic.
    public func convertedKkLatn() -> String {
        text(11)
    }

    /// Traditional characters are written over by machine from the Simplified ones.
    public func convertedZhHant() -> String {
        text(12)
    }

    /// China
    public func countryCN() -> String {
        text(13)
    }

    /// Kyrgyzstan
    public func countryKG() -> String {
        text(14)
    }

    /// Kazakhstan
    public func countryKZ() -> String {
        text(15)
    }

    /// Mongolia
    public func countryMN() -> String {
        text(16)
    }

    /// Russia
    public func countryRU() -> String {
        text(17)
    }

    /// Uzbekistan
    public func countryUZ() -> String {
        text(18)
    }

    /// The item may be sold out for good, or there is a typo in the address.
    public func errorText() -> String {
        text(19)
    }

    /// There is no such page
    public func errorTitle() -> String {
        text(20)
    }

    /// This text is in Kazakh
    public func fallbackKk() -> String {
        text(21)
    }

    /// This text is in Russian
    public func fallbackRu() -> String {
        text(22)
    }

    /// This text is in Chinese
    public func fallbackZhHans() -> String {
        text(23)
    }

    /// On the country's list of intangible cultural heritage since {$year}
    public func heritageNational(year: String) -> String {
        text(24, [.text(year)])
    }

    /// On the region's list of intangible cultural heritage since {$year}
    public func heritageRegional(year: String) -> String {
        text(25, [.text(year)])
    }

    /// On UNESCO's list of intangible cultural heritage since {$year}
    public func heritageUnesco(year: String) -> String {
        text(26, [.text(year)])
    }

    /// Brand
    public func importedBrand() -> String {
        text(27)
    }

    /// Ingredients
    public func importedComposition() -> String {
        text(28)
    }

    /// Producer
    public func importedManufacturer() -> String {
        text(29)
    }

    /// .input {$count :integer} .match $count one {{{$count} month}} * {{{$count} months}}
    public func importedMonths(count: Int) -> String {
        text(30, [.integer(count)])
    }

    /// Net weight
    public func importedNetWeight() -> String {
        text(31)
    }

    /// Shelf life
    public func importedShelfLife() -> String {
        text(32)
    }

    /// Storage conditions
    public func importedStorage() -> String {
        text(33)
    }

    /// {$name}: {$value}
    public func joinPair(name: String, value: String) -> String {
        text(34, [.text(name), .text(value)])
    }

    /// {$first}; {$next}
    public func joinParts(first: String, next: String) -> String {
        text(35, [.text(first), .text(next)])
    }

    /// {$first}. {$next}
    public func joinSentences(first: String, next: String) -> String {
        text(36, [.text(first), .text(next)])
    }

    /// {$first}, {$next}
    public func joinSeries(first: String, next: String) -> String {
        text(37, [.text(first), .text(next)])
    }

    /// English
    public func languageEn() -> String {
        text(38)
    }

    /// Kazakh
    public func languageKk() -> String {
        text(39)
    }

    /// Russian
    public func languageRu() -> String {
        text(40)
    }

    /// Chinese
    public func languageZhHans() -> String {
        text(41)
    }

    /// Cart
    public func navCart() -> String {
        text(42)
    }

    /// Categories
    public func navCategories() -> String {
        text(43)
    }

    /// All goods
    public func navHome() -> String {
        text(44)
    }

    /// Market and language
    public func navLanguages() -> String {
        text(45)
    }

    /// Skip to the content
    public func navSkip() -> String {
        text(46)
    }

    /// Colour
    public func optionColour() -> String {
        text(47)
    }

    /// Flavour
    public func optionFlavour() -> String {
        text(48)
    }

    /// Scent
    public func optionScent() -> String {
        text(49)
    }

    /// Size
    public func optionSize() -> String {
        text(50)
    }

    /// Traveller
    public func optionTraveller() -> String {
        text(51)
    }

    /// Volume
    public func optionVolume() -> String {
        text(52)
    }

    /// An order was already placed from this cart before it was changed. To order these goods as well, press the button once more.
    public func orderPlacedBefore() -> String {
        text(53)
    }

    /// Thank you! Your order is placed and the goods are set aside for you.
    public func orderThanks() -> String {
        text(54)
    }

    /// Order {$id}
    public func orderTitle(id: String) -> String {
        text(55, [.text(id)])
    }

    /// To pay: {$total}
    public func orderTotal(total: String) -> String {
        text(56, [.text(total)])
    }

    /// Add to cart
    public func productAdd() -> String {
        text(57)
    }

    /// Maker
    public func productArtisan() -> String {
        text(58)
    }

    /// Blade
    public func productBlade() -> String {
        text(59)
    }

    /// Care
    public func productCare() -> String {
        text(60)
    }

    /// Choose
    public func productChoose() -> String {
        text(61)
    }

    /// from {$price}
    public func productFrom(price: String) -> String {
        text(62, [.text(price)])
    }

    /// Heritage
    public func productHeritage() -> String {
        text(63)
    }

    /// HS code
    public func productHsCode() -> String {
        text(64)
    }

    /// Year made
    public func productMade() -> String {
        text(65)
    }

    /// Materials
    public func productMaterials() -> String {
        text(66)
    }

    /// Country of origin
    public func productOrigin() -> String {
        text(67)
    }

    /// Quantity
    public func productQuantity() -> String {
        text(68)
    }

    /// From
    public func productRegion() -> String {
        text(69)
    }

    /// {$material}, {$share}%
    public func productShare(material: String, share: Int) -> String {
        text(70, [.text(material), .integer(share)])
    }

    /// {$length}, sharpened
    public func productSharpened(length: String) -> String {
        text(71, [.text(length)])
    }

    /// Size
    public func productSize() -> String {
        text(72)
    }

    /// SKU
    public func productSku() -> String {
        text(73)
    }

    /// Sold out
    public func productSoldOut() -> String {
        text(74)
    }

    /// .input {$count :integer} .match $count one {{{$count} in stock}} * {{{$count} in stock}}
    public func productStock(count: Int) -> String {
        text(75, [.integer(count)])
    }

    /// Tax is not included in the price
    public func productTaxExcluded() -> String {
        text(76)
    }

    /// Tax is included in the price
    public func productTaxIncluded() -> String {
        text(77)
    }

    /// Technique
    public func productTechnique() -> String {
        text(78)
    }

    /// One of a kind: there is no second one
    public func productUnique() -> String {
        text(79)
    }

    /// {$length}, not sharpened
    public func productUnsharpened(length: String) -> String {
        text(80, [.text(length)])
    }

    /// Weight with packing
    public func productWeight() -> String {
        text(81)
    }

    /// Search
    public func searchLabel() -> String {
        text(82)
    }

    /// Nothing found for “{$query}”. Try a shorter word, or look through the categories.
    public func searchNone(query: String) -> String {
        text(83, [.text(query)])
    }

    /// silk, dutar, Kanas …
    public func searchPlaceholder() -> String {
        text(84)
    }

    /// .input {$count :integer} .match $count one {{{$count} item found for “{$query}”}} * {{{$count} items found for “{$query}”}}
    public func searchResults(count: Int, query: String) -> String {
        text(85, [.integer(count), .text(query)])
    }

    /// Keruen is closed. Come again!
    public func serverClosed() -> String {
        text(86)
    }

    /// The strings in {$folder} are not those that this shop was built for. Build it again after `keruen generate strings --table shop`.
    public func serverOtherStrings(folder: String) -> String {
        text(87, [.text(folder)])
    }

    /// Port {$port} is taken by another program; close it or choose another with --port.
    public func serverPortBusy(port: String) -> String {
        text(88, [.text(port)])
    }

    /// Keruen is open at {$address} (Ctrl-C closes it).
    public func serverServing(address: String) -> String {
        text(89, [.text(address)])
    }

    /// Keruen
    public func siteName() -> String {
        text(90)
    }

    /// Crafts, journeys and good things from both sides of the Tian Shan
    public func siteTagline() -> String {
        text(91)
    }

    /// diameter {$value}
    public func sizeDiameter(value: String) -> String {
        text(92, [.text(value)])
    }

    /// height {$value}
    public func sizeHeight(value: String) -> String {
        text(93, [.text(value)])
    }

    /// length {$value}
    public func sizeLength(value: String) -> String {
        text(94, [.text(value)])
    }

    /// width {$value}
    public func sizeWidth(value: String) -> String {
        text(95, [.text(value)])
    }

    /// Cancellation
    public func tourCancellation() -> String {
        text(96)
    }

    /// .input {$count :integer} .match $count one {{{$count} day}} * {{{$count} days}}
    public func tourDays(count: Int) -> String {
        text(97, [.integer(count)])
    }

    /// Departures
    public func tourDepartures() -> String {
        text(98)
    }

    /// Length
    public func tourDuration() -> String {
        text(99)
    }

    /// Free up to {$hours} before the start
    public func tourFree(hours: String) -> String {
        text(100, [.text(hours)])
    }

    /// No places left
    public func tourFull() -> String {
        text(101)
    }

    /// Group
    public func tourGroup() -> String {
        text(102)
    }

    /// {$least}–{$most} people
    public func tourGroupSize(least: Int, most: Int) -> String {
        text(103, [.integer(least), .integer(most)])
    }

    /// Guide speaks
    public func tourGuides() -> String {
        text(104)
    }

    /// .input {$count :integer} .match $count one {{{$count} hour}} * {{{$count} hours}}
    public func tourHours(count: Int) -> String {
        text(105, [.integer(count)])
    }

    /// Included
    public func tourIncludes() -> String {
        text(106)
    }

    /// {$days}, {$nights}
    public func tourLength(days: String, nights: String) -> String {
        text(107, [.text(days), .text(nights)])
    }

    /// Meeting point
    public func tourMeetingPoint() -> String {
        text(108)
    }

    /// .input {$count :integer} .match $count one {{{$count} night}} * {{{$count} nights}}
    public func tourNights(count: Int) -> String {
        text(109, [.integer(count)])
    }

    /// Permit
    public func tourPermit() -> String {
        text(110)
    }

    /// Travellers need a border-zone permit
    public func tourPermitNeeded() -> String {
        text(111)
    }

    /// .input {$count :integer} .match $count one {{{$count} place left}} * {{{$count} places left}}
    public func tourPlaces(count: Int) -> String {
        text(112, [.integer(count)])
    }

    /// Where
    public func tourRegion() -> String {
        text(113)
    }

    /// Start
    public func tourStart() -> String {
        text(114)
    }

    /// {$time}, {$zone}
    public func tourStartTime(time: String, zone: String) -> String {
        text(115, [.text(time), .text(zone)])
    }

    /// {$value} cm
    public func unitCm(value: MessageArgument) -> String {
        text(116, [value])
    }

    /// {$value} g
    public func unitG(value: MessageArgument) -> String {
        text(117, [value])
    }

    /// {$value} kg
    public func unitKg(value: MessageArgument) -> String {
        text(118, [value])
    }

    /// {$value} l
    public func unitL(value: MessageArgument) -> String {
        text(119, [value])
    }

    /// {$value} m
    public func unitM(value: MessageArgument) -> String {
        text(120, [value])
    }

    /// {$value} ml
    public func unitMl(value: MessageArgument) -> String {
        text(121, [value])
    }

    /// {$value} mm
    public func unitMm(value: MessageArgument) -> String {
        text(122, [value])
    }

    /// Kazakhstan time
    public func zoneAsiaAlmaty() -> String {
        text(123)
    }

    /// Beijing time
    public func zoneAsiaShanghai() -> String {
        text(124)
    }

    /// Moscow time
    public func zoneEuropeMoscow() -> String {
        text(125)
    }
}
