namespace ApiAdmin.Web.Shared.Rest;

public static class ProblemResponses
{
    /// <summary>Tells the OpenAPI document which problems an operation or a group may answer with.</summary>
    public static TBuilder Problems<TBuilder>(this TBuilder builder, params int[] statuses)
        where TBuilder : IEndpointConventionBuilder =>
        builder.WithMetadata([.. statuses.Select(object (status) => new ProducesResponseTypeMetadata(status, typeof(ProblemAnswer), [ProblemAnswer.MediaType]))]);
}
