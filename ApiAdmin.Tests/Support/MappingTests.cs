using ApiAdmin.Core.Definitions;
using Mapster;

namespace ApiAdmin.Tests.Support;

/// <summary>A mapping that misses a member fails here and not on the first request.</summary>
public sealed class MappingTests
{
    public static TheoryData<Type> Registers => new(
        new[] { typeof(ApiDefinition).Assembly, typeof(Web.Program).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IRegister))));

    [Theory]
    [MemberData(nameof(Registers))]
    public void Register_EveryMapping_Compiles(Type register)
    {
        var config = new TypeAdapterConfig { RequireDestinationMemberSource = true };
        ((IRegister)Activator.CreateInstance(register)!).Register(config);

        Assert.NotEmpty(config.RuleMap);
        config.Compile();
    }
}
