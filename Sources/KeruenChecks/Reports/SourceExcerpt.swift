/// A line of a file with a mark under one of its characters, as a terminal shows it.
///
///     SourceExcerpt("  ru: Шeлк", line: 6, column: 8).lines
///     // 6 |   ru: Шeлк
///     //   |        ^
///
/// Columns count characters from 1, full-width ones take two cells, tabs run to the next multiple of four; a long line is cut around
/// the place. What nobody sees, or what would steer the terminal, stands as �.
struct SourceExcerpt {
    var text: String
    var line: Int
    var column: Int
    /// Cells that a line may take beside its number.
    var width: Int

    init(_ text: String, line: Int, column: Int, width: Int = 100) {
        (self.text, self.line, self.column, self.width) = (text, line, column, width)
    }

    var lines: [String] {
        let (pieces, place) = laidOut()
        let end = pieces.last.map { $0.cell + $0.width } ?? 0
        var (first, last) = (0, end)
        if end > width {
            first = max(0, min(place - width / 2, end - width))
            last = first + width
        }
        // Each … takes a cell of what it stands for.
        let kept = pieces.filter { piece in
            piece.cell >= (first > 0 ? first + 1 : 0) && piece.cell + piece.width <= (last < end ? last - 1 : end)
        }
        let isCut = (start: first > 0, end: last < end)
        let shown = (isCut.start ? "…" : "") + kept.map(\.text).joined() + (isCut.end ? "…" : "")
        let mark = (isCut.start ? 1 : 0) + max(0, place - (kept.first?.cell ?? 0))
        let number = String(line)
        let margin = String(repeating: " ", count: number.count)
        return ["\(number) | \(shown)", "\(margin) | \(String(repeating: " ", count: mark))^"]
    }

    private struct Piece {
        var text: String
        var cell: Int
        var width: Int
    }

    /// The characters with their cells, and the cell of the place; the end of the line where the place lies behind it.
    private func laidOut() -> (pieces: [Piece], place: Int) {
        var (pieces, cell, scalars): ([Piece], Int, Int) = ([], 0, 0)
        var place: Int?
        for character in text {
            let count = character.unicodeScalars.count
            if place == nil, column - 1 < scalars + count { place = cell }
            let shown = shown(character, at: cell)
            let width = shown.terminalWidth
            pieces.append(Piece(text: shown, cell: cell, width: width))
            cell += width
            scalars += count
        }
        return (pieces, place ?? cell)
    }

    private func shown(_ character: Character, at cell: Int) -> String {
        if character == "\t" { return String(repeating: " ", count: 4 - cell % 4) }
        guard let properties = character.unicodeScalars.first?.properties else { return "" }
        let isHidden = properties.generalCategory == .control || properties.isDefaultIgnorableCodePoint
        return isHidden ? "\u{FFFD}" : String(character)
    }
}
