// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that who embeds Keruen never fetches an HTTP server.
let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .strictMemorySafety(),
]

let package = Package(
    name: "shop",
    dependencies: [
        .package(name: "keruen", path: "../.."),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    ],
    targets: [
        .target(
            name: "ShopPages",
            dependencies: [
                .product(name: "Keruen", package: "keruen"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Mustache", package: "swift-mustache"),
            ],
            swiftSettings: settings),
        .executableTarget(
            name: "Shop",
            dependencies: [
                "ShopPages",
                .product(name: "KeruenSQLite", package: "keruen"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Mustache", package: "swift-mustache"),
            ],
            swiftSettings: settings),
        .testTarget(
            name: "ShopTests",
            dependencies: [
                "ShopPages",
                .product(name: "Keruen", package: "keruen"),
                .product(name: "KeruenTesting", package: "keruen"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Mustache", package: "swift-mustache"),
            ],
            swiftSettings: settings),
    ]
)
