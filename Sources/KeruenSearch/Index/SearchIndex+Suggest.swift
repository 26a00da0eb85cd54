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
        let text = corrected(attempt.query, attempt.tier, finding)
        // Only what finds something as it stands helps a buyer on.
        guard text != query, text.contains(where: \.isLetter), self.finding(text, Filters())?.attempt == 0 else {
            return nil
        }
        return text
    }

    /// The reading with each word that stands nowhere put as the products that it finds have it, and the last one to its end.
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
            guard !isWritten(written, tier),
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

    /// Whether a word is one of the catalogue's as it stands. The beginning of one that was typed with another keyboard is none.
    private func isWritten(_ word: QueryWords.Word, _ tier: Tier) -> Bool {
        var word = word
        if tier == .own { word.isUnfinished = false }
        return !slot(word, .own).terms.isEmpty
    }

    private static func isHan(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isIdeographic }

    private func correction(of token: SearchToken, isLast: Bool, _ tier: Tier, in texts: [String]) -> String? {
        if tier == .misspelt, token.kind == .word, token.text.count >= 5 {
            // Keys of stems and spellings are no words.
            let words = segment.misspellings(of: token.text).lazy.map(segment.text(of:))
            if let word = words.first(where: { !SearchKey.isDerived($0) }) { return word }
        }
        if tier == .own { return isLast ? commonestWord(in: texts) { $0.text.hasPrefix(token.text) } : nil }
        guard !token.near.isEmpty else { return nil }
        let whole = commonest(in: texts) { $0 == token.near }
        return whole ?? (isLast ? commonest(in: texts) { $0.hasPrefix(token.near) } : nil)
    }

    /// Of the words and of what is read as pinyin in some texts, and of the shop's own words of Han, those whose key fits: the one that
    /// stands there most often.
    private func commonest(in texts: [String], where fits: (_ key: String) -> Bool) -> String? {
        commonestWord(in: texts) { fits($0.near) } ?? commonestWord(
            texts.flatMap(hanWords.words).filter { hanWords.readings(of: $0).contains(where: fits) })
            ?? hanWords.known(where: fits).first(where: isHeld)
    }

    private func commonestWord(in texts: [String], where fits: (SearchToken) -> Bool) -> String? {
        commonestWord(
            texts.flatMap { text in
                let bytes = Array(text.utf8)
                return analyzer.words(text).filter(fits).map {
                    String(decoding: bytes[$0.range], as: UTF8.self).lowercased()
                }
            })
    }

    private func commonestWord(_ words: [String]) -> String? {
        var counts: [String: (count: Int, first: Int)] = [:]
        for (place, word) in words.enumerated() { counts[word, default: (0, place)].count += 1 }
        return counts.min { (-$0.value.count, $0.value.first) < (-$1.value.count, $1.value.first) }?.key
    }
}
