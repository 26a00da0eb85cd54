internal import ArgumentParser
internal import Keruen

struct Slug: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Makes parts of addresses out of titles.",
        discussion: """
            Example:
              echo 'Күміс жүзік' | keruen slug --locale kk     # kumis-zhuzik

            Small ASCII letters, digits and hyphens; never empty. With --unique a slug that an earlier line has gets a \
            number: zhuzik, zhuzik-2.
            """)

    @OptionGroup var locale: LocaleOption

    @Flag(help: "Number the slugs that earlier lines have.")
    var unique = false

    @OptionGroup var language: LanguageOption

    func run() throws {
        let report = language.report()
        do {
            let slugger = try Slugger(locale.knownTag(report))
            var taken: Set<String> = []
            try filterLines(report) { line in
                let slug = slugger.slug(line) { unique && taken.contains($0) }
                taken.insert(slug)
                return slug
            }
        } catch let error as TextError {
            throw Failure(error, in: report)
        }
    }
}
