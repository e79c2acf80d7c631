using ApiAdmin.Core.Access;

namespace ApiAdmin.Tests.Access;

public sealed class PasswordPolicyTests
{
    private static readonly string[] Affixes =
        ["1", "12", "123", "1234", "12345", "123456", "1234567", "12345678", "2024", "2025", "2026", "!", "!!", "123!", "1!", "@123", "#1", "007", "000"];

    [Fact]
    public void Check_CommonWordsWithAffixesTwelveOrLonger_AllRefused()
    {
        string[] words = ["password", "qwerty", "letmein", "iloveyou", "sunshine", "princess", "football", "baseball", "welcome", "dragon", "monkey",
            "master", "shadow", "superman", "michael", "jordan", "liverpool", "charlie", "freedom", "whatever", "starwars", "computer", "pokemon",
            "butterfly", "chocolate", "barcelona", "metallica", "elizabeth", "samantha", "summer"];
        var guesses = words.SelectMany(word => new[] { word, word + word, char.ToUpperInvariant(word[0]) + word[1..], word.Replace('o', '0').Replace('a', '@').Replace('e', '3') }
                .SelectMany(form => Affixes.SelectMany(affix => (string[])[form + affix, affix + form, form + "_" + affix])))
            .Where(guess => guess.Length >= PasswordPolicy.Shortest).Distinct().ToList();

        Assert.True(guesses.Count >= 3_000, $"only {guesses.Count} guesses");
        Assert.DoesNotContain(guesses, guess => !Refused(guess));
    }

    [Theory]
    [InlineData("123456789012")]
    [InlineData("qwertyuiop123")]
    [InlineData("1q2w3e4r5t6y")]
    [InlineData("1qaz2wsx3edc")]
    [InlineData("aaaaaaaaaaaa")]
    [InlineData("abcabcabcabc")]
    [InlineData("abcdefghijkl")]
    [InlineData("P@ssw0rd1234")]
    [InlineData("zxcvbnmasdfghjkl")]
    [InlineData("passwordpassword")]
    [InlineData("my-ApiAdmin-login")]
    [InlineData("li.na is my name")]
    [InlineData("elevenchars")]
    public void Check_GuessablePassword_IsRefused(string password) => Assert.True(Refused(password));

    [Theory]
    [InlineData("correct horse battery")]
    [InlineData("correcthorsebatterystaple")]
    [InlineData("kv8#pWz!q2Lm")]
    [InlineData("wir gehen heute schwimmen")]
    [InlineData("今天下午我们一起去游泳吧好吗")]
    [InlineData("jklwe84hfpqz")]
    public void Check_LongAndUnusual_IsTakenWithoutRulesOfComposition(string password) => Assert.False(Refused(password));

    private static bool Refused(string password) => PasswordPolicy.Check(password, "li.na@example.com").Any();
}
