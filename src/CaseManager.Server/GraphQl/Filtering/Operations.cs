using CaseManager.Server.Kernel.Reading;

namespace CaseManager.Server.GraphQl.Filtering;

/// <summary>Which comparisons a kind of column offers, in wire order.</summary>
internal static class Operations
{
    public static readonly Operator[] Equality = [Operator.Eq, Operator.Neq, Operator.In, Operator.Nin];

    public static readonly Operator[] Text =
    [
        Operator.Eq, Operator.Neq, Operator.Contains, Operator.Ncontains, Operator.In, Operator.Nin,
        Operator.StartsWith, Operator.NstartsWith, Operator.EndsWith, Operator.NendsWith,
    ];

    public static readonly Operator[] Order =
    [
        .. Equality, Operator.Gt, Operator.Ngt, Operator.Gte, Operator.Ngte, Operator.Lt, Operator.Nlt, Operator.Lte, Operator.Nlte,
    ];

    public static readonly Operator[] Flag = [Operator.Eq, Operator.Neq];

    public static readonly Operator[] List = [Operator.All, Operator.None, Operator.Some];

    public static bool TakesList(Operator of) => of is Operator.In or Operator.Nin;

    /// <summary>Only equality can be asked of null.</summary>
    public static bool TakesNull(Operator of) => of is Operator.Eq or Operator.Neq;
}
