import TestSupport
import Testing

@testable import KeruenSearch

/// Scores that tantivy 0.27 gave to the same documents, by this program:
///
///     import tantivy as t
///     b = t.SchemaBuilder(); b.add_text_field("text", tokenizer_name="whitespace"); b.add_unsigned_field("id", stored=True)
///     s = b.build(); i = t.Index(s); w = i.writer()
///     for n, x in enumerate(documents): w.add_document(t.Document(text=x, id=n))
///     w.commit(); i.reload(); r = i.searcher()
///     for q in queries:
///         for o in (t.Occur.Must, t.Occur.Should):
///             f = t.Query.boolean_query([(o, t.Query.term_query(s, "text", x)) for x in q.split()])
///             print(q, o, [(r.doc(a)["id"][0], v) for v, a in r.search(f, 20).hits])
///
/// Over a hundred thousand documents: `./Scripts/bench search-scores`.
@Suite("A score")
struct TantivyScoreTests {
    private static let documents = [
        "атлас жібек орамал",
        "жібек орамал жібек кестелі",
        "киіз үй үлгісі ағаш қорап",
        "шёлковый платок ручной работы шёлк платок",
        "войлочный ковёр из овечьей шерсти",
        "丝绸 绸围 围巾 手工 工刺 刺绣",
        "羊毛 毛毡 毡地 地毯 羊毛",
        "шёлк на платье шёлк хан атлас шёлк и ещё шёлк для рукавов хотанской мастерской с узором гранат миндаль гребень и "
            + "тюльпан по краю полотна шириной сорок пять сантиметров плотный мягкий и прохладный летом тёплый зимой",
        "жібек",
        Array(repeating: "орамал", count: 17).joined(separator: " "),
        "серебряные серьги с нефритом",
        "нефрит жібек атлас платок 丝绸",
    ]

    @Test(
        "is the one that tantivy gives",
        arguments: [
            ("жібек", .all, [(1, 1.69739521), (8, 1.65233159), (0, 1.42529368), (11, 1.25311053)]),
            ("жібек", .any, [(1, 1.69739521), (8, 1.65233159), (0, 1.42529368), (11, 1.25311053)]),
            ("орамал", .all, [(9, 2.55436683), (0, 1.76293743), (1, 1.64960587)]),
            ("орамал", .any, [(9, 2.55436683), (0, 1.76293743), (1, 1.64960587)]),
            ("жібек орамал", .all, [(1, 3.34700108), (0, 3.18823099)]),
            (
                "жібек орамал", .any,
                [(1, 3.34700108), (0, 3.18823099), (9, 2.55436683), (8, 1.65233159), (11, 1.25311053)]
            ),
            ("шёлк платок", .all, [(3, 4.27483273)]),
            ("шёлк платок", .any, [(3, 4.27483273), (11, 1.9474088), (7, 1.76123762)]),
            ("丝绸 围巾", .all, [(5, 4.24198198)]),
            ("丝绸 围巾", .any, [(5, 4.24198198), (11, 1.9474088)]),
            ("атлас жібек платок", .all, [(11, 4.75048447)]),
            (
                "атлас жібек платок", .any,
                [
                    (11, 4.75048447), (0, 3.18823099), (3, 2.43835235), (1, 1.69739521), (8, 1.65233159),
                    (7, 0.551180899),
                ]
            ),
            ("羊毛", .all, [(6, 3.31938219)]),
            ("羊毛", .any, [(6, 3.31938219)]),
        ] as [(String, Segment.Match, [(Int, Float)])])
    func agrees(words: String, match: Segment.Match, wanted: [(document: Int, score: Float)]) throws {
        let builder = SegmentBuilder()
        for document in Self.documents {
            for word in document.split(separator: " ") { builder.add(String(word)) }
            builder.endDocument()
        }
        let segment = try Segment(builder.bytes())
        let slots = try words.split(separator: " ").map { word in
            SegmentQuery.Slot([(term: try #require(segment.term(String(word))), boost: Float(1))])
        }
        let found = segment.top(SegmentQuery(slots: slots), match, limit: 20)
        #expect(found.map(\.document) == wanted.map(\.document))
        for (hit, wanted) in zip(found, wanted) {
            #expect(abs(hit.score - wanted.score) <= 1e-6 * wanted.score, "\(hit.document)")
        }
    }
}
