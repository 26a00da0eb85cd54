/// The suffixes of Kazakh in their back and front shapes.
enum KazakhSuffixes {
    static let all: [String] = (nominal + verbal).split(separator: " ").flatMap { suffix in
        [String(suffix), String(suffix.map { fronted[$0] ?? $0 })]
    }

    private static let fronted: [Character: Character] = ["а": "е", "ы": "і", "ұ": "ү", "о": "ө", "ғ": "г", "қ": "к"]

    /// Number, possession, case, person, and what makes nouns and adjectives of nouns.
    private static let nominal = """
        лар дар тар м ым ң ың сы ы мыз ымыз ңыз ыңыз лары дары тары ның дың тың н ны ды ты ға қа на а да та нда дан тан нан \
        мен бен пен сыз сың мын бын пын сыңдар сыздар нікі дікі тікі лық дық тық лы шы ша дағы тағы ндағы дегі тегі дай тай \
        лас дас тас лан ла ласа лау дау тау лығ дығ тығ рақ ырақ ау ншы ыншы інші ақ ық қ
        """

    /// Voice, negation, time, person, and what makes nouns of verbs.
    private static let verbal = """
        у ып п ған қан ғаны қаны ар р йды йд ад сын йын айын а й атын йтын ғалы қалы ушы уш ыл л ын н ыс с дыр тыр т ғыз қыз \
        мас бас пас ма ба па май бай пай са сам саң сақ ғай қай ғандық қандық ймын амын асың йсың амыз йміз ймыз асыз йсыз \
        малы балы палы
        """
}
