using System.Numerics;
using GraphQL.Types;
using GraphQL;

namespace CaseManager.Server.GraphQl.Scalars;

internal sealed class LongScalar : LongGraphType
{
    public LongScalar()
    {
        Name = "Long";
        Description = "A whole number of 64 bits.";
        this.ApplyDirective("specifiedBy", "url", "https://scalars.graphql.org/chillicream/long.html");
    }
}

internal sealed class DecimalScalar : DecimalGraphType
{
    public DecimalScalar()
    {
        Name = "Decimal";
        Description = "A decimal number, exact to 28 digits.";
        this.ApplyDirective("specifiedBy", "url", "https://scalars.graphql.org/chillicream/decimal.html");
    }

    /// <summary>Request numbers arrive in the narrowest type that holds them.</summary>
    public override object? ParseValue(object? value) => value is BigInteger or double ? base.ParseValue(Convert.ToDecimal(value, null)) : base.ParseValue(value);
}
