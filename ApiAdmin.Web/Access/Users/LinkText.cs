using ApiAdmin.Core.Access;
using Microsoft.AspNetCore.Components;

namespace ApiAdmin.Web.Access.Users;

/// <summary>A one-time link as it is sent on: at the address by which the administrator reached this site.</summary>
public static class LinkText
{
    public static string Of(NavigationManager navigation, OneTimeLink link) => navigation.ToAbsoluteUri($"/invite?token={link.Token}").ToString();
}
