// swift-tools-version: 6.2
import PackageDescription

// CI turns every warning of our own targets into an error; a consumer's build is never broken by a newer compiler.
let warnings: [SwiftSetting] = Context.environment["CI"] == nil ? [] : [.treatAllWarnings(as: .error)]

let settings: [SwiftSetting] =
    [
        .swiftLanguageMode(.v6),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
        .strictMemorySafety(),
    ] + warnings

let sqlite: SwiftSetting = .define("SQLite", .when(traits: ["SQLite"]))
let postgres: SwiftSetting = .define("Postgres", .when(traits: ["Postgres"]))

let package = Package(
    name: "keruen",
    products: [
        .library(name: "Keruen", targets: ["Keruen"]),
        .library(name: "KeruenText", targets: ["KeruenText"]),
        .library(name: "KeruenMessages", targets: ["KeruenMessages"]),
        .library(name: "KeruenSearch", targets: ["KeruenSearch"]),
        .library(name: "KeruenTrade", targets: ["KeruenTrade"]),
        .library(name: "KeruenChecks", targets: ["KeruenChecks"]),
        .library(name: "KeruenCustoms", targets: ["KeruenCustoms"]),
        .library(name: "KeruenSQLite", targets: ["KeruenSQLite"]),
        .library(name: "KeruenPostgres", targets: ["KeruenPostgres"]),
        .library(name: "KeruenTesting", targets: ["KeruenTesting"]),
    ],
    traits: [
        .trait(name: "SQLite", description: "The embedded order store, over GRDB and the system's SQLite."),
        .trait(
            name: "Postgres", description: "The order store of many machines, over PostgreSQL and the system's libpq."),
        .default(enabledTraits: ["SQLite"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        // System libraries. ICU's headers stay inside ICUShims' C files: see docs/decisions.
        .systemLibrary(name: "CICU", pkgConfig: "icu-i18n", providers: [.apt(["libicu-dev"])]),
        .target(name: "ICUShims", dependencies: ["CICU"]),

        // Its pkg-config file has flags that SwiftPM refuses, so it is named here.
        .target(name: "JSONShims", linkerSettings: [.linkedLibrary("simdjson")]),

        .target(name: "KeruenDiagnostics", swiftSettings: settings),
        .systemLibrary(name: "COpenCC", pkgConfig: "opencc", providers: [.apt(["libopencc-dev"])]),
        .target(name: "TextShims", dependencies: ["COpenCC"], linkerSettings: [.linkedLibrary("stemmer")]),
        // Readable data files, compiled in.
        .target(name: "TextTables", exclude: ["Han", "Kazakh", "Russian", "gazetteer.tsv"]),
        .target(name: "KeruenText", dependencies: ["ICUShims", "TextShims", "TextTables"], swiftSettings: settings),
        .target(
            name: "KeruenDocuments",
            dependencies: ["KeruenDiagnostics", "JSONShims", .product(name: "Yams", package: "Yams")],
            swiftSettings: settings),
        .target(name: "KeruenMessages", dependencies: ["KeruenText", "ICUShims"], swiftSettings: settings),
        // Readable data files, compiled in.
        .target(name: "MarketTables", exclude: ["holidays.tsv"]),
        .target(
            name: "KeruenMarkets", dependencies: ["KeruenText", "KeruenDocuments", "MarketTables"],
            swiftSettings: settings),
        // Readable data files, compiled in.
        .target(name: "LocalizationTables", exclude: ["language-laws.tsv"]),
        .target(
            name: "KeruenLocalization", dependencies: ["KeruenMessages", "KeruenMarkets", "LocalizationTables"],
            swiftSettings: settings),
        .target(
            name: "KeruenCatalog", dependencies: ["KeruenLocalization", "KeruenDocuments"], swiftSettings: settings),
        .target(name: "SearchShims", cSettings: [.define("_GNU_SOURCE")]),
        .target(name: "KeruenSearch", dependencies: ["KeruenCatalog", "SearchShims"], swiftSettings: settings),
        // Readable data files, compiled in.
        .target(
            name: "TradeTables",
            exclude: [
                "consumption-tax.tsv", "duty-rates.tsv", "duty-regimes.tsv", "freight.tsv", "goods-kinds.tsv",
                "identity.tsv", "insurance.tsv", "quota.tsv", "restrictions.tsv", "retention.tsv", "returns.tsv",
                "vat-classes.tsv", "vat.tsv", "yearly-weights.tsv",
            ]),
        .target(
            name: "KeruenTrade",
            dependencies: ["KeruenCatalog", "TradeTables", .product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: settings),
        .target(name: "ReportTexts"),
        // Readable data files, compiled in.
        .target(
            name: "CustomsTables",
            exclude: [
                "countries.tsv", "currencies.tsv", "legal-units.tsv", "marks.tsv", "positive-list.tsv", "units.tsv",
            ]),
        .target(name: "KeruenCustoms", dependencies: ["KeruenTrade", "CustomsTables"], swiftSettings: settings),
        .target(
            name: "KeruenChecks", dependencies: ["KeruenTrade", "KeruenSearch", "JSONShims", "ReportTexts"],
            swiftSettings: settings),
        .target(
            name: "KeruenSQLite",
            dependencies: [
                "KeruenTrade",
                .product(name: "GRDB", package: "GRDB.swift", condition: .when(traits: ["SQLite"])),
                // The system's SQLite, which GRDB stands on: what every order goes through is bound by hand.
                .product(name: "GRDBSQLite", package: "GRDB.swift", condition: .when(traits: ["SQLite"])),
            ],
            swiftSettings: settings + [sqlite]),
        // Empty, and linked with nothing, where the trait is off.
        .target(
            name: "PostgresShims", cSettings: [.define("KERUEN_POSTGRES", .when(traits: ["Postgres"]))],
            linkerSettings: [.linkedLibrary("pq", .when(traits: ["Postgres"]))]),
        .target(
            name: "KeruenPostgres", dependencies: ["KeruenTrade", "PostgresShims"], swiftSettings: settings + [postgres]
        ),
        .target(
            name: "Keruen", dependencies: ["KeruenChecks", "KeruenSearch", "KeruenTrade"], swiftSettings: settings),

        // For a shop's own tests; the one module that stands on Swift Testing.
        .target(name: "KeruenTesting", dependencies: ["KeruenChecks", "KeruenTrade"], swiftSettings: settings),

        // Named as it is typed; a bare target, so that a library consumer never checks out its dependencies.
        .executableTarget(
            name: "keruen",
            dependencies: [
                "Keruen", "KeruenCustoms", "KeruenPostgres", "KeruenSQLite",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Sources/KeruenCLI",
            swiftSettings: settings + [sqlite, postgres]),

        // The README's example, word for word.
        .executableTarget(name: "Embed", dependencies: ["Keruen"], path: "Examples/Embed", swiftSettings: settings),

        .target(name: "TestSupport", dependencies: ["Keruen"], path: "Tests/TestSupport", swiftSettings: settings),
        // A shop's day from a seed, and the program that runs millions of its steps.
        .target(
            name: "OrderSimulation", dependencies: ["KeruenTrade", "KeruenSQLite", "FaultVFS"],
            path: "Tests/OrderSimulation", swiftSettings: settings + [sqlite]),
        // A disk in memory that fails and loses its power.
        .target(name: "FaultVFS", path: "Tests/FaultVFS", linkerSettings: [.linkedLibrary("sqlite3")]),
        .executableTarget(
            name: "simulate", dependencies: ["OrderSimulation"], path: "Tests/Simulate",
            swiftSettings: settings + [sqlite]),
        // A process of many on one store's file; tests kill it.
        .executableTarget(
            name: "crowd", dependencies: ["KeruenSQLite", "TestSupport"], path: "Tests/Crowd",
            swiftSettings: settings + [sqlite]),
        .testTarget(name: "KeruenTextTests", dependencies: ["KeruenText", "TestSupport"], swiftSettings: settings),
        .testTarget(
            name: "KeruenMessagesTests", dependencies: ["KeruenMessages", "TestSupport"], swiftSettings: settings),
        .testTarget(
            name: "KeruenCustomsTests", dependencies: ["KeruenCustoms", "TestSupport"], swiftSettings: settings),
        .testTarget(
            name: "KeruenMarketsTests", dependencies: ["KeruenMarkets", "TestSupport"], swiftSettings: settings),
        .testTarget(
            name: "KeruenCatalogTests", dependencies: ["KeruenSearch", "TestSupport"], swiftSettings: settings),
        .testTarget(
            name: "KeruenSearchTests", dependencies: ["KeruenSearch", "TestSupport"], exclude: ["Relevance"],
            swiftSettings: settings),
        .testTarget(
            name: "KeruenTradeTests",
            dependencies: [
                "KeruenTrade", "KeruenSQLite", "KeruenTesting", "TestSupport", "crowd",
                .product(name: "GRDB", package: "GRDB.swift", condition: .when(traits: ["SQLite"])),
            ],
            swiftSettings: settings + [sqlite]),
        // They ask for servers: `./Scripts/test --postgres`.
        .testTarget(
            name: "KeruenPostgresTests",
            dependencies: [
                "Keruen", "KeruenPostgres", "KeruenTesting", "KeruenSQLite", "OrderSimulation", "TestSupport", "keruen",
            ],
            swiftSettings: settings + [sqlite, postgres]),
        .testTarget(
            name: "KeruenChecksTests", dependencies: ["KeruenChecks", "TestSupport"], exclude: ["Defects"],
            swiftSettings: settings),
        .testTarget(
            name: "OrderSimulationTests", dependencies: ["KeruenTrade", "OrderSimulation", "TestSupport"],
            swiftSettings: settings + [sqlite]),
        .testTarget(
            name: "KeruenTestingTests", dependencies: ["KeruenTesting", "TestSupport"], swiftSettings: settings),
        .testTarget(
            name: "CommandLineTests", dependencies: ["Keruen", "TestSupport", "keruen"],
            swiftSettings: settings + [sqlite, postgres]),
        .testTarget(name: "HouseTests", dependencies: ["Keruen", "TestSupport", "Embed"], swiftSettings: settings),
    ],
    // C23 for #embed.
    cLanguageStandard: .gnu2x,
    cxxLanguageStandard: .gnucxx17
)
