namespace ApiAdmin.Core.Access;

/// <summary>Who asks for something: every service method takes one first and demands its right of it.</summary>
public abstract record Actor
{
    /// <summary>Stable id for audit rows and ownership: <c>user:…</c>, <c>key:…</c>, <c>host</c>.</summary>
    public abstract string Id { get; }

    /// <summary>What people call it.</summary>
    public abstract string Name { get; }
}

/// <summary>A signed-in person; rights come from the stored role at the time of the call, never from the cookie.</summary>
public sealed record UserActor(Guid UserId, string UserName) : Actor
{
    public override string Id => $"user:{UserId:N}";

    public override string Name => UserName;
}

/// <summary>Another system with an API key; rights come from the key's stored scopes.</summary>
public sealed record KeyActor(Guid KeyId, string KeyName) : Actor
{
    public override string Id => $"key:{KeyId:N}";

    public override string Name => KeyName;
}

/// <summary>Whoever has the machine: the command line and start-up work. May do everything.</summary>
public sealed record HostActor(string Activity) : Actor
{
    public override string Id => "host";

    public override string Name => Activity;
}
