using System.Reflection;
using ApiAdmin.Core.Access;

namespace ApiAdmin.Tests.Access;

/// <summary>Every public way into Core that takes an actor says which right it demands.</summary>
public sealed class DemandsTests
{
    private static readonly Dictionary<string, string> Exempt = new()
    {
        ["IAuthorizer.DemandAsync"] = "it is the demand",
        ["IAuthorizer.AllowsAsync"] = "it is the question",
        ["SecondFactorRule.HoldsBackAsync"] = "it is the question whether somebody may ask at all",
        ["AuditLog.AppendAsync"] = "writes in the transaction of a change whose right was demanded by the caller",
    };

    public static TheoryData<string, string> Methods()
    {
        var data = new TheoryData<string, string>();
        foreach (var method in Found())
        {
            data.Add(method.DeclaringType!.FullName!, method.ToString()!);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Method_TakingAnActor_CarriesItsDemand(string type, string signature)
    {
        var method = Found().First(found => found.DeclaringType!.FullName == type && found.ToString() == signature);

        Assert.True(
            method.GetCustomAttribute<DemandsAttribute>() is not null || Exempt.ContainsKey($"{method.DeclaringType!.Name}.{method.Name}"),
            $"{type}: {signature} takes an actor but carries no [Demands].");
    }

    [Fact]
    public void Exemptions_AllName_AMethodThatExists() =>
        Assert.Empty(Exempt.Keys.Except(Found().Select(method => $"{method.DeclaringType!.Name}.{method.Name}")));

    /// <summary>What implements an interface of Core is held by the interface's own attribute.</summary>
    private static IEnumerable<MethodInfo> Found() => typeof(IAuthorizer).Assembly.GetExportedTypes()
        .Where(type => type.IsInterface || type.IsClass)
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
        .Where(method => !method.IsSpecialName && method.GetParameters().Any(parameter => parameter.ParameterType == typeof(Actor)))
        .Where(method => !method.DeclaringType!.GetInterfaces().Any(contract => contract.GetMethods().Any(declared => declared.Name == method.Name)));
}
