namespace ApiAdmin.Core.Interchange.Curl;

/// <summary>What has no counterpart here, and what to do instead. Options about files, progress and output need no word.</summary>
internal static class CurlNotes
{
    public static string? Of(string option) => option switch
    {
        "insecure" or "proxy-insecure" or "doh-insecure" => "Certificates are always checked. If the server's is not trusted, have it signed by an authority that this machine trusts.",
        "proxy" or "preproxy" or "proxy1.0" or "proxy-user" or "proxy-header" or "noproxy" or "socks4" or "socks4a" or "socks5" or "socks5-hostname" or "proxytunnel"
            => "A proxy is the operator's setting (Outbound:Proxy), not one API's. Ask the operator if the address is only reached through one.",
        "cert" or "cert-type" or "key" or "key-type" or "pass" => "Client certificates are not sent. Use another way to sign in that the API offers, such as a token.",
        "cacert" or "capath" or "ca-native" or "crlfile" or "pinnedpubkey" => "The certificate authorities are those of the machine. Have the operator install this one there.",
        "unix-socket" or "abstract-unix-socket" => "Only addresses in a network are called. Give the service a host and a port.",
        "resolve" or "connect-to" or "doh-url" or "dns-servers" => "Names are resolved by the machine. Have the operator add the name to its name service.",
        "interface" or "local-port" or "dns-interface" => "The way out is the machine's. Ask the operator if it has to be this one.",
        "http1.0" or "http0.9" or "http2" or "http2-prior-knowledge" or "http3" or "http3-only" => "Requests go as HTTP/1.1, which every server understands. Nothing to do unless the API refuses it.",
        "digest" or "ntlm" or "ntlm-wb" or "negotiate" or "anyauth" => "Of the ways to sign in, Basic, Bearer and API keys are supported. Choose one that the API also takes under Authentication.",
        "aws-sigv4" => "Requests are not signed for AWS. Put a gateway in front that takes an API key.",
        "cookie-jar" => "Cookies are not kept from one call to the next. Read what you need as an output and give it to the next API.",
        "junk-session-cookies" => "No cookies are kept, so there are none to forget.",
        "netrc" or "netrc-optional" or "netrc-file" => "The file with passwords is not read. Set user and secret under Authentication.",
        "config" => "The options in that file are not part of the command. Add them to it and paste it again.",
        "connect-timeout" => "Connecting may always take 3 s of the deadline at most; the deadline itself is under Limits.",
        "retry" or "retry-delay" or "retry-max-time" or "retry-all-errors" or "retry-connrefused" => "A call is tried once. Run it again, or let the flow decide.",
        "location-trusted" => "Redirects are followed, but what belongs to one address is never sent to another. Call the final address itself if it needs the credentials.",
        "post301" or "post302" or "post303" => "After such a redirect the request goes on as GET. Call the final address itself.",
        "tlsv1" or "tlsv1.0" or "tlsv1.1" or "tlsv1.2" or "tlsv1.3" or "tls-max" or "sslv2" or "sslv3" or "ciphers" or "tls13-ciphers" or "curves"
            => "TLS 1.2 or 1.3 is agreed on with the server. Nothing to do.",
        "request-target" => "The path is always that of the URL. Write it there.",
        "time-cond" or "etag-compare" or "etag-save" => "The condition depends on a file of yours. Add If-Modified-Since or If-None-Match as a Header param.",
        "continue-at" => "The place to go on from depends on a file of yours. Add Range as a Header param.",
        "path-as-is" => "A URL with . or .. in its path is refused. Write the path it leads to.",
        "limit-rate" or "speed-limit" or "speed-time" or "rate" => "There is no limit of speed; the deadline under Limits ends a slow call.",
        "max-filesize" => "Set the largest body under Limits.",
        "parallel" or "parallel-max" or "parallel-immediate" => "An API is one request. Make an API of each.",
        "variable" => "curl's variables are not filled in. Write the value where it belongs.",
        "tr-encoding" => "Only the content is compressed, and that is always offered. Nothing to do.",
        "sasl-authzid" or "login-options" or "mail-from" or "mail-rcpt" or "mail-auth" or "quote" or "ftp-port" or "telnet-option" or "tftp-blksize" or "list-only" or "append" or "use-ascii" or "crlf"
            => "It belongs to another protocol than HTTP and is left out.",
        _ => null,
    };
}
