import Foundation
import NIOCore
import NIOPosix
import Synchronization

/// A connection whose bytes are the test's own: what no well-behaved client sends. No thread waits for it, since the shop answers
/// on the same few.
///
///     let reply = try await Wire.send("GET / HTTP/1.1\r\n\r\n", to: port)
///     #expect(reply.status == 400)
enum Wire {
    struct Reply: Sendable {
        /// Everything that came, with one `?` for what isn't UTF-8.
        var text = ""
        /// Whether the shop closed it, and not the test's patience.
        var wasClosed = false
        var seconds = 0.0

        /// Of the first answer; 0 where there was none.
        var status: Int { text.hasPrefix("HTTP/1.1 ") ? Int(text.dropFirst(9).prefix(3)) ?? 0 : 0 }

        var statuses: [Int] {
            text.matches(of: /HTTP\/1\.1 ([0-9]{3})/).compactMap { Int($0.1) }
        }

        /// The first answer's lines.
        var head: String { text.range(of: "\r\n\r\n").map { String(text[..<$0.lowerBound]) } ?? text }

        var body: String {
            text.range(of: "\r\n\r\n").map { String(text[$0.upperBound...]) } ?? ""
        }

        /// The same as browsers of tests give it.
        var answer: Answer {
            let fields = head.split(separator: "\r\n").dropFirst().compactMap { line -> (String, String)? in
                let sides = line.split(separator: ":", maxSplits: 1)
                return sides.count == 2
                    ? (sides[0].lowercased(), sides[1].trimmingPrefix(" ").description) : nil
            }
            return Answer(status: status, body: body, headers: Dictionary(fields) { first, _ in first })
        }

        func header(_ name: String) -> String? {
            head.split(separator: "\r\n").dropFirst().first { $0.lowercased().hasPrefix(name + ":") }
                .map { $0.dropFirst(name.count + 1).trimmingPrefix(" ").description }
        }
    }

    private final class Flag: Sendable {
        let value = Atomic(false)
    }

    /// Sends pieces with pauses between them, and reads until the shop closes.
    static func send(
        _ pieces: [String], every pause: Duration = .zero, to port: Int, patience: TimeAmount = .seconds(60)
    ) async throws -> Reply {
        let (stream, hand) = AsyncStream<String>.makeStream()
        let sending = Task {
            for piece in pieces {
                hand.yield(piece)
                if pause > .zero { try await Task.sleep(for: pause) }
            }
            hand.finish()
        }
        // The rest is nothing to a shop that has closed.
        defer { sending.cancel() }
        return try await send(stream, to: port, patience: patience)
    }

    /// Sends pieces as they come, and reads until the shop closes.
    ///
    ///     let (pieces, hand) = AsyncStream<String>.makeStream()
    ///     async let reply = Wire.send(pieces, to: port)
    ///     hand.yield("GET / HT")
    static func send(
        _ pieces: AsyncStream<String>, to port: Int, patience: TimeAmount = .seconds(60)
    ) async throws -> Reply {
        let begin = ContinuousClock.now
        let connection = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .connect(host: "127.0.0.1", port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                }
            }
        let channel = connection.channel
        let isOver = Flag()
        let timer = channel.eventLoop.scheduleTask(in: patience) {
            isOver.value.store(true, ordering: .relaxed)
            channel.close(promise: nil)
        }
        var received = ByteBuffer()
        do {
            received = try await connection.executeThenClose { inbound, outbound in
                try await withThrowingTaskGroup(of: Void.self) { group in
                    group.addTask {
                        for await piece in pieces {
                            // The shop may have closed already: what it said is what counts.
                            try? await outbound.write(ByteBuffer(string: piece))
                        }
                    }
                    var all = ByteBuffer()
                    do { for try await bytes in inbound { all.writeImmutableBuffer(bytes) } } catch is IOError {}
                    group.cancelAll()
                    return all
                }
            }
        } catch is CancellationError {} catch is IOError {} catch is ChannelError {}
        timer.cancel()
        return Reply(
            text: String(buffer: received), wasClosed: !isOver.value.load(ordering: .relaxed),
            seconds: Double((ContinuousClock.now - begin) / .milliseconds(1)) / 1_000)
    }

    static func send(_ text: String, to port: Int, patience: TimeAmount = .seconds(60)) async throws -> Reply {
        try await send([text], to: port, patience: patience)
    }

    /// A request with the lines that it has to have, and closes after its answer.
    static func ask(
        _ method: String = "GET", _ target: String, _ lines: [String] = [], body: String = "", to port: Int,
        patience: TimeAmount = .seconds(60)
    ) async throws -> Reply {
        let length = body.isEmpty ? [] : ["Content-Length: \(body.utf8.count)"]
        let head = ["\(method) \(target) HTTP/1.1", "Host: shop.example", "Connection: close"] + lines + length
        return try await send([head.joined(separator: "\r\n") + "\r\n\r\n" + body], to: port, patience: patience)
    }

    /// Goes where the shop sends its visitors, at most three times.
    static func follow(_ target: String, cookie: String = "", to port: Int) async throws -> Reply {
        let lines = cookie.isEmpty ? [] : ["Cookie: \(cookie)"]
        var reply = try await ask("GET", target, lines, to: port)
        for _ in 0..<3 {
            guard (300..<400).contains(reply.status), let next = reply.header("location"), next.hasPrefix("/") else {
                break
            }
            reply = try await ask("GET", next, lines, to: port)
        }
        return reply
    }

    /// Whether anybody listens there.
    static func isOpen(_ port: Int) async -> Bool {
        guard let channel = try? await open(1, to: port).first else { return false }
        try? await channel.close().get()
        return true
    }

    /// Opens connections that say nothing.
    static func open(_ count: Int, to port: Int) async throws -> [any Channel] {
        let bootstrap = ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
        var channels: [any Channel] = []
        for _ in 0..<count { channels.append(try await bootstrap.connect(host: "127.0.0.1", port: port).get()) }
        return channels
    }
}
