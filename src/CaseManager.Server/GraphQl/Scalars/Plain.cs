namespace CaseManager.Server.GraphQl.Scalars;

internal sealed class UuidScalar() : WireScalar<Guid>(
    "UUID", "https://tools.ietf.org/html/rfc4122", "A UUID in its canonical form of 36 characters.")
{
    protected override string Write(Guid value) => value.ToString("D");

    protected override bool TryRead(string text, out Guid value) => Guid.TryParseExact(text, "D", out value);
}

internal sealed class UrlScalar() : WireScalar<Uri>(
    "URL", "https://tools.ietf.org/html/rfc3986", "An absolute URL.")
{
    protected override string Write(Uri value) => value.ToString();

    protected override bool TryRead(string text, out Uri value) => Uri.TryCreate(text, UriKind.Absolute, out value!);
}
