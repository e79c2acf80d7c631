using System.Reflection;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Data;
using ApiAdmin.Core.Invocation;
using ApiAdmin.Core.Invocation.BuiltIn;
using ApiAdmin.Web;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.JSInterop;

namespace ApiAdmin.Tests.Access;

/// <summary>What Core lets anybody do without saying who asks, each with its reason; and what a browser's script may call.</summary>
public sealed class PublicServiceTests
{
    private static readonly Dictionary<string, string> Exempt = new()
    {
        ["AppDbContext.BeginWriteAsync"] = "takes a context, and no page or endpoint has one",
        ["AuditHeads.NoteAsync"] = "the end of the chain for the file beside the database",
        ["AuditHeads.ReadAsync"] = "the end of the chain for the file beside the database",
        ["Connector.ConnectAsync"] = "a tool of the invoker",
        ["DatabaseInitializer.InitializeAsync"] = "before anybody can ask",
        ["EndedSessions.EndAsync"] = "of whoever holds that session's cookie",
        ["EndedSessions.HasEndedAsync"] = "part of finding out who asks",
        ["HttpSender.SendAsync"] = "a tool of the invoker",
        ["IApiKeyVerifier.VerifyAsync"] = "it finds out who asks",
        ["IBodyTree.ChildrenAsync"] = "works on the bytes it is given",
        ["IBodyTree.FindAsync"] = "works on the bytes it is given",
        ["IBodyTree.OpenAsync"] = "works on the bytes it is given",
        ["IBodyTree.RootAsync"] = "works on the bytes it is given",
        ["IBodyTree.TopLevelAsync"] = "works on the bytes it is given",
        ["IBodyTree.TryAsync"] = "works on the bytes it is given",
        ["IBodyTree.ValueAsync"] = "works on the bytes it is given",
        ["IBodyTree.WayAsync"] = "works on the bytes it is given",
        ["IBuiltInOperation.AnswerAsync"] = "behind services that demand the right; no page or endpoint has it",
        ["IBuiltInOperation.DescribeAsync"] = "behind services that demand the right; no page or endpoint has it",
        ["IDialer.DialAsync"] = "a tool of the invoker",
        ["IHostResolver.ResolveAsync"] = "a tool of the invoker",
        ["IInvoker.InvokeAsync"] = "behind services that demand the right; no page or endpoint has it",
        ["ISecretSource.RevealAsync"] = "a tool of the invoker; no page or endpoint has it",
        ["IStartStep.RunAsync"] = "before anybody can ask",
        ["PasswordSignIn.CheckAsync"] = "it finds out who asks",
        ["RequestPreparer.RevealAsync"] = "a tool of the invoker",
        ["ResponseExtraction.CompleteAsync"] = "works on the bytes it is given",
        ["ResponseExtraction.WriteAsync"] = "works on the bytes it is given",
        ["SetupService.CreateFirstAdministratorAsync"] = "its right is the one-time token",
        ["SetupService.IsOpenAsync"] = "there is nobody yet",
        ["SetupService.TokenAsync"] = "for the console alone",
        ["SignInProof.CheckCodeAsync"] = "it finds out who asks",
        ["UserLinks.FindAsync"] = "its right is the one-time token",
        ["UserLinks.UseAsync"] = "its right is the one-time token",
        ["WriteTransaction.CommitAsync"] = "takes a context, and no page or endpoint has one",
    };

    private static readonly Type[] NotForPages = [typeof(ISecretSource), typeof(IInvoker), typeof(IBuiltInOperation), typeof(AppDbContext), typeof(IDbContextFactory<AppDbContext>)];

    [Fact]
    public void MethodsOfCore_WithoutAnActor_AreOnlyTheExemptOnes()
    {
        var found = typeof(IAuthorizer).Assembly.GetExportedTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(method => IsAsynchronous(method.ReturnType) && method.GetBaseDefinition() == method)
            .Where(method => !method.GetParameters().Any(parameter => parameter.ParameterType == typeof(Actor)))
            .Where(method => !method.DeclaringType!.GetInterfaces().Any(contract => contract.GetMethods().Any(declared => declared.Name == method.Name)))
            .Select(method => $"{method.DeclaringType!.Name}.{method.Name}").ToHashSet(StringComparer.Ordinal);

        Assert.Equal("", string.Join(", ", found.Except(Exempt.Keys)));
        Assert.Empty(Exempt.Keys.Except(found));
    }

    [Fact]
    public void Pages_GetNoServiceThatDemandsNothing() =>
        Assert.Empty(typeof(Program).Assembly.GetTypes().Where(type => typeof(IComponent).IsAssignableFrom(type))
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance))
            .Where(property => property.GetCustomAttribute<InjectAttribute>() is not null && NotForPages.Contains(property.PropertyType))
            .Select(property => $"{property.DeclaringType}.{property.Name}"));

    [Fact]
    public void ScriptsOfABrowser_MayCallNoMethodByName() =>
        Assert.Empty(new[] { typeof(Program).Assembly, typeof(IAuthorizer).Assembly }.SelectMany(assembly => assembly.GetTypes())
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(method => method.GetCustomAttribute<JSInvokableAttribute>() is not null)
            .Select(method => $"{method.DeclaringType}.{method.Name}"));

    private static bool IsAsynchronous(Type type) => type.Name.StartsWith("Task", StringComparison.Ordinal) || type.Name.StartsWith("ValueTask", StringComparison.Ordinal);
}
