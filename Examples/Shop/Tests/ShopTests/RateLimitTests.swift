import NIOCore
import ShopSite
import Testing

@Suite("Rate limits")
struct RateLimitTests {
    private func client(_ text: String) throws -> ClientAddress { try #require(ClientAddress(text)) }

    @Test("let a burst through, then as many as the rate has, and tell how long the next has to wait")
    func bucket() throws {
        var limits = Limits()
        limits.posts = .init(perMinute: 60, burst: 3)
        let rates = RateLimits(limits)
        let (start, one) = (NIODeadline.uptimeNanoseconds(1_000_000_000_000), try client("203.0.113.7"))
        for _ in 0..<3 { #expect(rates.wait(.posts, of: one, at: start) == nil) }
        #expect(rates.wait(.posts, of: one, at: start) == .seconds(1))
        #expect(rates.wait(.posts, of: one, at: start + .milliseconds(400)) == .milliseconds(600))
        #expect(rates.wait(.posts, of: one, at: start + .seconds(1)) == nil)
        #expect(rates.wait(.posts, of: one, at: start + .seconds(1)) == .seconds(1))
        // Other visitors and other buckets have their own.
        #expect(rates.wait(.posts, of: try client("203.0.113.8"), at: start) == nil)
        #expect(rates.wait(.requests, of: one, at: start) == nil)
        // An hour later there is a burst again, and no more than one.
        for _ in 0..<3 { #expect(rates.wait(.posts, of: one, at: start + .hours(1)) == nil) }
        #expect(rates.wait(.posts, of: one, at: start + .hours(1)) != nil)
    }

    @Test("count a household's IPv6 addresses as one visitor, and IPv4 the same however it is written")
    func networks() throws {
        let household = try client("2001:db8:1:2::7").network
        let (same, other) = (try client("2001:db8:1:2:ffff::8").network, try client("2001:db8:1:3::7").network)
        #expect(household == same && household != other)
        let (plain, mapped) = (try client("203.0.113.7"), try client("::ffff:203.0.113.7"))
        #expect(plain == mapped)
        for text in [
            "", "203.0.113", "203.0.113.7.8", "256.1.1.1", "localhost", "2001:db8::g", "1.2.3.4:80", "unknown",
        ] {
            #expect(ClientAddress(text) == nil, "\(text)")
        }
    }

    @Test("keep a bounded memory, and who owes the most is forgotten last")
    func memory() throws {
        var limits = Limits()
        (limits.posts, limits.rememberedAddresses) = (.init(perMinute: 60, burst: 5), 640)
        let rates = RateLimits(limits)
        let (start, worst) = (NIODeadline.uptimeNanoseconds(1_000_000_000_000), try client("198.51.100.1"))
        for _ in 0..<5 { #expect(rates.wait(.posts, of: worst, at: start) == nil) }
        for number in 0..<50_000 {
            _ = rates.wait(.posts, of: try client("10.\(number >> 16).\(number >> 8 & 255).\(number & 255)"), at: start)
            if number % 1_000 == 0 { #expect(rates.wait(.posts, of: worst, at: start) != nil) }
        }
        #expect(rates.count <= 640)
        #expect(rates.wait(.posts, of: worst, at: start) != nil)
    }

    @Test("know the addresses of a block")
    func subnets() throws {
        let block = try #require(Subnet("10.0.0.0/8"))
        #expect(block.contains(try client("10.255.1.2")))
        #expect(try !block.contains(client("11.0.0.1")))
        let six = try #require(Subnet("2001:db8::/33"))
        #expect(six.contains(try client("2001:db8:7fff::1")))
        #expect(try !six.contains(client("2001:db8:8000::1")))
        #expect(try #require(Subnet("192.0.2.1")).contains(try client("::ffff:192.0.2.1")))
        #expect(try #require(Subnet("0.0.0.0/0")).contains(try client("8.8.8.8")))
        #expect(try #require(Subnet("0.0.0.0/0")).contains(try client("2001:db8::1")) == false)
        for text in ["10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "10.0.0.0/", "::/129", "shop.example/8", ""] {
            #expect(Subnet(text) == nil, "\(text)")
        }
    }
}
