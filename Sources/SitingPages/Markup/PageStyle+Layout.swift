extension PageStyle {
    /// One column, from a phone to a desk.
    static let layout = """
        *,*::before,*::after{box-sizing:border-box}
        html{-webkit-text-size-adjust:100%}
        body{margin:0;background:var(--chart-surface);color:var(--chart-text);
        font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,Helvetica,Arial,sans-serif;
        overflow-wrap:anywhere}
        main,footer,.themes{max-width:67.5rem;margin-inline:auto;padding-inline:clamp(1rem,3vw,2rem)}
        main{padding-block:.5rem 2rem}
        footer{padding-block-end:2rem;color:var(--chart-muted);font-size:.875rem}
        footer p{max-width:none;padding-block-start:1rem;border-block-start:1px solid var(--rule)}
        h1{font-size:clamp(1.5rem,1.1rem + 1.8vw,2.125rem);line-height:1.2;margin:.25rem 0 .5rem;
        letter-spacing:-.01em;text-wrap:balance}
        h2{font-size:1.3125rem;line-height:1.3;margin:0 0 .5rem}
        h3{font-size:1.0625rem;line-height:1.35;margin:1.25rem 0 .375rem}
        h4{font-size:1rem;margin:1rem 0 .25rem}
        p,ul,ol,pre{margin:.5rem 0}
        p,li,dd,figcaption{max-width:46rem}
        main>section{padding-block:1.25rem;border-block-start:1px solid var(--rule)}
        main>#tiles{border:0;padding-block:0}
        a{color:var(--link);text-underline-offset:.15em}
        a:focus-visible,summary:focus-visible,.scroll:focus-visible,input:focus-visible,
        pre:focus-visible{outline:2px solid var(--link);outline-offset:2px}
        ul{padding-inline-start:1.25rem}
        li{margin-block:.25rem}
        .detail{margin:.125rem 0 .375rem;color:var(--chart-muted)}
        .long li{margin-block:0 .5rem;break-inside:avoid}
        @media(min-width:60rem){.long{columns:2;column-gap:2.5rem}}
        .note{color:var(--chart-muted);font-size:.9375rem}
        .subtitle{color:var(--chart-muted);margin-block:0 .75rem}
        .heard{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;
        clip-path:inset(50%);white-space:nowrap}
        .skip{position:absolute;inset-block-start:-4rem;inset-inline-start:1rem;padding:.5rem 1rem;
        background:var(--chart-surface);border:2px solid var(--link)}
        .skip:focus{inset-block-start:.5rem;z-index:1}
        .themes{border:0;padding-block:.75rem 0;display:none;justify-content:flex-end;gap:1rem;
        font-size:.875rem;color:var(--chart-muted)}
        @supports selector(:has(*)){.themes{display:flex}}
        .themes label{display:inline-flex;align-items:center;gap:.375rem;min-block-size:1.5rem}
        .themes input{margin:0;accent-color:var(--link)}
        nav{margin-block:1rem 1.25rem;font-size:.9375rem}
        nav ol{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:0 1.25rem}
        nav li{margin:0}
        nav a{display:inline-block;padding-block:.25rem}
        .lead{padding:.625rem .875rem;background:var(--raised);border-inline-start:.25rem solid
        var(--chart-axis);font-size:1.0625rem;max-width:none}
        .good{border-color:var(--good)}.good strong{color:var(--good)}
        .attention{border-color:var(--attention)}.attention strong{color:var(--attention)}
        .bad{border-color:var(--bad)}.bad strong{color:var(--bad)}
        .lead.attention{font-size:.9375rem}
        pre{padding:.75rem .875rem;background:var(--raised);border:1px solid var(--rule);
        white-space:pre-wrap;font-size:.875rem}
        code{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace;
        font-size:.9375em}
        .command code,.copied{user-select:all}
        @media(max-width:30rem){.themes{justify-content:flex-start}}

        """

    /// Tables of figures, dense enough to compare and wide ones in a region that scrolls.
    static let tables = """
        .scroll{overflow-x:auto;margin:.75rem 0;max-inline-size:100%}
        table{border-collapse:collapse;font-size:.875rem;line-height:1.4;
        font-variant-numeric:tabular-nums}
        caption{text-align:start;color:var(--chart-muted);padding-block-end:.375rem}
        th,td{padding:.3125rem .75rem .3125rem 0;text-align:start;vertical-align:top;
        border-block-end:1px solid var(--chart-grid);overflow-wrap:normal}
        th:last-child,td:last-child{padding-inline-end:0}
        thead th{font-weight:600;vertical-align:bottom;border-block-end-color:var(--chart-axis)}
        tbody th,tfoot th{font-weight:400}
        tfoot th,tfoot td{font-weight:600;border-block-end:0}
        .figures{text-align:end;white-space:nowrap}
        thead .figures{white-space:normal}
        @media screen and (max-width:43rem){thead .words{min-inline-size:11rem}
        thead .words:first-child{min-inline-size:8.5rem}}
        .unit{display:block;font-weight:400;color:var(--chart-muted);white-space:nowrap}
        details{margin:.5rem 0}
        summary{cursor:pointer;color:var(--link);padding-block:.25rem;inline-size:fit-content}

        """

    /// Charts in two widths, one of which is shown.
    static let figures = """
        figure{margin:1rem 0}
        figcaption{color:var(--chart-muted);font-size:.9375rem}
        .chart{display:block;max-inline-size:100%;block-size:auto}
        .wide .chart{inline-size:100%}
        .narrow{display:none}
        .narrow .chart{inline-size:100%;max-inline-size:30rem}
        @media screen and (max-width:43rem){.wide{display:none}.narrow{display:block}}

        """

    /// What placement reports alone have.
    static let placement = """
        .tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(11.5rem,1fr));gap:.75rem;
        margin:1rem 0 .75rem}
        .tile{background:var(--raised);padding:.75rem;border-radius:.375rem}
        .tile dt{color:var(--chart-muted);font-size:.875rem}
        .tile dd{margin:0;font-size:.8125rem;color:var(--chart-muted)}
        .tile .amount{font-size:1.1875rem;line-height:1.4;color:var(--chart-text);font-weight:600;
        letter-spacing:-.01em}
        .tile small{font-size:.8125rem;font-weight:400;letter-spacing:0;white-space:nowrap}
        .tile .further{color:var(--chart-text);margin-block-start:.375rem;font-size:.875rem}
        .policies td,.policies thead th{min-inline-size:6.5rem}
        .policies td{white-space:nowrap}
        .policies .chosen{background:var(--raised);box-shadow:-.375rem 0 var(--raised)}
        .policies tr>:first-child{position:sticky;inset-inline-start:0;z-index:1;
        background:var(--chart-surface)}
        .bar{display:block;block-size:.25rem;background:var(--bar);margin-block-start:.25rem;
        min-inline-size:1px}
        .lowest{color:var(--good);font-size:.75rem}
        @media(max-width:30rem){
        .tiles{grid-template-columns:1fr;gap:.5rem}
        .tile{padding:.625rem .75rem}
        }

        """

    /// A4 and Letter, in the light palette, with nothing cut and all details open but for long tables.
    static let paper = """
        @page{margin:13mm}
        @media print{
        :root{font-size:10pt}
        main{max-width:none;padding-inline:0}
        nav,footer,.skip,.themes,.screen{display:none!important}
        main>section{padding-block:.75rem}
        h1,h2,h3,h4,summary,caption,.note{break-after:avoid}
        :is(h2,h3,summary)+*,.scroll+p,table+p{break-before:avoid}
        p,li{orphans:3;widows:3}
        figure,tr,.tile,.lead,pre,li{break-inside:avoid}
        thead{display:table-header-group}
        tfoot{display:table-row-group}
        .scroll{overflow:visible}
        table{font-size:8.5pt}
        th,td{padding-inline-end:.5rem;overflow-wrap:break-word}
        .policies :is(th,td){overflow-wrap:anywhere;min-inline-size:0}
        .policies tr>:first-child{position:static}
        .short{break-inside:avoid}
        tfoot tr{break-before:avoid}
        .tiles{grid-template-columns:repeat(auto-fit,minmax(7.5rem,1fr));gap:.5rem}
        .tile{padding:.5rem .625rem}
        .tile .amount{font-size:1.125rem}
        .long{columns:2;column-gap:2rem}
        details::details-content{content-visibility:visible;block-size:auto;display:block}
        summary{list-style:none;color:inherit}
        a{color:inherit;text-decoration:none}
        *{print-color-adjust:exact}
        }

        """
}
