namespace CaseManager.Server.GraphQl;

/// <summary>Codes of top-level errors; where HotChocolate has a code for the case, it is that one, so that its clients know it.</summary>
internal static class Codes
{
    public const string NotAuthenticated = "AUTH_NOT_AUTHENTICATED";
    public const string NotAuthorized = "AUTH_NOT_AUTHORIZED";
    public const string BadRequest = "BAD_REQUEST";
    public const string TooLarge = "REQUEST_TOO_LARGE";
    public const string Unavailable = "SERVICE_UNAVAILABLE";
    public const string NotRecorded = "READ_NOT_RECORDED";
    public const string Unexpected = "INTERNAL_ERROR";
    public const string Filter = "FILTER_INVALID";
    public const string Guard = "DOCUMENT_TOO_COMPLEX";
    public const string InvalidValue = "INVALID_VALUE";
    public const string PointTooOld = "POINT_TOO_OLD";
    public const string Method = "METHOD_NOT_ALLOWED";
    public const string Syntax = "HC0014";
    public const string NullInNonNull = "HC0018";
    public const string UnknownDocument = "HC0020";
    public const string Deadline = "HC0045";
    public const string IntrospectionOff = "HC0046";
    public const string Cost = "HC0047";
    public const string Budget = "COST_BUDGET_SPENT";
    public const string OneOf = "HC0054";
    public const string PageTooLarge = "HC0051";
    public const string PageBoundary = "HC0052";
    public const string OnlyTrustedDocuments = "HC0067";
    public const string TooManyNodes = "HC0076";
    public const string Preflight = "HC0077";
    public const string BadCursor = "HC0078";
    public const string PageBelowZero = "HC0079";
}
