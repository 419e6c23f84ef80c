/// What every page has: a head that lets nothing be loaded, a title, contents, parts and a foot.
package struct PageShell {
    /// One part of a page, with its place in the contents.
    package struct Part {
        /// Letters, digits and `-`; unique on the page.
        package let id: String
        /// As the contents have it; nil for a part that they leave out.
        package let title: String?
        package let html: HTML

        package init(id: String, title: String?, html: HTML) {
            self.id = id
            self.title = title
            self.html = html
        }
    }

    package var title: String
    /// One line below the title; part of the window's title too.
    package var subtitle: String
    /// Between the titles and the contents.
    package var lead: [HTML]
    package var parts: [Part]
    package var foot: [HTML]

    package init(
        title: String, subtitle: String = "", lead: [HTML] = [], parts: [Part], foot: [HTML] = []
    ) {
        self.title = title
        self.subtitle = subtitle
        self.lead = lead
        self.parts = parts
        self.foot = foot
    }

    /// The whole file, the same for the same content.
    package var text: String {
        let line = subtitle.isEmpty ? [] : [HTML("p", ["class": "subtitle"], text: subtitle)]
        let top = [HTML("h1", text: title)] + line + lead
        let main = HTML("main", ["id": "content"], [.lines(top)] + rest)
        let body = HTML("body", [:], [.lines([skip, switches, main] + footer)])
        let page = HTML("html", ["lang": "en"], [.lines([head, body])])
        return "<!doctype html>\n\(page.markup)\n"
    }

    private var rest: [HTML] { [.lines([contents].compactMap(\.self) + parts.map(\.html))] }

    private var footer: [HTML] { foot.isEmpty ? [] : [HTML("footer", [:], foot)] }

    /// Nothing can be loaded, run, sent or framed from here, whatever a name holds.
    private static let policy =
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; "
        + "form-action 'none'"

    private var head: HTML {
        HTML(
            "head", [:],
            [
                .lines([
                    .void("meta", ["charset": "utf-8"]),
                    .void(
                        "meta",
                        ["http-equiv": "Content-Security-Policy", "content": Self.policy]),
                    .void(
                        "meta",
                        ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
                    .void("meta", ["name": "color-scheme", "content": "light dark"]),
                    HTML("title", text: subtitle.isEmpty ? title : "\(title): \(subtitle)"),
                    // Keeps browsers from asking for favicon.ico.
                    .void("link", ["rel": "icon", "href": "data:,"]),
                    .style(PageStyle.css),
                ])
            ])
    }

    private var skip: HTML {
        HTML("a", ["class": "skip", "href": "#content"], text: "Skip to content")
    }

    /// Works by style alone, so that the page needs no script.
    private var switches: HTML {
        let choices = ThemeChoice.allCases.map { choice in
            HTML(
                "label", [:],
                [
                    .void(
                        "input",
                        [
                            "type": "radio", "name": "theme", "id": choice.id,
                            "autocomplete": "off", "checked": choice == .automatic ? "" : nil,
                        ]),
                    .text(" \(choice.word)"),
                ])
        }
        return HTML(
            "fieldset", ["class": "themes"],
            [HTML("legend", ["class": "heard"], text: "Colours")] + choices)
    }

    private var contents: HTML? {
        let items = parts.compactMap { part in
            part.title.map { HTML("li", [:], [HTML("a", ["href": "#\(part.id)"], text: $0)]) }
        }
        guard items.count > 1 else { return nil }
        return HTML("nav", ["aria-label": "Contents"], [HTML("ol", [:], items)])
    }
}

/// Which palette a reader wants to see.
enum ThemeChoice: String, CaseIterable {
    case automatic, light, dark

    var id: String { "theme-\(rawValue)" }

    var word: String {
        switch self {
        case .automatic: "Auto"
        case .light: "Light"
        case .dark: "Dark"
        }
    }
}
