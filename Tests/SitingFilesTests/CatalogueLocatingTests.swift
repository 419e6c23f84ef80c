import Foundation
import SitingFiles
import Testing

@Suite("Finding the catalogue")
struct CatalogueLocatingTests {
    @Test("beside an installed program it is in share/sitewise")
    func installed() throws {
        let files = ["bin/sitewise": "", "share/sitewise/sites.csv": "", "sites/sites.csv": ""]
        try withFolder(files) { folder in
            let found = Catalogue.locate(executablePath: "\(folder)/bin/sitewise")
            #expect(found == "\(folder)/share/sitewise")
        }
    }

    @Test("in a repository it is in the nearest parent folder that holds it")
    func repositoryFolder() throws {
        let files = [
            "sites/sites.csv": "", "tree/sites/sites.csv": "", "tree/.build/debug/sitewise": "",
        ]
        try withFolder(files) { folder in
            let found = Catalogue.locate(executablePath: "\(folder)/tree/.build/debug/sitewise")
            #expect(found == "\(folder)/tree/sites")
        }
    }

    @Test("a link to the program is followed")
    func link() throws {
        let files = ["real/bin/sitewise": "", "real/share/sitewise/sites.csv": "", "links/a": ""]
        try withFolder(files) { folder in
            let link = "\(folder)/links/sitewise"
            try FileManager.default.createSymbolicLink(
                atPath: link, withDestinationPath: "\(folder)/real/bin/sitewise")
            let found = Catalogue.locate(executablePath: link)
            #expect(found == "\(folder)/real/share/sitewise")
        }
    }

    @Test(
        "a folder that the planner names is the tables' own or the one above; no other is tried"
    )
    func override() throws {
        let files = [
            "own/sites.csv": "", "all/sites/sites.csv": "", "share/sitewise/sites.csv": "",
        ]
        try withFolder(files) { folder in
            func locate(_ override: String) -> String? {
                Catalogue.locate(
                    executablePath: "\(folder)/bin/sitewise", override: "\(folder)/\(override)")
            }
            #expect(locate("own") == "\(folder)/own")
            #expect(locate("all") == "\(folder)/all/sites")
            #expect(locate("bin") == nil)
        }
    }

    @Test("where there is none, none is found")
    func none() throws {
        try withFolder(["bin/sitewise": ""]) { folder in
            #expect(Catalogue.locate(executablePath: "\(folder)/bin/sitewise") == nil)
        }
    }
}
