// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that who embeds Keruen never fetches an HTTP server.
let settings: [SwiftSetting] =
    [
        .swiftLanguageMode(.v6),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
        .strictMemorySafety(),
    ] + (Context.environment["CI"] == nil ? [] : [.treatAllWarnings(as: .error)])

let postgres: SwiftSetting = .define("Postgres", .when(traits: ["Postgres"]))

let keruen = Target.Dependency.product(name: "Keruen", package: "keruen")
let customs = Target.Dependency.product(name: "KeruenCustoms", package: "keruen")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")

let package = Package(
    name: "shop",
    traits: [
        .trait(name: "Postgres", description: "Orders may be kept in PostgreSQL, which many machines share.")
    ],
    dependencies: [
        .package(
            name: "keruen", path: "../..",
            traits: [.defaults, .trait(name: "Postgres", condition: .when(traits: ["Postgres"]))]),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0", traits: ["YAML"]),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        // What pages, API and board share: the catalogue of the day, kept answers, guards of every request.
        .target(
            name: "ShopSite",
            dependencies: [keruen, customs, hummingbird, crypto],
            swiftSettings: settings),
        .target(
            name: "ShopPages", dependencies: ["ShopSite", keruen, hummingbird, mustache],
            swiftSettings: settings),
        .target(
            name: "ShopAPI",
            dependencies: ["ShopSite", keruen, hummingbird, .product(name: "Logging", package: "swift-log")],
            swiftSettings: settings),
        .target(
            name: "ShopBoard",
            dependencies: ["ShopSite", keruen, hummingbird, mustache, .product(name: "Logging", package: "swift-log")],
            swiftSettings: settings),
        .target(
            name: "ShopServer",
            dependencies: [
                "ShopSite", "ShopPages", "ShopAPI", "ShopBoard", keruen, hummingbird, mustache,
                .product(name: "Configuration", package: "swift-configuration"),
                .product(name: "CoreMetrics", package: "swift-metrics"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            swiftSettings: settings + [postgres]),
        .executableTarget(
            name: "Shop",
            dependencies: [
                "ShopServer", "ShopBoard", "ShopPages", "ShopSite", keruen, hummingbird, mustache,
                .product(name: "KeruenSQLite", package: "keruen"),
                .product(name: "KeruenPostgres", package: "keruen", condition: .when(traits: ["Postgres"])),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "CoreMetrics", package: "swift-metrics"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            swiftSettings: settings + [postgres]),
        // What the server under the shop costs by itself: the measure of `./Scripts/bench shop`.
        .executableTarget(name: "Hello", dependencies: [hummingbird], swiftSettings: settings),
        .testTarget(
            name: "ShopTests",
            dependencies: [
                "ShopServer", "ShopSite", "ShopPages", "ShopAPI", "ShopBoard", keruen, hummingbird, mustache,
                .product(name: "CoreMetrics", package: "swift-metrics"),
                .product(name: "KeruenSQLite", package: "keruen"),
                .product(name: "KeruenTesting", package: "keruen"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            swiftSettings: settings + [postgres]),
    ]
)
