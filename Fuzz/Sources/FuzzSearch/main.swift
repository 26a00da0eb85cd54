import Foundation
import FuzzDriver

var count = CommandLine.argc
var arguments = CommandLine.unsafeArgv
let segments = Segments()
exit(
    LLVMFuzzerRunDriver(&count, &arguments) { start, count in
        segments.check(UnsafeBufferPointer(start: start, count: count))
        return 0
    })
