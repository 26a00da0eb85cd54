extension String {
    /// The script of most letters; nil for a text without letters.
    ///
    ///     "Шарф Gucci, 180 см".dominantScript     // Cyrl
    ///
    /// Where two have as many, the one that comes first in the text.
    public var dominantScript: Script? {
        let letters = lettersByScript
        guard let most = letters.values.max() else { return nil }
        let leaders = letters.filter { $0.value == most }
        if leaders.count == 1 { return leaders.first?.key }
        return unicodeScalars.lazy.compactMap(Script.init(of:)).first { leaders[$0] != nil }
    }
}
