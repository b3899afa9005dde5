using System.Reflection;
using System.Runtime.CompilerServices;
using FlowSim.Simulator.Kernel;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace FlowSim.Tests.Mutation;

/// <summary>
/// Which mutant of the mutated engine is on, and which mutants were passed. Stryker's own switch asks files and takes locks at every mutant passed, which
/// makes the engine twenty times slower; it is replaced by one comparison.
/// </summary>
internal sealed class MutantSwitch
{
    public const int None = -1;

    private const string TypeName = "MutantsOfTheEngine";
    private const int MostMutants = 1 << 16;

    private readonly FieldInfo active;
    private readonly byte[] passed = new byte[MostMutants];

    /// <exception cref="InvalidOperationException">The engine beside this program is not a mutated one.</exception>
    public MutantSwitch()
    {
        var type = typeof(Replication).Assembly.GetType(TypeName)
            ?? throw new InvalidOperationException("FlowSim.Simulator.dll beside this program has no mutants in it");
        active = type.GetField("Active")!;
        TurnOn(None);
        type.GetField("Passed")!.SetValue(null, passed);
    }

    /// <summary>Writes Stryker's mutated engine with the quick switch in it.</summary>
    /// <param name="notes">Whether the engine notes the mutants that it passes, which takes time.</param>
    public static void Install(string mutatedEngine, string result, bool notes)
    {
        using var module = ModuleDefinition.ReadModule(mutatedEngine);
        var fields = new TypeDefinition("", TypeName, Mono.Cecil.TypeAttributes.Public | Mono.Cecil.TypeAttributes.BeforeFieldInit, module.TypeSystem.Object);
        const Mono.Cecil.FieldAttributes PublicStatic = Mono.Cecil.FieldAttributes.Public | Mono.Cecil.FieldAttributes.Static;
        var passedField = new FieldDefinition("Passed", PublicStatic, new ArrayType(module.TypeSystem.Byte));
        var activeField = new FieldDefinition("Active", PublicStatic, module.TypeSystem.Int32);
        fields.Fields.Add(passedField);
        fields.Fields.Add(activeField);
        module.Types.Add(fields);
        var control = module.Types.Single(type => type.Name == "MutantControl");
        control.Methods.Remove(control.Methods.Single(method => method.IsConstructor && method.IsStatic));
        var isActive = control.Methods.Single(method => method.Name == "IsActive");
        isActive.AggressiveInlining = true;
        var body = isActive.Body;
        body.Instructions.Clear();
        body.Variables.Clear();
        body.ExceptionHandlers.Clear();
        Fill(body.GetILProcessor(), notes ? passedField : null, activeField);
        module.Write(result);
    }

    public void TurnOn(int mutant) => active.SetValue(null, mutant);

    /// <summary>Mutants that the action passes, in order.</summary>
    public int[] PassedBy(Action action)
    {
        Array.Clear(passed);
        action();
        return [.. Enumerable.Range(0, MostMutants).Where(mutant => passed[mutant] != 0)];
    }

    /// <summary>Sets every static field of the engine: mutants passed then are passed once in a process.</summary>
    public static void SetStaticFields()
    {
        foreach (var type in typeof(Replication).Assembly.GetTypes().Where(type => !type.ContainsGenericParameters))
        {
            RuntimeHelpers.RunClassConstructor(type.TypeHandle);
        }
    }

    /// <summary>Passed[id] = 1 where that is noted; return id == Active.</summary>
    private static void Fill(ILProcessor code, FieldDefinition? passed, FieldDefinition active)
    {
        if (passed is not null)
        {
            code.Emit(OpCodes.Ldsfld, passed);
            code.Emit(OpCodes.Ldarg_0);
            code.Emit(OpCodes.Ldc_I4_1);
            code.Emit(OpCodes.Stelem_I1);
        }

        code.Emit(OpCodes.Ldarg_0);
        code.Emit(OpCodes.Ldsfld, active);
        code.Emit(OpCodes.Ceq);
        code.Emit(OpCodes.Ret);
    }
}
