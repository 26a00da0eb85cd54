import Foundation
import NIOCore
import NIOPosix
import ShopSite
import Synchronization
import Testing

final class ByteCounter: ChannelInboundHandler, Sendable {
    typealias InboundIn = ByteBuffer
    let bytes = Atomic(0)

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        bytes.add(unwrapInboundIn(data).readableBytes, ordering: .relaxed)
    }
}

extension Attacks {
    /// Attacks below the requests: bytes that are no HTTP, or that come too slowly, too many, or from too many sides.
    @Suite("A connection")
    struct ConnectionAttackTests {
        @Test("that speaks no HTTP is answered 400 and closed")
        func noise() async throws {
            try await TestShop.open { browser, _ in
                for text in [
                    "\u{16}\u{3}\u{1}\u{2}\u{0}\u{1}\u{0}\u{1}\u{fc}", "EHLO shop.example\r\n", "GET\r\n\r\n",
                    "GET / HTTP/9.9\r\nHost: shop.example\r\n\r\n",
                    "жібек / HTTP/1.1\r\nHost: shop.example\r\n\r\n",
                    "GET / HTTP/1.1\r\nHost: shop.example\r\n Folded: line\r\n\r\n",
                    "GET / HTTP/1.1\r\nHost: shop.example\r\nBad Name: x\r\n\r\n",
                    "GET / HTTP/1.1\r\nHost: shop.example\r\nX: a\u{0}b\r\n\r\n",
                ] {
                    let reply = try await Wire.send(text, to: browser.port)
                    #expect([400, 505].contains(reply.status) && reply.wasClosed, "\(text.debugDescription)")
                    #expect(reply.statuses.count == 1, "\(text.debugDescription)")
                }
                #expect(try await Attacks.isServing(browser.port))
            }
        }

