namespace ApiAdmin.Web.Invocation.Panel.Body;

/// <summary>The ways a body can be looked at.</summary>
public enum BodyView { Image, Pretty, Tree, Table, Raw, Hex }
