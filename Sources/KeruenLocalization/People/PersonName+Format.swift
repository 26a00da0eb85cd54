internal import Foundation

extension PersonName {
    /// The name as forms and parcels have it: surname first, 欧阳娜娜, Иванов Иван Петрович.
    public var full: String { parts.joined(separator: " ") }

    /// The surname with initials: Иванов И. П., Қасымов А. Б.; a Chinese name stays whole.
    ///
    /// Each word of a given name has its initial, «Анна-Мария» is «А.-М.»; of «Болат қызы» and «Мамед оглы» the father's name
    /// alone has one.
    public var short: String {
        guard let surname = values[.surname] else { return full }
        let given = values[.givenName].map(initials)
        let father = values[.patronymic]?.split(separator: " ").first.map { initials(String($0)) }
        return [surname, given, father].compactMap(\.self).joined(separator: " ")
    }

    /// The name in a polite address: Иван Петрович, Асқар Болатұлы; the given name where there is no patronymic.
    ///
    /// A Chinese name stays whole, for 先生 and 女士 behind its surname take a sex that no field asks for; so does one with no
    /// given name.
    public var polite: String {
        guard let given = values[.givenName] else { return full }
        return [given, values[.patronymic]].compactMap(\.self).joined(separator: " ")
    }

    private func initials(_ name: String) -> String {
        name.split(separator: " ").map { word in
            word.split(separator: "-").map { initial($0) + "." }.joined(separator: "-")
        }.joined(separator: " ")
    }

    /// The first letter: an apostrophe before it is no initial. Kazakh in Latin letters has İ for i, as Turkish does.
    private func initial(_ word: Substring) -> String {
        let letter = word.first(where: \.isLetter).map { String($0) } ?? ""
        return language.language == "kk" ? letter.uppercased(with: Locale(identifier: "tr")) : letter.uppercased()
    }
}
