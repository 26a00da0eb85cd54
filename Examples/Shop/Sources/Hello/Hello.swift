internal import Hummingbird

/// The least that a Hummingbird server can do, beside which the shop is measured: `Hello PORT` answers `GET /hello`.
@main
struct Hello {
    static func main() async throws {
        let router = Router()
        router.get("/hello") { _, _ in "hello" }
        let port = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 8090
        try await Application(
            router: router, configuration: .init(address: .hostname("127.0.0.1", port: port), serverName: "keruen")
        ).runService()
    }
}
