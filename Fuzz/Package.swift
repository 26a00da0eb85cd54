// swift-tools-version: 6.2
import PackageDescription

// A package of its own: its programs are built with libFuzzer and AddressSanitizer, by ./Scripts/fuzz.
let package = Package(
    name: "fuzz",
    dependencies: [.package(name: "keruen", path: "..")],
    targets: [
        .target(name: "FuzzDriver"),
        .executableTarget(
            name: "FuzzText",
            dependencies: ["FuzzDriver", .product(name: "KeruenText", package: "keruen")],
            swiftSettings: [.swiftLanguageMode(.v6)]),
        .executableTarget(
            name: "FuzzMessages",
            dependencies: ["FuzzDriver", .product(name: "KeruenMessages", package: "keruen")],
            swiftSettings: [.swiftLanguageMode(.v6)]),
        .executableTarget(
            name: "FuzzSearch",
            dependencies: ["FuzzDriver", .product(name: "KeruenSearch", package: "keruen")],
            swiftSettings: [.swiftLanguageMode(.v6)]),
        .executableTarget(
            name: "FuzzQueries",
            dependencies: ["FuzzDriver", .product(name: "KeruenSearch", package: "keruen")],
            swiftSettings: [.swiftLanguageMode(.v6)]),
        .executableTarget(
            name: "FuzzLines",
            dependencies: ["FuzzDriver", .product(name: "KeruenChecks", package: "keruen")],
            swiftSettings: [.swiftLanguageMode(.v6)]),
    ]
)
