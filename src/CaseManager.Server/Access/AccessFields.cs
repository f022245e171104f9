using CaseManager.Server.Kernel.Reading;
using CaseManager.Server.Kernel.Wire;

namespace CaseManager.Server.Access;

/// <summary>Further fields of the directories' types.</summary>
public static class AccessFields
{
    public static class OfAgency
    {
        /// <summary>All that happened to the record, with old and new values.</summary>
        public static Task<IReadOnlyList<Change>> History(AgencyRow agency, IReader reader, CancellationToken cancel) =>
            reader.History(agency.Key, cancel);
    }

    public static class OfOfficer
    {
        /// <summary>What the officer holds on the cases and in the task forces that the caller may see.</summary>
        public static Loaded<Page<GrantRow>> Grants(OfficerRow officer, Where<GrantRow>? where, PageArgs page, IReader reader) =>
            reader.PageOf<GrantRow>("officer", officer.Key, null, where, null, page);

        /// <summary>All that happened to the record, with old and new values.</summary>
        public static Task<IReadOnlyList<Change>> History(OfficerRow officer, IReader reader, CancellationToken cancel) =>
            reader.History(officer.Key, cancel);
    }

    public static class OfTaskForce
    {
        /// <summary>Who holds which role in the task force.</summary>
        public static Loaded<Page<GrantRow>> Members(TaskForceRow taskForce, PageArgs page, IReader reader) =>
            reader.PageOf<GrantRow>("taskForce", taskForce.Key, null, null, null, page);

        /// <summary>All that happened to the record, with old and new values.</summary>
        public static Task<IReadOnlyList<Change>> History(TaskForceRow taskForce, IReader reader, CancellationToken cancel) =>
            reader.History(taskForce.Key, cancel);
    }

    public static class OfCompartment
    {
        /// <summary>Who is read into it, or was.</summary>
        public static Loaded<Page<GrantRow>> Insiders(CompartmentRow compartment, PageArgs page, IReader reader) =>
            reader.PageOf<GrantRow>("compartment", compartment.Key, null, null, null, page);

        /// <summary>All that happened to the record, with old and new values.</summary>
        public static Task<IReadOnlyList<Change>> History(CompartmentRow compartment, IReader reader, CancellationToken cancel) =>
            reader.History(compartment.Key, cancel);
    }

    public static class OfGrant
    {
        /// <summary>All that happened to the record, with old and new values.</summary>
        public static Task<IReadOnlyList<Change>> History(GrantRow grant, IReader reader, CancellationToken cancel) =>
            reader.History(grant.Key, cancel);
    }
}
