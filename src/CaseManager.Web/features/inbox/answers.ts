import type { LinkProps } from '@tanstack/react-router';
import type { Item } from './items';

/** Where an item is answered. */
export function placeOf(item: Item): LinkProps | undefined {
  const record = item.record;
  switch (record?.__typename) {
    case 'Exhibit': return { to: '/exhibits/$id', params: { id: record.id }, search: { act: 'accept' } };
    case 'Operation': return { to: '/operations/$id', params: { id: record.id } };
    case 'InterestMatch':
    case 'InterestContact': return { to: '/interests' };
    case 'Site': return record.operation ? { to: '/operations/$id', params: { id: record.operation.id } } : undefined;
    case 'ReleaseRequest': return item.case ? { to: '/cases/$number/sharing', params: { number: item.case.number } } : undefined;
    case 'RevocationNotice': return undefined; // the case itself may be out of reach
    case 'EmergencyAccess': return { to: '/emergencies' };
    case 'ProbingNotice': return { to: '/read-log', search: { officer: record.officer?.id, from: record.since } };
    default: return item.case ? { to: '/cases/$number', params: { number: item.case.number } } : undefined;
  }
}

/** What it is called, what is said of it, and by whom. */
export function aboutOf(item: Item): { name: string; said?: string | null; by?: string } {
  const record = item.record;
  switch (record?.__typename) {
    case 'Task': return { name: record.taskTitle, by: record.createdBy?.name };
    case 'Case': return { name: `${record.caseNumber} ${item.case?.title ?? ''}`.trim(), said: record.closureReason, by: record.closureProposedBy?.name };
    case 'Exhibit': return { name: record.exhibitNumber, said: record.description, by: record.holder?.name };
    case 'Operation': return { name: record.operationName };
    case 'InterestMatch': return { name: record.words, said: record.purpose, by: record.asker?.name };
    case 'InterestContact': return { name: record.by?.name ?? '', said: record.message };
    case 'Site': return { name: `${record.operation?.name ?? ''} ${record.siteNumber}`.trim(), said: record.place };
    case 'ReleaseRequest': return item.kind === 'release.answered'
      ? { name: named(record.to), said: record.reply, by: record.answeredBy?.name } : { name: named(record.to), said: record.purpose, by: record.askedBy?.name };
    case 'RevocationNotice': return { name: record.revoked, said: record.reason, by: record.by?.name };
    case 'EmergencyAccess': return { name: record.officer?.name ?? '—', said: record.reason, by: record.taskForce?.code };
    case 'ProbingNotice': return { name: record.officer?.name ?? '—' };
    default: return { name: '' };
  }
}

const named = (agency?: { code: string; name: string } | null) => (agency ? `${agency.code} ${agency.name}` : '—');
