import { graphql } from '../../gql';
import type { Tlp, WaitingItemFragment } from '../../gql/graphql';

export const WaitingItem = graphql(`
  fragment WaitingItem on InboxItem {
    kind since due overdue
    case { id number title tlp }
    record {
      __typename
      ... on Task { id version taskTitle: title status mandatory createdBy { id name } }
      ... on Case { id caseNumber: number closureReason closureProposedBy { id name } }
      ... on Exhibit { id exhibitNumber: number description holder { id name } }
      ... on Operation { id operationName: name hHour }
      ... on EmergencyAccess { id reason from until officer { id name } taskForce { id code } }
      ... on ProbingNotice { id lookUps since officer { id name } }
      ... on InterestMatch { id words purpose asker { id name } }
      ... on InterestContact { id message by { id name } }
      ... on ReleaseRequest { id release: status purpose reply: answer to { id code name } askedBy { id name } answeredBy { id name } }
      ... on RevocationNotice { id revoked: number reason by { id name } }
      ... on Site { id siteNumber: number place operation { id name } }
    }
  }
`);

export type Item = WaitingItemFragment;

/** How it is marked: as its case is; a notice is for those it names alone. */
export const tlpsOf = (item: Item): Tlp[] => (item.record?.__typename === 'RevocationNotice' ? ['RED'] : item.case ? [item.case.tlp] : []);

/** What an item is about; the inbox of tomorrow may hold what this app does not know yet. */
export const keyOf = (item: Item) => `${item.kind} ${item.record && 'id' in item.record ? item.record.id : item.since}`;

const groups = ['overdue', 'today', 'later'] as const;

/** What is late, what is for today (and what waits without a time), and what may wait. */
export function grouped(items: readonly Item[], now: Date) {
  const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1).getTime();
  const groupOf = (item: Item) => {
    if (item.overdue || (item.due && Date.parse(item.due) < now.getTime())) return 'overdue';
    return !item.due || Date.parse(item.due) < midnight ? 'today' : 'later';
  };
  return groups.map((name) => ({ name, items: items.filter((item) => groupOf(item) === name) })).filter((group) => group.items.length > 0);
}
