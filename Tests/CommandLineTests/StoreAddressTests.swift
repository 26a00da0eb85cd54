import Foundation
import Keruen
import TestSupport
import Testing

#if SQLite
    @Suite("keruen --store and migrate")
    struct StoreAddressTests {
        private func keruen(_ words: String..., language: String = "en_US.UTF-8") throws -> Outcome {
            try Project.run("keruen", words, environment: ["LANG": language])
        }

        /// What a refusal may never show.
        private let address = "postgresql://keruen:құпия@127.0.0.1:1/keruen"

        @Test("a file may be named sqlite:PATH")
        func scheme() async throws {
            try await Project.withTemporaryFolder { folder in
                let file = folder.appending(path: "s.sqlite").path
                #expect(try keruen("stock", "open", "--store", "sqlite:" + file).status == 0)
                #expect(try keruen("stock", "check", "--store", file).status == 0)
                let missing = try keruen("stock", "check", "--store", "sqlite:" + file + "2")
                #expect(missing.status == 2 && missing.errors.contains("CLI0145"))
            }
        }

        #if Postgres
            @Test(
                "a database that can't be reached ends with 2, a string that is none with 3, and neither shows a password"
            )
            func database() throws {
                let away = try keruen("stock", "check", "--store", address)
                #expect(away.status == 2 && away.errors.contains("TRD0308"), "\(away.errors)")
                let bad = try keruen("stock", "check", "--store", address + "?шифр=1", language: "kk_KZ.UTF-8")
                #expect(bad.status == 3 && bad.errors.contains("TRD0307"), "\(bad.errors)")
                let settings = "host=127.0.0.1 port=1 password=құпия dbname=keruen"
                let line = try keruen("stock", "check", "--store", settings)
                #expect(line.status == 2 && line.errors.contains("TRD0308"), "\(line.errors)")
                #expect(![away, bad, line].contains { ($0.errors + $0.output).contains("құпия") })
            }
        #else
            @Test(
                "a build without PostgreSQL says how to get one, in the reader's language",
                arguments: [
                    ("en_US.UTF-8", "built without PostgreSQL"), ("ru_RU.UTF-8", "сборка keruen — без PostgreSQL"),
                    ("kk_KZ.UTF-8", "PostgreSQL-сіз жинақталған"), ("zh_CN.UTF-8", "未启用 PostgreSQL"),
                ])
            func withoutPostgres(language: String, words: String) throws {
                for scheme in ["postgres://", "postgresql://", "PostgreSQL://", "host="] {
                    let outcome = try keruen("stock", "check", "--store", scheme + "db1/orders", language: language)
                    #expect(outcome.status == 3 && outcome.errors.contains("CLI0190"), "\(outcome.errors)")
                    #expect(outcome.errors.contains(words) && outcome.errors.contains("--traits SQLite,Postgres"))
                }
            }
        #endif

        @Test("backup sends who has a database to PostgreSQL's own tools")
        func backup() throws {
            let outcome = try keruen("backup", "--store", address, "/nonexistent/copy.sqlite")
            #expect(outcome.status == 3 && outcome.errors.contains("CLI0191") && outcome.errors.contains("pg_dump"))
            #expect(!outcome.errors.contains("құпия"))
        }

        @Test("moves one file into another, says a line for each table, and refuses what it can't do")
        func migrate() async throws {
            try await Project.withTemporaryFolder { folder in
                let (old, new) = (folder.appending(path: "old.sqlite").path, folder.appending(path: "new.sqlite").path)
                let missing = try keruen("migrate", "--from", old, "--to", new)
                #expect(missing.status == 2 && missing.errors.contains("CLI0145"))
                #expect(!FileManager.default.fileExists(atPath: new))
                try keruen("stock", "open", "--store", old).expectSuccess()
                let moved = try keruen("migrate", "--from", old, "--to", new)
                moved.expectSuccess()
                #expect(
                    moved.output.split(separator: "\n").count == 13 && moved.output.contains("order_events  rows: 0"))
                try keruen("migrate", "--from", old, "--to", new, "--format", "json").expectSuccess()
                #expect(
                    try keruen("stock", "show", "--store", new).output == keruen("stock", "show", "--store", old).output
                )
                let link = folder.appending(path: "link.sqlite")
                try FileManager.default.createSymbolicLink(at: link, withDestinationURL: URL(filePath: old))
                let itself = try keruen("migrate", "--from", old, "--to", link.path)
                #expect(itself.status == 3 && itself.errors.contains("CLI0194"), "\(itself.errors)")
                try keruen("stock", "add", "--store", new, "--into", "almaty", "--note", "N1", "XJ-DUT-315=3")
                    .expectSuccess()
                let refused = try keruen("migrate", "--from", old, "--to", new, language: "ru_RU.UTF-8")
                #expect(refused.status == 1 && refused.errors.contains("CLI0192") && refused.errors.contains("stock"))
            }
        }
    }

    extension Outcome {
        fileprivate func expectSuccess() { #expect(status == 0, "\(errors)") }
    }
#endif
