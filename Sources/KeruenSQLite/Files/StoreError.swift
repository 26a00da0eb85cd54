#if SQLite
    internal import Foundation
    internal import GRDB
    internal import KeruenTrade

    extension TradeError {
        /// What SQLite refused, in our own words where there are some, else named by SQLite's, never by data.
        init(sqlite code: CInt) {
            let code = ResultCode(rawValue: code)
            switch code {
            case _ where [.SQLITE_CORRUPT, .SQLITE_NOTADB].contains(code.primaryResultCode): self.init(.storeDamaged)
            // Its other kinds tell of files that were moved or a log that can't be read.
            case .SQLITE_READONLY, .SQLITE_READONLY_DIRECTORY, .SQLITE_PERM: self.init(.storeForbidden)
            default: self.init(.storeFailed, ["reason": .text("\(code)")])
            }
        }

        init(errno code: CInt) {
            switch code {
            case ENOENT, ENOTDIR: self.init(.storeFolderMissing)
            case EACCES, EPERM, EROFS: self.init(.storeForbidden)
            default: self.init(.storeFailed, ["reason": .text("errno \(code)")])
            }
        }

        /// A refusal of our own passes; anything else is the store's failure.
        init(store error: any Error) {
            if let error = error as? TradeError {
                self = error
            } else if let error = error as? DatabaseError {
                self.init(sqlite: error.extendedResultCode.rawValue)
            } else {
                self.init(.storeFailed, ["reason": .text("\(type(of: error))")])
            }
        }
    }
#endif
