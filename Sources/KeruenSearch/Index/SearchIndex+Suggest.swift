extension SearchIndex {
    /// The query as it would be written where nothing is written as it is: «Вы имели в виду…».
    ///
    ///     index.suggestion(for: "войлачный ковер")     // "войлочный ковер"
    ///     index.suggestion(for: "0fpf0")               // "қазақ", from another keyboard
    ///     index.suggestion(for: "jibek oramal")        // "жібек орамал"
    ///
    /// Nil where the query, or a synonym of it, is found as it stands, and where nothing holds all of its words however it is read.
    public func suggestion(for query: String) -> String? {
        guard SearchRefusal(query) == nil, let finding = finding(query, Filters()), finding.attempt > 0,
            finding.holdsAllWords
        else { return nil }
        let attempt = attempts(at: query)[finding.attempt]
        let text = attempt.tier == .own ? attempt.query : corrected(attempt.query, attempt.tier, finding)
        return text == query ? nil : text
    }

    /// The reading with each word that stands nowhere put as the products that it finds have it.
    private func corrected(_ reading: String, _ tier: Tier, _ finding: Finding) -> String {
        let texts = top(finding, limit: 20).flatMap { hit in
            let product = product(at: hit.document)
            return [product.title, product.summary].compactMap { $0.served(along: chain)?.value }
        }
        let bytes = Array(reading.utf8)
        var result = ""
        var end = 0
        for written in words(of: reading).words {
            let token = written.token
            guard slot(written, .own).terms.isEmpty,
                let word = correction(of: token, isLast: written.isUnfinished, tier, in: texts)
            else { continue }
            let between = String(decoding: bytes[end..<token.range.lowerBound], as: UTF8.self)
            // Words of Han stand without a space between them.
            let isHan = result.unicodeScalars.last.map(Self.isHan) ?? false
            result += isHan && word.unicodeScalars.first.map(Self.isHan) == true && between == " " ? "" : between
            result += word
            end = token.range.upperBound
        }
        return result + String(decoding: bytes[end...], as: UTF8.self)
    }

    private static func isHan(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isIdeographic }

    private func correction(of token: SearchToken, isLast: Bool, _ tier: Tier, in texts: [String]) -> String? {
        if tier == .misspelt, token.kind == .word, token.text.count >= 5 {
            // Keys of stems and spellings are no words.
            let words = segment.misspellings(of: token.text).lazy.map(segment.text(of:))
            if let word = words.first(where: { !SearchKey.isDerived($0) }) { return word }
        }
        guard !token.near.isEmpty else { return nil }
        let whole = Self.commonest(in: texts, analyzer) { $0.near == token.near }
        return whole ?? (isLast ? Self.commonest(in: texts, analyzer) { $0.near.hasPrefix(token.near) } : nil)
    }

    /// Of the words and of what is read as pinyin in some texts, those that fit: the one that stands there most often.
    private static func commonest(
        in texts: [String], _ analyzer: SearchAnalyzer, where fits: (SearchToken) -> Bool
    ) -> String? {
        var counts: [String: (count: Int, first: Int)] = [:]
        for text in texts {
            for token in analyzer.indexed(text) where token.kind != .bigram && token.kind != .unigram && fits(token) {
                let word = String(decoding: Array(text.utf8)[token.range], as: UTF8.self).lowercased()
                let first = counts.count
                counts[word, default: (0, first)].count += 1
            }
        }
        return counts.min { (-$0.value.count, $0.value.first) < (-$1.value.count, $1.value.first) }?.key
    }
}
