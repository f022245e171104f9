using CaseManager.Domain.Kernel;

namespace CaseManager.Server.Kernel.Writing;

/// <summary>What may be known of a site by those who say that something was taken there, told from its facts and its operation's.</summary>
/// <returns>Null when there is no such site.</returns>
public delegate SiteBrief? BriefSite(IEnumerable<IFact> site, IEnumerable<IFact> operation);

/// <summary>Adds to the deed of a seizure where the exhibit was taken, for those alone who may read both.</summary>
public delegate Deed LinkSeizure(Deed seizure, ExhibitId exhibit, Label label, SiteBrief at);
