using System.Globalization;
using System.Text;
using Microsoft.Extensions.Localization;

namespace ApiAdmin.Web.App;

/// <summary>
/// In the pseudo-culture <c>qps-ploc</c> every text comes back bracketed, accented and a third longer: what stands
/// unbracketed on a page was hard-wired, what overflows will overflow in German.
/// </summary>
public sealed class PseudoLocalizer(IStringLocalizer inner) : IStringLocalizer
{
    private const string Plain = "aceinosuyACEINOSUY";
    private const string Accented = "àçéîñöšúýÀÇÉÎÑÖŠÚÝ";

    public static CultureInfo Culture { get; } = CultureInfo.GetCultureInfo("qps-ploc");

    public LocalizedString this[string name] => Disguise(inner[name]);

    public LocalizedString this[string name, params object[] arguments] => Disguise(inner[name, arguments]);

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) =>
        inner.GetAllStrings(includeParentCultures).Select(Disguise);

    private static LocalizedString Disguise(LocalizedString text) =>
        Equals(CultureInfo.CurrentUICulture, Culture) && !text.ResourceNotFound
            ? new LocalizedString(text.Name, Disguise(text.Value))
            : text;

    private static string Disguise(string text)
    {
        var disguised = new StringBuilder("[", text.Length * 2);
        foreach (var character in text)
        {
            var index = Plain.IndexOf(character, StringComparison.Ordinal);
            disguised.Append(index < 0 ? character : Accented[index]);
        }

        return disguised.Append(' ').Append('·', 1 + text.Length / 3).Append(']').ToString();
    }
}
