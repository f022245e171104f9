using System.Reflection;
using System.Reflection.Emit;

namespace CaseManager.Repo.Tests.Support;

/// <summary>Which members a method's body calls, read from its instructions.</summary>
internal static class Calls
{
    private static readonly Dictionary<short, OpCode> _codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(f => (OpCode)f.GetValue(null)!).ToDictionary(code => code.Value);

    public static IEnumerable<MethodBase> Of(MethodBase method)
    {
        var body = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (var at = 0; at < body.Length;)
        {
            var code = body[at] == 0xFE ? _codes[(short)(0xFE00 | body[++at])] : _codes[body[at]];
            at++;
            if (code.OperandType == OperandType.InlineMethod && Resolve(method, BitConverter.ToInt32(body, at)) is { } called)
                yield return called;
            at += Size(code.OperandType, body, at);
        }
    }

    private static MethodBase? Resolve(MethodBase from, int token) =>
        from.Module.ResolveMethod(token,
            from.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : null,
            from.IsGenericMethod ? from.GetGenericArguments() : null);

    private static int Size(OperandType operand, byte[] body, int at) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(body, at)),
        _ => 4,
    };
}
