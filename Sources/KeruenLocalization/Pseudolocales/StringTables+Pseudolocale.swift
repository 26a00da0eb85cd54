extension StringTables {
    /// With one language more: every string of the source in a pseudolocale.
    ///
    ///     let strings = try StringTables.load(folder: locales).pseudolocalized(as: .accented)
    ///     strings.text("shop.cart.title", along: [Pseudolocale.accented.tag()])?.value      // "⟦Çåŕţ⟧"
    ///
    /// Strings that don't parse are left out, and texts that have been made so before are made anew. They say that a machine
    /// made them, so that no report counts them as a translation that somebody has read.
    public func pseudolocalized(as pseudolocale: Pseudolocale) -> StringTables {
        let tag = pseudolocale.tag(of: sourceLanguage)
        guard tag != sourceLanguage else { return self }
        var result = self
        for (key, entry) in strings[sourceLanguage] ?? [:] {
            guard let message = entry.message else { continue }
            var written = Entry(pseudolocale.message(message).description, at: entry.position)
            written.maker = .machine
            written.state = .needsReview
            written.sourceHash = sources[key]?.hash
            result[tag, key] = written
        }
        return result
    }
}
