// swift-tools-version: 6.2
import PackageDescription

// A package of its own: who embeds Keruen never builds its measurements.
let package = Package(
    name: "benchmarks",
    dependencies: [.package(name: "keruen", path: "..", traits: [.defaults, "Postgres"])],
    targets: [
        .systemLibrary(name: "SystemICU", pkgConfig: "icu-i18n", providers: [.apt(["libicu-dev"])]),
        // What a C or C++ programmer writes straight on ICU: the peers.
        .target(name: "RawICU", dependencies: ["SystemICU"]),
        // The same on simdjson, for this machine alone.
        .target(
            name: "RawJSON", cxxSettings: [.unsafeFlags(["-O3", "-march=native"])],
            linkerSettings: [.linkedLibrary("simdjson")]),
        .executableTarget(
            name: "bench",
            dependencies: [
                "RawICU", "RawJSON", .product(name: "KeruenChecks", package: "keruen"),
                .product(name: "KeruenText", package: "keruen"),
                .product(name: "KeruenMessages", package: "keruen"), .product(name: "KeruenSearch", package: "keruen"),
                .product(name: "KeruenTrade", package: "keruen"), .product(name: "KeruenSQLite", package: "keruen"),
                .product(name: "KeruenPostgres", package: "keruen"),
            ],
            swiftSettings: [.swiftLanguageMode(.v6)]),
    ],
    cxxLanguageStandard: .cxx17
)
