// Written by `keruen generate strings`; what is changed here is lost with the next run.
public import Keruen

/// The strings of the table shop, each by its name, in the first language of a chain that has it.
public struct Strings: Sendable {
    /// Changes when a key or an argument comes or goes: the strings that are loaded must have the same.
    public static let fingerprint = "5e3558d55ff570f9"

    private let strings: CompiledStrings
    private let chain: [LanguageTag]

    /// Nil where the loaded strings are not those that this was written for.
    public init?(_ strings: CompiledStrings, along chain: [LanguageTag]) {
        guard strings.fingerprint == Self.fingerprint else { return nil }
        (self.strings, self.chain) = (strings, chain)
    }

    private func text(_ id: Int, _ values: [MessageArgument] = []) -> String {
        strings.text(id, values, along: chain, bidi: .none)?.value ?? ""
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

    /// China
    public func countryCN() -> String {
        text(10)
    }

    /// Kyrgyzstan
    public func countryKG() -> String {
        text(11)
    }

    /// Kazakhstan
    public func countryKZ() -> String {
        text(12)
    }

    /// Mongolia
    public func countryMN() -> String {
        text(13)
    }

    /// Russia
    public func countryRU() -> String {
        text(14)
    }

    /// Uzbekistan
    public func countryUZ() -> String {
        text(15)
    }

    /// The item may be sold out for good, or the address has a slip in it.
    public func errorText() -> String {
        text(16)
    }

    /// There is no such page
    public func errorTitle() -> String {
        text(17)
    }

    /// This text is in Kazakh
    public func fallbackKk() -> String {
        text(18)
    }

    /// This text is in Russian
    public func fallbackRu() -> String {
        text(19)
    }

    /// This text is in Chinese
    public func fallbackZhHans() -> String {
        text(20)
    }

    /// On the country's list of intangible cultural heritage since {$year}
    public func heritageNational(year: String) -> String {
        text(21, [.text(year)])
    }

    /// On the region's list of intangible cultural heritage since {$year}
    public func heritageRegional(year: String) -> String {
        text(22, [.text(year)])
    }

    /// On UNESCO's list of intangible cultural heritage since {$year}
    public func heritageUnesco(year: String) -> String {
        text(23, [.text(year)])
    }

    /// Brand
    public func importedBrand() -> String {
        text(24)
    }

    /// Ingredients
    public func importedComposition() -> String {
        text(25)
    }

    /// Producer
    public func importedManufacturer() -> String {
        text(26)
    }

    /// .input {$count :integer} .match $count one {{{$count} month}} * {{{$count} months}}
    public func importedMonths(count: Int) -> String {
        text(27, [.integer(count)])
    }

    /// Net weight
    public func importedNetWeight() -> String {
        text(28)
    }

    /// Shelf life
    public func importedShelfLife() -> String {
        text(29)
    }

    /// Storage
    public func importedStorage() -> String {
        text(30)
    }

    /// English
    public func languageEn() -> String {
        text(31)
    }

    /// Kazakh
    public func languageKk() -> String {
        text(32)
    }

    /// Russian
    public func languageRu() -> String {
        text(33)
    }

    /// Chinese
    public func languageZhHans() -> String {
        text(34)
    }

    /// Cart
    public func navCart() -> String {
        text(35)
    }

    /// Categories
    public func navCategories() -> String {
        text(36)
    }

    /// All goods
    public func navHome() -> String {
        text(37)
    }

    /// Market and language
    public func navLanguages() -> String {
        text(38)
    }

    /// Skip to the content
    public func navSkip() -> String {
        text(39)
    }

    /// Colour
    public func optionColour() -> String {
        text(40)
    }

    /// Flavour
    public func optionFlavour() -> String {
        text(41)
    }

    /// Scent
    public func optionScent() -> String {
        text(42)
    }

    /// Size
    public func optionSize() -> String {
        text(43)
    }

    /// Traveller
    public func optionTraveller() -> String {
        text(44)
    }

    /// Volume
    public func optionVolume() -> String {
        text(45)
    }

    /// An order was already placed from this cart before it was changed. To order these goods as well, press the button once more.
    public func orderPlacedBefore() -> String {
        text(46)
    }

    /// Thank you! Your order is placed and the goods are set aside for you.
    public func orderThanks() -> String {
        text(47)
    }

    /// Order {$id}
    public func orderTitle(id: String) -> String {
        text(48, [.text(id)])
    }

    /// To pay: {$total}
    public func orderTotal(total: String) -> String {
        text(49, [.text(total)])
    }

    /// Add to cart
    public func productAdd() -> String {
        text(50)
    }

    /// Maker
    public func productArtisan() -> String {
        text(51)
    }

    /// Blade
    public func productBlade() -> String {
        text(52)
    }

    /// Care
    public func productCare() -> String {
        text(53)
    }

    /// Choose
    public func productChoose() -> String {
        text(54)
    }

    /// from {$price}
    public func productFrom(price: String) -> String {
        text(55, [.text(price)])
    }

    /// Heritage
    public func productHeritage() -> String {
        text(56)
    }

    /// HS code
    public func productHsCode() -> String {
        text(57)
    }

    /// Made in
    public func productMade() -> String {
        text(58)
    }

    /// Materials
    public func productMaterials() -> String {
        text(59)
    }

    /// Country of origin
    public func productOrigin() -> String {
        text(60)
    }

    /// Quantity
    public func productQuantity() -> String {
        text(61)
    }

    /// From
    public func productRegion() -> String {
        text(62)
    }

    /// {$material}, {$share} %
    public func productShare(material: String, share: String) -> String {
        text(63, [.text(material), .text(share)])
    }

    /// {$length}, sharpened
    public func productSharpened(length: String) -> String {
        text(64, [.text(length)])
    }

    /// Size
    public func productSize() -> String {
        text(65)
    }

    /// SKU
    public func productSku() -> String {
        text(66)
    }

    /// Sold out
    public func productSoldOut() -> String {
        text(67)
    }

    /// .input {$count :integer} .match $count one {{{$count} in stock}} * {{{$count} in stock}}
    public func productStock(count: Int) -> String {
        text(68, [.integer(count)])
    }

    /// Tax is not included in the price
    public func productTaxExcluded() -> String {
        text(69)
    }

    /// Tax is included in the price
    public func productTaxIncluded() -> String {
        text(70)
    }

    /// Technique
    public func productTechnique() -> String {
        text(71)
    }

    /// One of a kind: there is no second one
    public func productUnique() -> String {
        text(72)
    }

    /// {$length}, not sharpened
    public func productUnsharpened(length: String) -> String {
        text(73, [.text(length)])
    }

    /// Weight with packing
    public func productWeight() -> String {
        text(74)
    }

    /// Search
    public func searchLabel() -> String {
        text(75)
    }

    /// Nothing found for “{$query}”. Try a shorter word, or look through the categories.
    public func searchNone(query: String) -> String {
        text(76, [.text(query)])
    }

    /// silk, dutar, Kanas …
    public func searchPlaceholder() -> String {
        text(77)
    }

    /// .input {$count :integer} .match $count one {{{$count} item found for “{$query}”}} * {{{$count} items found for “{$query}”}}
    public func searchResults(count: Int, query: String) -> String {
        text(78, [.integer(count), .text(query)])
    }

    /// Keruen is closed. Come again!
    public func serverClosed() -> String {
        text(79)
    }

    /// Port {$port} is taken by another program; close it or choose another with --port.
    public func serverPortBusy(port: String) -> String {
        text(80, [.text(port)])
    }

    /// Keruen is open at {$address} (Ctrl-C closes it).
    public func serverServing(address: String) -> String {
        text(81, [.text(address)])
    }

    /// Keruen
    public func siteName() -> String {
        text(82)
    }

    /// Crafts, journeys and good things from both sides of the Tian Shan
    public func siteTagline() -> String {
        text(83)
    }

    /// diameter {$value}
    public func sizeDiameter(value: String) -> String {
        text(84, [.text(value)])
    }

    /// height {$value}
    public func sizeHeight(value: String) -> String {
        text(85, [.text(value)])
    }

    /// length {$value}
    public func sizeLength(value: String) -> String {
        text(86, [.text(value)])
    }

    /// width {$value}
    public func sizeWidth(value: String) -> String {
        text(87, [.text(value)])
    }

    /// Cancellation
    public func tourCancellation() -> String {
        text(88)
    }

    /// .input {$count :integer} .match $count one {{{$count} day}} * {{{$count} days}}
    public func tourDays(count: Int) -> String {
        text(89, [.integer(count)])
    }

    /// Departures
    public func tourDepartures() -> String {
        text(90)
    }

    /// Length
    public func tourDuration() -> String {
        text(91)
    }

    /// Free up to {$hours} before the start
    public func tourFree(hours: String) -> String {
        text(92, [.text(hours)])
    }

    /// No places left
    public func tourFull() -> String {
        text(93)
    }

    /// Group
    public func tourGroup() -> String {
        text(94)
    }

    /// {$least}–{$most} people
    public func tourGroupSize(least: String, most: String) -> String {
        text(95, [.text(least), .text(most)])
    }

    /// Guide speaks
    public func tourGuides() -> String {
        text(96)
    }

    /// .input {$count :integer} .match $count one {{{$count} hour}} * {{{$count} hours}}
    public func tourHours(count: Int) -> String {
        text(97, [.integer(count)])
    }

    /// Included
    public func tourIncludes() -> String {
        text(98)
    }

    /// Meeting point
    public func tourMeetingPoint() -> String {
        text(99)
    }

    /// .input {$count :integer} .match $count one {{{$count} night}} * {{{$count} nights}}
    public func tourNights(count: Int) -> String {
        text(100, [.integer(count)])
    }

    /// Permit
    public func tourPermit() -> String {
        text(101)
    }

    /// Travellers need a border-zone permit
    public func tourPermitNeeded() -> String {
        text(102)
    }

    /// .input {$count :integer} .match $count one {{{$count} place left}} * {{{$count} places left}}
    public func tourPlaces(count: Int) -> String {
        text(103, [.integer(count)])
    }

    /// Where
    public func tourRegion() -> String {
        text(104)
    }

    /// Start
    public func tourStart() -> String {
        text(105)
    }

    /// {$time}, {$zone}
    public func tourStartTime(time: String, zone: String) -> String {
        text(106, [.text(time), .text(zone)])
    }

    /// {$value} cm
    public func unitCm(value: String) -> String {
        text(107, [.text(value)])
    }

    /// {$value} g
    public func unitG(value: String) -> String {
        text(108, [.text(value)])
    }

    /// {$value} kg
    public func unitKg(value: String) -> String {
        text(109, [.text(value)])
    }

    /// {$value} l
    public func unitL(value: String) -> String {
        text(110, [.text(value)])
    }

    /// {$value} m
    public func unitM(value: String) -> String {
        text(111, [.text(value)])
    }

    /// {$value} ml
    public func unitMl(value: String) -> String {
        text(112, [.text(value)])
    }

    /// {$value} mm
    public func unitMm(value: String) -> String {
        text(113, [.text(value)])
    }

    /// Kazakhstan time
    public func zoneAsiaAlmaty() -> String {
        text(114)
    }

    /// Beijing time
    public func zoneAsiaShanghai() -> String {
        text(115)
    }

    /// Moscow time
    public func zoneEuropeMoscow() -> String {
        text(116)
    }
}