        /// RFC 9112 §6.3, §11.2: what two readers could cut in two ways is cut in none.
        @Test("whose request could end in two places is closed, and what it hid is never answered")
        func smuggling() async throws {
            let hidden = "GET /kz/kk/ HTTP/1.1\r\nHost: shop.example\r\n\r\n"
            let line =
                "POST /kz/kk/cart HTTP/1.1\r\nHost: shop.example\r\nContent-Type: application/x-www-form-urlencoded\r\n"
            try await TestShop.open { browser, _ in
                for (lines, body) in [
                    ("Content-Length: 0\r\nContent-Length: \(hidden.utf8.count)\r\n", hidden),
                    ("Content-Length: 0, \(hidden.utf8.count)\r\n", hidden),
                    ("Content-Length: +5\r\n", "sku=1"), ("Content-Length: -1\r\n", hidden),
                    ("Content-Length: 0x5\r\n", "sku=1"),
                    ("Content-Length: 99999999999999999999\r\n", hidden),
                    ("Content-Length: 6\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n" + hidden),
                    ("Transfer-Encoding: chunked\r\nContent-Length: 6\r\n", "0\r\n\r\n" + hidden),
                    ("Transfer-Encoding: chunked, identity\r\n", "0\r\n\r\n" + hidden),
                    ("Transfer-Encoding: xchunked\r\n", "0\r\n\r\n" + hidden),
                    ("Transfer-Encoding : chunked\r\n", "0\r\n\r\n" + hidden),
                    ("Transfer-Encoding: chunked\r\n", "zz\r\nabc\r\n0\r\n\r\n" + hidden),
                    ("Transfer-Encoding: chunked\r\n", "-1\r\nabc\r\n0\r\n\r\n" + hidden),
                    ("Transfer-Encoding: chunked\r\n", "ffffffffffffffffff\r\nabc\r\n0\r\n\r\n" + hidden),
                    ("Transfer-Encoding: chunked\r\n", "3\r\nabcd\r\n0\r\n\r\n" + hidden),
                ] {
                    let reply = try await Wire.send(line + lines + "\r\n" + body, to: browser.port)
                    #expect(
                        reply.wasClosed && !reply.statuses.contains(200), "\(lines.debugDescription) \(reply.statuses)")
                    #expect(
                        reply.status == 400 || reply.status == 413 || reply.status == 403, "\(lines.debugDescription)")
                }
                // What is allowed is answered, each request once, in its order.
                let chunked = line + "Transfer-Encoding: chunked\r\n\r\n5\r\nsku=1\r\n0\r\n\r\n"
                let last = "GET /kz/kk/cart HTTP/1.1\r\nHost: shop.example\r\nConnection: close\r\n\r\n"
                #expect(try await Wire.send(chunked + last, to: browser.port).statuses == [403, 200])
            }
        }

        @Test("that begins a second request before its answer is served in order")
        func pipelined() async throws {
            let line = " HTTP/1.1\r\nHost: shop.example\r\n"
            try await TestShop.open { browser, _ in
                let text =
                    "GET /healthz\(line)\r\nGET /kz/kk/p/nothing\(line)\r\nTRACE /\(line)\r\nGET /kz/kk/cart\(line)Connection: close\r\n\r\n"
                let statuses = try await Wire.send(text, to: browser.port).statuses
                #expect(statuses.dropFirst() == [404, 405, 200])
            }
        }

        @Test("whose head or body comes byte by byte is cut off at its deadline, while others are served")
        func slow() async throws {
            var limits = Limits.uncounted
            (limits.headTime, limits.bodyTime) = (.milliseconds(400), .milliseconds(400))
            try await TestShop.open(limits: limits) { browser, _ in
                let port = browser.port
                let head = "GET /kz/kk/ HTTP/1.1\r\nHost: shop.example\r\nX-Slow: "
                let form =
                    "POST /kz/kk/cart HTTP/1.1\r\nHost: shop.example\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                async let slowHead = Wire.send(
                    [head] + Array(repeating: "a", count: 60), every: .milliseconds(150), to: port)
                async let slowBody = Wire.send(
                    [form + "Content-Length: 60\r\n\r\n"] + Array(repeating: "a", count: 60), every: .milliseconds(150),
                    to: port)
                async let slowChunks = Wire.send(
                    [form + "Transfer-Encoding: chunked\r\n\r\n"] + Array(repeating: "1\r\na\r\n", count: 60),
                    every: .milliseconds(150), to: port)
                async let nothing = Wire.send([], to: port)
                for _ in 0..<5 { #expect(try await Attacks.isServing(port)) }
                for reply in try await [slowHead, nothing] {
                    #expect(reply.wasClosed && reply.seconds < 5 && reply.text.isEmpty)
                }
                for reply in try await [slowBody, slowChunks] {
                    #expect(reply.wasClosed && reply.seconds < 5 && reply.status == 408)
                }
                #expect(try await Attacks.isServing(port))
            }
        }

        @Test("that asks and never reads its answers is closed")
        func deaf() async throws {
            var limits = Limits.uncounted
            (limits.idleTime, limits.answerTime) = (.milliseconds(400), .milliseconds(400))
            try await TestShop.open(limits: limits) { browser, _ in
                let page = try await Wire.ask("GET", "/kz/kk/", to: browser.port).text.utf8.count
                let counter = ByteCounter()
                let channel = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
                    .channelOption(.autoRead, value: false)
                    .channelInitializer { $0.pipeline.addHandler(counter) }
                    .connect(host: "127.0.0.1", port: browser.port).get()
                // Far more than the machine keeps for whoever does not read.
                let asked = 800
                let text = String(repeating: "GET /kz/kk/ HTTP/1.1\r\nHost: shop.example\r\n\r\n", count: asked)
                channel.writeAndFlush(ByteBuffer(string: text), promise: nil)
                try await Task.sleep(for: .milliseconds(1_200))
                #expect(try await Attacks.isServing(browser.port))
                // What was on its way arrives, and then the end.
                try? await channel.setOption(.autoRead, value: true).get()
                try? await channel.closeFuture.get()
                #expect(counter.bytes.load(ordering: .relaxed) < asked * page / 2)
            }
        }

        @Test("is one of a thousand idle ones, and the next visitor is served within a second; then they are shed")
        func idle() async throws {
            var limits = Limits.uncounted
            limits.headTime = .milliseconds(1_500)
            try await TestShop.open(limits: limits) { browser, _ in
                let idle = try await Wire.open(1_000, to: browser.port)
                let next = try await Wire.ask("GET", "/kz/kk/cart", to: browser.port)
                #expect(next.status == 200 && next.seconds < 1)
                let begin = ContinuousClock.now
                for channel in idle { try await channel.closeFuture.get() }
                #expect(ContinuousClock.now - begin < .seconds(4))
                #expect(try await Attacks.isServing(browser.port))
            }
        }

        @Test("too many: the one that was idle the longest makes room")
        func crowded() async throws {
            var limits = Limits.uncounted
            (limits.connections, limits.connectionsPerAddress) = (64, 64)
            try await TestShop.open(limits: limits) { browser, _ in
                let idle = try await Wire.open(64, to: browser.port)
                for _ in 0..<20 { #expect(try await Attacks.isServing(browser.port)) }
                // Their ends need a moment to arrive.
                for _ in 0..<100 where idle.allSatisfy(\.isActive) { try await Task.sleep(for: .milliseconds(20)) }
                let left = idle.filter(\.isActive).count
                #expect((40..<64).contains(left) && idle.prefix(16).contains { !$0.isActive } && idle[63].isActive)
                for channel in idle where channel.isActive { try? await channel.close().get() }
            }
        }

        @Test("too many from one address: its own oldest makes room, and others keep theirs")
        func greedy() async throws {
            var limits = Limits.uncounted
            limits.connectionsPerAddress = 8
            try await TestShop.open(limits: limits) { browser, _ in
                let idle = try await Wire.open(8, to: browser.port)
                #expect(try await Attacks.isServing(browser.port))
                try await Task.sleep(for: .milliseconds(50))
                #expect(idle.filter(\.isActive).count == 7)
                for channel in idle where channel.isActive { try? await channel.close().get() }
            }
        }
    }
}
