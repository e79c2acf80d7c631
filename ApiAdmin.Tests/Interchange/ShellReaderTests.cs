using ApiAdmin.Core.Interchange.Shell;

namespace ApiAdmin.Tests.Interchange;

public sealed class ShellReaderTests
{
    [Theory]
    [InlineData("curl 'a b' \"c d\" e\\ f", "curl|a b|c d|e f")]
    [InlineData("curl \\\n  -H 'x: y' \\\r\n  z", "curl|-H|x: y|z")]
    [InlineData("curl \\  \n  z", "curl|z")]
    [InlineData("curl $'a\\'b\\n\\x41\\u00e9\\101\\\\'", "curl|a'b\nAéA\\")]
    [InlineData("curl $'\\xe4\\xbd\\xa0\\ud83d\\ude00'", "curl|你😀")]
    [InlineData("curl \"a\\\"b\\\\c\\d\"", "curl|a\"b\\c\\d")]
    [InlineData("curl a'b'\"c\"d", "curl|abcd")]
    [InlineData("curl '' x", "curl||x")]
    [InlineData("$ curl a \\\n> -H b", "curl|a|-H|b")]
    [InlineData("# first\ncurl a # behind", "curl|a")]
    [InlineData("curl a#b", "curl|a#b")]
    [InlineData("curl a > out.txt 2>&1", "curl|a")]
    [InlineData("C:\\Users\\me> curl.exe \"a b\"", "curl.exe|a b")]
    public void Read_OfBash_GivesTheWordsTheProgramWouldGet(string text, string words) =>
        Assert.Equal(words, Words(ShellReader.Read(text)[0]));

    [Theory]
    [InlineData("curl ^\"https://x.example/?a=1^&b=2^\" ^\r\n  -H ^\"Accept: */*^\"", "curl|https://x.example/?a=1&b=2|-H|Accept: */*")]
    [InlineData("curl ^\"u^\" --data-raw ^\"^{^\\^\"a^\\^\":1^}^\"", "curl|u|--data-raw|{\"a\":1}")]
    [InlineData("curl -d \"{\"\"a\"\":1}\" u", "curl|-d|{\"a\":1}|u")]
    [InlineData("curl \"u\" ^\n -d \"{\\\"a\\\":\\\"C:\\\\\\\\x\\\"}\"", "curl|u|-d|{\"a\":\"C:\\\\\\\\x\"}")]
    [InlineData("curl ^\"a^\r\n\r\nb^\"", "curl|a\nb")]
    [InlineData("curl ^\"100^%^25^\"", "curl|100%25")]
    public void Read_OfCmd_UndoesCaretsThenQuotes(string text, string words)
    {
        Assert.True(ShellReader.IsCmd(text));
        Assert.Equal(words, Words(ShellReader.Read(text)[0]));
    }

    [Theory]
    [InlineData("curl a; curl b", 2)]
    [InlineData("curl a && curl b || curl c", 3)]
    [InlineData("echo x | curl a", 2)]
    [InlineData("curl a\n\n# no\ncurl b", 2)]
    [InlineData("curl 'a;b&&c|d\ne'", 1)]
    public void Read_OfSeveralCommands_EndsEachAtItsSeparator(string text, int count) => Assert.Equal(count, ShellReader.Read(text).Count);

    [Fact]
    public void Read_OfAHereDocument_GivesItToTheCommand()
    {
        var command = ShellReader.Read("curl -d @- u <<END\n{\"a\": 1}\nEND\ncurl v")[0];

        Assert.Equal("{\"a\": 1}\n", command.InputText);
        Assert.Equal("curl|-d|@-|u", Words(command));
    }

    [Theory]
    [InlineData("curl \"$TOKEN\"", "$TOKEN")]
    [InlineData("curl ${HOST}/x", "${HOST}")]
    [InlineData("curl $(cat url)", "$(cat url)")]
    [InlineData("curl '$NOT'", null)]
    public void Read_OfAVariable_KeepsItAndNamesIt(string text, string? expansion) =>
        Assert.Equal(expansion, ShellReader.Read(text)[0].Words[1].Expansion);

    [Theory]
    [InlineData("curl 'abc", 5)]
    [InlineData("curl \"abc", 5)]
    [InlineData("curl $'abc", 5)]
    [InlineData("curl ${abc", 5)]
    [InlineData("curl a `\n b", 7)]
    public void Read_OfWhatIsNeverClosed_TellsWhereItBegins(string text, int index) =>
        Assert.Equal(index, Assert.Throws<ShellException>(() => ShellReader.Read(text)).Index);

    private static string Words(ShellCommand command) => string.Join('|', command.Words.Select(word => word.Text));
}
