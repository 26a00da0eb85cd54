import TestSupport

@testable import KeruenSearch

/// A document with all that a segment keeps of it, made by a seed, to be fed to builders in any order.
struct MadeDocument: Equatable {
    struct Word: Equatable {
        var text: String
        var weight: Int
        var place: Int?
    }

    var words: [Word] = []
    var price: Int32 = 0
    var colour: UInt16 = 0
    var isSilk = false

    private static let vocabulary = [
        "жібек", "орамал", "киіз", "丝绸", "围巾", "羊毛", "шёлк", "платок", "войлок", "нефрит", "dutar", "атлас", "қолөнер",
        "ікат",
    ]

    /// Words with places near and far, some of them several times and out of order, and words without a place.
    static func random(_ generator: inout SeededGenerator) -> Self {
        var document = Self(
            price: Int32.random(in: 0...1_000, using: &generator), colour: UInt16.random(in: 0..<5, using: &generator),
            isSilk: Bool.random(using: &generator))
        var place = [0, 0, 0, 250, 70_000].randomElement(using: &generator) ?? 0
        for (rarity, text) in vocabulary.enumerated().shuffled(using: &generator)
        where Int.random(in: 0...rarity, using: &generator) == 0 {
            for _ in 0..<Int.random(in: 1...3, using: &generator) {
                let weight = [1, 1, 2, 5, 20].randomElement(using: &generator) ?? 1
                // A word with places may have documents where it has none.
                let isPlaced = rarity % 3 != 0 && Int.random(in: 0..<8, using: &generator) > 0
                document.words.append(Word(text: text, weight: weight, place: isPlaced ? place : nil))
                place += [1, 1, 1, 2, 70, 300].randomElement(using: &generator) ?? 1
            }
        }
        // One that hardly another document has.
        if Int.random(in: 0..<3, using: &generator) == 0 {
            let text = "өнім\(Int.random(in: 0..<500, using: &generator))"
            document.words.append(Word(text: text, weight: 1, place: place))
        }
        document.words.shuffle(using: &generator)
        return document
    }

    static func random(count: Int, _ generator: inout SeededGenerator) -> [Self] {
        (0..<count).map { _ in random(&generator) }
    }

    func add(to builder: SegmentBuilder) {
        for word in words { builder.add(word.text, weight: word.weight, place: word.place) }
        builder.endDocument()
    }
}

extension SegmentBuilder {
    convenience init(_ documents: [MadeDocument]) {
        self.init()
        for document in documents { document.add(to: self) }
    }

    func setColumns(of documents: [MadeDocument]) {
        setRange("price", documents.map(\.price))
        setCodes("colour", documents.map(\.colour))
        setMembers("silk", documents.indices.filter { documents[$0].isSilk })
    }
}
