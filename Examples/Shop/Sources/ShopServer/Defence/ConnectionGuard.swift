internal import HTTPTypes
internal import NIOCore
internal import NIOHTTP1
internal import NIOHTTPTypes
internal import ShopSite

/// Holds one connection to its deadlines: a whole head, a whole body, a whole answer, and no more bytes than its address takes.
///
/// A byte a second is as good as none: what counts is when the whole has come. Who is late is told 408 where nothing else was said
/// yet, and closed. It stands behind the HTTP decoder, whose refusals it puts as 400, 431 or 505.
final class ConnectionGuard: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let limits: Limits
    private let connections: Connections
    private var seat: Connections.Seat?
    private var timer: (task: Scheduled<Void>, at: NIODeadline)?
    /// When the present phase has to be over.
    private var deadline = NIODeadline.distantFuture
    /// Requests whose answer isn't written yet; more than one where they are pipelined.
    private var unanswered = 0
    private var isReading = false
    private var isAnswering = false
    private var endsWithAnswer = false
    private var isClosing = false
    private var bodyBytes = 0
    private var allowedBytes = 0
    private var isTooLarge = false

    init(_ limits: Limits, _ connections: Connections) {
        (self.limits, self.connections) = (limits, connections)
    }

    // MARK: Coming and going

    func handlerAdded(context: ChannelHandlerContext) {
        if context.channel.isActive { begin(context) }
    }

    func channelActive(context: ChannelHandlerContext) {
        begin(context)
        context.fireChannelActive()
    }

    private func begin(_ context: ChannelHandlerContext) {
        guard seat == nil else { return }
        let channel = context.channel
        let seat = Connections.Seat(context.remoteAddress.flatMap { ClientAddress($0) }, at: .now()) {
            channel.close(promise: nil)
        }
        self.seat = seat
        guard connections.admit(seat) else {
            isClosing = true
            context.close(promise: nil)
            return
        }
        setDeadline(.now() + limits.headTime, context)
    }

    func channelInactive(context: ChannelHandlerContext) {
        end()
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) { end() }

    private func end() {
        isClosing = true
        timer?.task.cancel()
        timer = nil
        if let seat { connections.remove(seat) }
    }

    // MARK: Reading

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        // What comes after the last answer is dropped until the other side has heard it.
        if isClosing { return }
        switch unwrapInboundIn(data) {
        case .head(let head):
            let path = (head.path ?? "").prefix { $0 != "?" }
            (unanswered, isReading) = (unanswered + 1, true)
            (bodyBytes, allowedBytes) = (0, limits.bodyBytes(for: path))
            seat?.work()
            setDeadline(.now() + limits.bodyTime(for: path), context)
        case .body(let bytes):
            // What first is too much goes on, so that it is refused in words; what follows is dropped, and so is the end, or the
            // rest would pass for the whole.
            if isTooLarge { return }
            bodyBytes += bytes.readableBytes
            if bodyBytes > allowedBytes {
                (isTooLarge, endsWithAnswer) = (true, true)
                setDeadline(min(deadline, .now() + .seconds(2)), context)
            }
        case .end:
            if isTooLarge { return }
            isReading = false
            setDeadline(.now() + limits.answerTime, context)
            if unanswered == 0 { rest(context) }
        }
        context.fireChannelRead(data)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        if isClosing { return }
        switch error {
        case HTTPParserError.headerOverflow: refuse(.requestHeaderFieldsTooLarge, context)
        case HTTPParserError.invalidVersion: refuse(.httpVersionNotSupported, context)
        case is HTTPParserError: refuse(.badRequest, context)
        default: context.fireErrorCaught(error)
        }
    }

    // MARK: Writing

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if isClosing {
            promise?.fail(ChannelError.outputClosed)
            return
        }
        context.write(data, promise: promise)
        switch unwrapOutboundIn(data) {
        case .head(let head) where head.status.kind != .informational:
            isAnswering = true
            if head.headerFields[.connection] == "close" { endsWithAnswer = true }
        case .end:
            (unanswered, isAnswering) = (unanswered - 1, false)
            if endsWithAnswer { return linger(context) }
            if unanswered == 0, !isReading { rest(context) }
        case .head, .body: break
        }
    }

    private func rest(_ context: ChannelHandlerContext) {
        let now = NIODeadline.now()
        seat?.wait(since: now)
        setDeadline(now + limits.idleTime, context)
    }

    // MARK: Ending

    /// Says why, where nothing was said yet.
    private func refuse(_ status: HTTPResponse.Status, _ context: ChannelHandlerContext) {
        guard !isAnswering, unanswered <= 1 else {
            isClosing = true
            context.close(promise: nil)
            return
        }
        let head = HTTPResponse(status: status, headerFields: [.connection: "close", .contentLength: "0"])
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.write(wrapOutboundOut(.end(nil)), promise: nil)
        linger(context)
    }

    /// Closes our side, and the other's a second later: at once, an answer would be lost with what it hasn't read
    /// (RFC 9112 §9.6).
    private func linger(_ context: ChannelHandlerContext) {
        isClosing = true
        context.flush()
        context.close(mode: .output, promise: nil)
        setDeadline(.now() + .seconds(1), context)
    }

    private func setDeadline(_ deadline: NIODeadline, _ context: ChannelHandlerContext) {
        self.deadline = deadline
        // One timer for a connection: it looks up the deadline when it rings, for most of them move while it waits.
        if let timer, timer.at <= deadline { return }
        timer?.task.cancel()
        let task = context.eventLoop.assumeIsolated().scheduleTask(deadline: deadline) {
            self.timer = nil
            self.ring(context)
        }
        timer = (task, deadline)
    }

    private func ring(_ context: ChannelHandlerContext) {
        if deadline > .now() { return setDeadline(deadline, context) }
        if isReading, !isClosing { return refuse(isTooLarge ? .contentTooLarge : .requestTimeout, context) }
        isClosing = true
        context.close(promise: nil)
    }
}
