using CaseManager.Domain.Kernel;

namespace CaseManager.Domain.Access;

/// <summary>Sets up a compartment of the acting officer's agency, who becomes its control officer.</summary>
/// <param name="Name">Tells nothing of what stands in it to those who hear it by chance. Two may have the same: a name that is taken would tell of the other.</param>
public sealed record EstablishCompartment(CompartmentId Compartment, string Name)
{
    public const int LongestName = 100;

    public static Decision<ICompartmentFact> Decide(Acting by, EstablishCompartment command) =>
        Text.Check(command.Name, LongestName, "name") is { } badName
            ? badName
            : Decision<ICompartmentFact>.Accept(new CompartmentEstablished(command.Compartment, command.Name, by.Agency));
}
