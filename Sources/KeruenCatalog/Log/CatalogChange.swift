/// What became of one product: it was put on the shelves, whole, or withdrawn.
///
///     CatalogChange(product)                      // of a file that was read
///     CatalogChange(withdrawn: "dutar")
///
/// A change says everything about its product, never what is different, so that the last change of an id is all that counts, and taking
/// one in twice is taking it in once. Who takes a SKU off sale puts the product without it.
public struct CatalogChange: Hashable, Sendable {
    /// The product's.
    public var id: String
    /// The product as `Shape.product` has it, in JSON; nil where it was withdrawn.
    public var product: String?

    /// - Parameters:
    ///   - id: the one that the product says.
    ///   - product: in JSON; what ends a line in it becomes a space, which changes nothing between JSON's values.
    public init(id: String, product: String) {
        self.id = id
        self.product = product.contains { $0.isNewline } ? Self.line(product) : product
    }

    private static func line(_ product: String) -> String {
        let ends = [UInt8(ascii: "\n"), UInt8(ascii: "\r")]
        return String(decoding: product.utf8.map { ends.contains($0) ? UInt8(ascii: " ") : $0 }, as: UTF8.self)
    }

    public init(withdrawn id: String) { (self.id, product) = (id, nil) }

    public init(_ product: CatalogDraft.Sourced<Product>) {
        self.init(id: product.value.id, product: product.source.json)
    }
}
