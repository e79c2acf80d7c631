using System.Collections.Frozen;

namespace ApiAdmin.Core.Interchange.Curl;

/// <summary>
/// Every option of curl 8 (curl's manual page): whether a value follows decides how the rest of the line is read, so
/// the ones without meaning here are in it too.
/// </summary>
internal static class CurlOptions
{
    private const string WithValue = """
        abstract-unix-socket alt-svc aws-sigv4 cacert capath cert:E cert-type ciphers config:K connect-timeout connect-to
        continue-at:C cookie:b cookie-jar:c create-file-mode crlfile curves data:d data-ascii data-binary data-raw
        data-urlencode delegation dns-interface dns-ipv4-addr dns-ipv6-addr dns-servers doh-url dump-header:D ech egd-file
        engine etag-compare etag-save expect100-timeout form:F form-string ftp-account ftp-alternative-to-user ftp-method
        ftp-port:P ftp-ssl-ccc-mode happy-eyeballs-timeout-ms haproxy-clientip header:H hostpubmd5 hostpubsha256 hsts
        interface ip-tos ipfs-gateway json keepalive-cnt keepalive-time key key-type krb libcurl limit-rate local-port
        login-options mail-auth mail-from mail-rcpt max-filesize max-redirs max-time:m netrc-file noproxy oauth2-bearer
        output:o output-dir parallel-max pass pinnedpubkey preproxy proto proto-default proto-redir proxy:x proxy-cacert
        proxy-capath proxy-cert proxy-cert-type proxy-ciphers proxy-crlfile proxy-header proxy-key proxy-key-type
        proxy-pass proxy-pinnedpubkey proxy-service-name proxy-tls13-ciphers proxy-tlsauthtype proxy-tlspassword
        proxy-tlsuser proxy-user:U proxy1.0 pubkey quote:Q random-file range:r rate referer:e request:X request-target
        resolve retry retry-delay retry-max-time sasl-authzid service-name sigalgs socks4 socks4a socks5
        socks5-gssapi-service socks5-hostname speed-limit:Y speed-time:y ssl-sessions stderr telnet-option:t tftp-blksize
        time-cond:z tls-max tls13-ciphers tlsauthtype tlspassword tlsuser trace trace-ascii trace-config unix-socket
        upload-file:T upload-flags url url-query user:u user-agent:A variable vlan-priority write-out:w
        """;

    private const string Alone = """
        anyauth append:a basic ca-native cert-status compressed compressed-ssh create-dirs crlf digest disable:q
        disable-eprt disable-epsv disallow-username-in-url doh-cert-status doh-insecure dump-ca-embed eprt epsv fail:f
        fail-early fail-with-body false-start form-escape ftp-create-dirs ftp-pasv ftp-pret ftp-skip-pasv-ip ftp-ssl
        ftp-ssl-ccc ftp-ssl-control ftp-ssl-reqd get:G globoff:g haproxy-protocol head:I help:h http0.9 http1.0:0 http1.1
        http2 http2-prior-knowledge http3 http3-only ignore-content-length include:i show-headers insecure:k ipv4:4
        ipv6:6 junk-session-cookies:j keepalive list-only:l location:L location-trusted mail-rcpt-allowfails manual:M
        metalink mptcp negotiate netrc:n netrc-optional next:: alpn buffer:N clobber no-alpn no-buffer no-clobber
        no-keepalive no-npn no-progress-meter no-sessionid npn ntlm ntlm-wb parallel:Z parallel-immediate path-as-is
        post301 post302 post303 progress-bar:# progress-meter proxy-anyauth proxy-basic proxy-ca-native proxy-digest
        proxy-http2 proxy-insecure proxy-negotiate proxy-ntlm proxy-ssl-allow-beast proxy-ssl-auto-client-cert
        proxy-tlsv1 proxytunnel:p raw remote-header-name:J remote-name:O remote-name-all remote-time:R remove-on-error
        retry-all-errors retry-connrefused sasl-ir sessionid show-error:S silent:s skip-existing socks5-basic
        socks5-gssapi socks5-gssapi-nec ssl ssl-allow-beast ssl-auto-client-cert ssl-no-revoke ssl-reqd
        ssl-revoke-best-effort sslv2:2 sslv3:3 styled-output suppress-connect-headers tcp-fastopen tcp-nodelay
        test-event tftp-no-options tlsv1:1 tlsv1.0 tlsv1.1 tlsv1.2 tlsv1.3 tr-encoding trace-ids trace-time use-ascii:B
        verbose:v version:V xattr
        """;

    private static readonly FrozenDictionary<string, CurlOption> ByName =
        Read(WithValue, takes: true).Concat(Read(Alone, takes: false)).ToFrozenDictionary(option => option.Name, StringComparer.Ordinal);

    private static readonly FrozenDictionary<char, CurlOption> ByLetter =
        ByName.Values.Where(option => option.Short is not null).ToFrozenDictionary(option => option.Short!.Value);

    public static IEnumerable<CurlOption> All => ByName.Values;

    public static CurlOption? Letter(char letter) => ByLetter.GetValueOrDefault(letter);

    /// <summary>By its name or an unambiguous beginning of it, as curl takes it; <c>no-</c> before a switch turns it off.</summary>
    public static CurlOption? Named(string name, out bool off)
    {
        off = false;
        if (Find(name) is { } option)
        {
            return option;
        }

        if (!name.StartsWith("no-", StringComparison.Ordinal) || Find(name[3..]) is not { Takes: false } positive)
        {
            return null;
        }

        off = true;
        return positive;
    }

    private static CurlOption? Find(string name)
    {
        if (ByName.TryGetValue(name, out var exact))
        {
            return exact;
        }

        var beginning = ByName.Values.Where(option => name.Length > 1 && option.Name.StartsWith(name, StringComparison.Ordinal)).Take(2).ToList();
        return beginning is [var only] ? only : null;
    }

    private static IEnumerable<CurlOption> Read(string table, bool takes) =>
        from entry in table.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
        let colon = entry.IndexOf(':', StringComparison.Ordinal)
        let name = colon < 0 ? entry : entry[..colon]
        select new CurlOption(name, colon < 0 ? null : entry[colon + 1], takes, CurlNotes.Of(name));
}
