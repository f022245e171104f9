import type { LinkProps } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { graphql } from '../gql';
import type { RecordNamedFragment } from '../gql/graphql';

export const RecordNamed = graphql(`
  fragment RecordNamed on Node {
    __typename id
    ... on Case { caseNumber: number caseTitle: title }
    ... on TimelineEntry { said: text case { id number } }
    ... on Exhibit { exhibitNumber: number description }
    ... on Task { taskTitle: title case { id number } }
    ... on Operation { operationName: name }
    ... on Site { siteNumber: number place operation { id name } }
    ... on PartnerSite { siteNumber: number operation { id name } }
    ... on Officer { name }
    ... on Agency { agencyName: name agencyCode: code }
    ... on TaskForce { forceName: name forceCode: code }
  }
`);

/** Where a record's page is; nothing for those that have none. */
export function placeOf(record: RecordNamedFragment): LinkProps | undefined {
  switch (record.__typename) {
    case 'Case': return { to: '/cases/$number', params: { number: record.caseNumber } };
    case 'TimelineEntry': return record.case ? { to: '/cases/$number/timeline', params: { number: record.case.number }, search: { entry: record.id } } : undefined;
    case 'Exhibit': return { to: '/exhibits/$id', params: { id: record.id } };
    case 'Task': return record.case ? { to: '/cases/$number/tasks', params: { number: record.case.number } } : undefined;
    case 'Operation': return { to: '/operations/$id', params: { id: record.id } };
    case 'Site': return record.operation ? { to: '/operations/$id', params: { id: record.operation.id } } : undefined;
    default: return undefined;
  }
}

/** The name people call a record by. */
export function nameOf(t: TFunction, record: RecordNamedFragment): string {
  switch (record.__typename) {
    case 'Case': return `${record.caseNumber} ${record.caseTitle}`;
    case 'TimelineEntry': return short(record.said);
    case 'Exhibit': return `${record.exhibitNumber} ${short(record.description)}`;
    case 'Task': return record.taskTitle;
    case 'Operation': return record.operationName;
    case 'Site': return `${record.operation?.name ?? ''} ${record.siteNumber} ${record.place}`.trim();
    case 'PartnerSite': return `${record.operation?.name ?? ''} ${record.siteNumber}`.trim();
    case 'Officer': return record.name;
    case 'Agency': return `${record.agencyCode} ${record.agencyName}`;
    case 'TaskForce': return `${record.forceCode} ${record.forceName}`;
    default: return t('records.unknown');
  }
}

const short = (text: string) => (text.length > 90 ? `${text.slice(0, 88)}…` : text);
