using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;

namespace ApiAdmin.Core.Access;

/// <summary>Seals the framework's data protection keys before they go into the database, where they would stand in clear.</summary>
internal sealed class RingXmlEncryptor(KeyRing ring) : IXmlEncryptor
{
    internal const string Place = "data_protection_keys|xml";

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var (ciphertext, nonce, tag) = Envelope.Seal(ring.DataProtection, plain, Place);
        var element = new XElement(
            "sealed",
            new XElement("nonce", Convert.ToBase64String(nonce)),
            new XElement("tag", Convert.ToBase64String(tag)),
            new XElement("ciphertext", Convert.ToBase64String(ciphertext)));
        return new EncryptedXmlInfo(element, typeof(RingXmlDecryptor));
    }
}

/// <summary>Made by the framework from the type's name in the stored key, with the services as its only argument.</summary>
internal sealed class RingXmlDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement)
    {
        byte[] Part(string name) => Convert.FromBase64String(encryptedElement.Element(name)!.Value);
        var ring = services.GetRequiredService<KeyRing>();
        var plain = new Envelope(Part("ciphertext"), Part("nonce"), Part("tag")).Open(ring.DataProtection, RingXmlEncryptor.Place);
        return XElement.Parse(Encoding.UTF8.GetString(plain));
    }
}
