using System.Text;
using System.Xml.Linq;
using ApiAdmin.Core.Invocation;
using ApiAdmin.Core.Invocation.Cases;

namespace ApiAdmin.Tests.Invocation.Cases;

public sealed class JUnitXmlTests
{
    [Fact]
    public void Write_WordsOfTheOtherSide_AreXmlWhateverTheyHold()
    {
        var failure = new CaseFailure { Kind = CaseExpectationKind.Output, Message = "<a> & \u0000 \ud800 😀 ]]>" };
        var report = new CasesReport
        {
            StartedAt = DateTimeOffset.UnixEpoch, DurationMs = 1_500,
            Cases =
            [
                new CaseResult { Api = "a", Case = "one", State = CaseState.Failed, Outcome = Outcome.Success, DurationMs = 12.3, Message = "\u0001\uffff", Failures = [failure] },
                new CaseResult { Api = "a", Case = "two", State = CaseState.NotRun },
                new CaseResult { Api = "b", Case = "three", State = CaseState.Passed },
            ],
        };

        var root = XDocument.Parse(Encoding.UTF8.GetString(JUnitXml.Write(report))).Root!;

        Assert.Equal(("3", "1", "1", "1.500"), ((string?)root.Attribute("tests"), (string?)root.Attribute("failures"), (string?)root.Attribute("skipped"), (string?)root.Attribute("time")));
        var failed = root.Descendants("failure").Single();
        Assert.Equal(("<a> & \ufffd \ufffd 😀 ]]>", "\ufffd\ufffd"), ((string?)failed.Attribute("message"), failed.Value));
        Assert.Equal(["a", "b"], root.Elements("testsuite").Select(suite => (string?)suite.Attribute("name")));
    }
}
