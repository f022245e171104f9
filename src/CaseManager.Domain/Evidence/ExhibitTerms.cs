namespace CaseManager.Domain.Evidence;

/// <summary>What sort of thing an exhibit is.</summary>
public enum ExhibitKind
{
    /// <summary>A drug, a precursor or another chemical.</summary>
    Substance,

    /// <summary>A phone, a computer, a carrier of data.</summary>
    DigitalDevice,

    /// <summary>Data taken or copied: an image, an extract.</summary>
    DigitalData,
    Document,
    Cash,
    Weapon,
    Vehicle,

    /// <summary>What production takes: presses, dies, glassware.</summary>
    Equipment,
    Biological,
    Other,
}
