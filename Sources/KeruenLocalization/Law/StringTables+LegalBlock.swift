extension StringTables {
    /// What a market's law wants on every page: the strings `legal.<market>.…`, in the order of their file, with the seller's facts.
    ///
    ///     strings.legalBlock(of: kz, for: .kk, on: today).map(\.value)
    ///     // «Сатушы: «Керуен» ЖШС, БСН 220540009998, …»
    ///
    /// In the reader's language where the law knows it, else in the next language of the chain that it knows: Kazakh in Latin or
    /// Arabic letters is a courtesy, and stands for no legal text. A text with a fact that the seller does not give is left out;
    /// `Coverage` reports it.
    public func legalBlock(
        of market: Market, for language: LanguageTag, law: LanguageLaw = .standard, on day: CivilDate
    ) -> [Served<String>] {
        let languages = law.legalLanguages(of: market, on: day)
        let chain = market.chain(for: language)
        guard let known = chain.first(where: languages.contains) ?? languages.first else { return [] }
        return legalSources(of: market.id).compactMap { source in
            guard let entry = self[known, source.key], let message = entry.message, entry.state != .new else {
                return nil
            }
            let facts = market.seller?.facts(in: known) ?? [:]
            let formatted = message.format(facts, in: known, bidi: .none)
            guard formatted.errors.isEmpty, !formatted.text.isEmpty else { return nil }
            return Served(
                value: formatted.text, language: known,
                origin: known == language ? .original : .fallback(from: language))
        }
    }

    /// The strings of a market's legal block, in the order of their file.
    public func legalSources(of market: String) -> [SourceString] {
        sources.values.filter { $0.key.hasPrefix("legal.\(market).") }.sorted {
            ($0.position.line, $0.key) < ($1.position.line, $1.key)
        }
    }
}

extension LanguageLaw {
    /// The languages of a market's legal texts: the law's, or, where no row speaks of the market, those that its file requires.
    public func legalLanguages(of market: Market, on day: CivilDate) -> [LanguageTag] {
        let known = languages(market: market.id, class: .legal, on: day)
        return known.isEmpty ? market.requiredLanguages : known
    }
}

extension Seller {
    /// What legal texts may name, in a language: `seller`, `address`, `hours`, `phone`, `email`, `bin`, `ogrn`, `uscc`.
    public func facts(in language: LanguageTag) -> [String: MessageArgument] {
        let facts: [String: String?] = [
            "seller": name[language], "address": address[language], "hours": hours[language], "phone": phone,
            "email": email, "bin": bin?.digits, "ogrn": ogrn?.digits, "uscc": uscc?.code,
        ]
        // A blank one would be a hole in a sentence.
        return facts.compactMapValues { fact in
            fact.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : MessageArgument.text($0) }
        }
    }
}
