extension PostalDeclaration {
    /// The form as a page to be printed, signed and glued on; everything in it is escaped.
    ///
    /// Its words are the Postal Union's own, in French and English, as every customs reads them.
    public func html(_ form: Form) -> String {
        """
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <title>\(form.rawValue) \(number)</title>
        <style>
        body { font: 10pt sans-serif; width: \(form == .cn22 ? "105mm" : "210mm"); }
        table { border-collapse: collapse; width: 100%; }
        th, td { border: 1px solid; padding: 1mm; text-align: left; vertical-align: top; }
        td.number { text-align: right; }
        </style>
        <h1>\(form.rawValue) · Déclaration en douane · Customs declaration</h1>
        <p>\(number)</p>
        \(form == .cn23 ? addresses : "")<p>\(categories)</p>
        <table>
        <tr>\(header)</tr>
        \(lines.map { "<tr>\(row($0))</tr>" }.joined(separator: "\n"))
        <tr><td colspan="2">Total</td><td class="number">\(Self.kilograms(grossGrams))</td>\
        <td class="number">\(total)</td><td colspan="2"></td></tr>
        </table>
        \(remark.map { "<p>\(Self.escaped($0))</p>\n" } ?? "")<p>Date, signature: ____________________</p>
        </html>

        """
    }

    private var header: String {
        [
            "Désignation · Description", "Quantité · Quantity", "Poids net, kg · Net weight, kg", "Valeur · Value",
            "N° tarifaire · HS tariff number", "Pays d’origine · Country of origin",
        ].map { "<th>\($0)</th>" }.joined()
    }

    private func row(_ line: Line) -> String {
        "<td>\(Self.escaped(line.name))</td><td class=\"number\">\(line.quantity)</td>"
            + "<td class=\"number\">\(Self.kilograms(line.netGrams))</td><td class=\"number\">\(line.value)</td>"
            + "<td>\(Self.escaped(line.tariffCode ?? ""))</td><td>\(Self.escaped(line.origin ?? ""))</td>"
    }

    private var categories: String {
        Category.allCases.map { kind in (kind == category ? "☒ " : "☐ ") + kind.words }.joined(separator: " ")
    }

    private var addresses: String {
        [("De · From", sender), ("À · To", recipient)].map { title, address in
            let lines =
                [address.name] + address.lines + address.local + [address.country]
                + (address.telephone.map { [$0] } ?? [])
            return "<p><b>\(title)</b><br>\(lines.map(Self.escaped).joined(separator: "<br>"))</p>\n"
        }.joined()
    }

    /// Three decimals, exactly.
    private static func kilograms(_ grams: Int) -> String {
        "\(grams / 1_000).\(String(1_000 + grams % 1_000).dropFirst())"
    }

    private static func escaped(_ text: String) -> String {
        var result = ""
        for character in text {
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            default: result.append(character)
            }
        }
        return result
    }
}

extension PostalDeclaration.Category {
    fileprivate var words: String {
        switch self {
        case .gift: "Cadeau · Gift"
        case .documents: "Documents"
        case .sample: "Échantillon commercial · Commercial sample"
        case .returned: "Retour de marchandise · Returned goods"
        case .sale: "Vente de marchandises · Sale of goods"
        case .other: "Autre · Other"
        }
    }
}
