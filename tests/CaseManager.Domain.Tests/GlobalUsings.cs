global using AgencyStory = CaseManager.Domain.Tests.Support.Story<CaseManager.Domain.Access.Agency, CaseManager.Domain.Access.IAgencyFact>;
global using CaseStory = CaseManager.Domain.Tests.Support.Story<CaseManager.Domain.Cases.CaseFile, CaseManager.Domain.Cases.ICaseFact>;
global using EntryStory = CaseManager.Domain.Tests.Support.Story<CaseManager.Domain.Cases.TimelineEntry, CaseManager.Domain.Cases.IEntryFact>;
global using GrantStory = CaseManager.Domain.Tests.Support.Story<CaseManager.Domain.Access.Grant, CaseManager.Domain.Access.IGrantFact>;
global using OperationStory = CaseManager.Domain.Tests.Support.Story<CaseManager.Domain.Operations.Operation, CaseManager.Domain.Operations.IOperationFact>;
global using SiteStory = CaseManager.Domain.Tests.Support.Story<CaseManager.Domain.Operations.Site, CaseManager.Domain.Operations.ISiteFact>;
global using OfficerStory = CaseManager.Domain.Tests.Support.Story<CaseManager.Domain.Access.Officer, CaseManager.Domain.Access.IOfficerFact>;
global using TaskForceStory = CaseManager.Domain.Tests.Support.Story<CaseManager.Domain.Access.TaskForce, CaseManager.Domain.Access.ITaskForceFact>;
global using Xunit;
