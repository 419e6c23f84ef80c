package import Siting

/// How a page can be made again.
package enum RunHTML {
    /// A part with the program and its command, ready to be copied.
    ///
    /// - Parameter further: What stands between both, such as the input files.
    package static func part(of run: Run, further: [HTML] = []) -> PageShell.Part {
        let title = "How to make it again"
        let id = "again"
        let program = HTML("p", text: "Made by \(run.program), with this command:")
        let content = [program, command(of: run)] + further
        return PageShell.Part(
            id: id, title: title, html: SectionHTML.html(title, id: id, content))
    }

    package static func foot(of run: Run) -> HTML {
        HTML("p", text: "\(run.program). This file holds all it shows and loads nothing.")
    }

    private static func command(of run: Run) -> HTML {
        HTML("pre", ["class": "command"], [HTML("code", text: run.commandLine)])
    }
}
