using System.Reflection;
using System.Reflection.Emit;

namespace PlanIngest.Tests.Architecture;

/// <summary>What the compiled code of an assembly calls, read from its IL: the fence needs no package.</summary>
public static class CalledMembers
{
    private const BindingFlags Own =
        BindingFlags.Public
        | BindingFlags.NonPublic
        | BindingFlags.Static
        | BindingFlags.Instance
        | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    /// <summary>Each type of the assembly with the members its methods' bodies name.</summary>
    public static IEnumerable<(Type Caller, MemberInfo Called)> Of(Assembly assembly) =>
        from type in assembly.GetTypes()
        from method in type.GetMethods(Own).Cast<MethodBase>().Concat(type.GetConstructors(Own))
        from called in InBody(method)
        select (type, called);

    private static IEnumerable<MemberInfo> InBody(MethodBase method)
    {
        var il = method.GetMethodBody()?.GetILAsByteArray();
        if (il is null)
        {
            yield break;
        }
        var at = 0;
        while (at < il.Length)
        {
            var code = il[at] == 0xFE ? Codes[(short)(0xFE00 | il[at + 1])] : Codes[il[at]];
            at += code.Size;
            if (
                code.OperandType
                is OperandType.InlineMethod
                    or OperandType.InlineField
                    or OperandType.InlineType
                    or OperandType.InlineTok
            )
            {
                var member = method.Module.ResolveMember(
                    BitConverter.ToInt32(il, at),
                    method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null,
                    method.IsGenericMethod ? method.GetGenericArguments() : null
                );
                if (member is not null)
                {
                    yield return member;
                }
            }
            at += OperandSize(code, il, at);
        }
    }

    private static int OperandSize(OpCode code, byte[] il, int at) =>
        code.OperandType switch
        {
            OperandType.InlineNone => 0,
            OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
            OperandType.InlineVar => 2,
            OperandType.InlineI8 or OperandType.InlineR => 8,
            OperandType.InlineSwitch => 4 + 4 * BitConverter.ToInt32(il, at),
            _ => 4,
        };
}
