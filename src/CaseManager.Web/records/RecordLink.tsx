import { useTranslation } from 'react-i18next';
import { graphql, read, type FragmentType } from '../gql';
import { LinkTo } from '../ui/LinkTo';

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

/** A record by the name people call it, leading to its page. */
export function RecordLink({ of }: { of: FragmentType<typeof RecordNamed> }) {
  const { t } = useTranslation();
  const record = read(RecordNamed, of);
  switch (record.__typename) {
    case 'Case': return <LinkTo to="/cases/$number" params={{ number: record.caseNumber }}>{record.caseNumber} {record.caseTitle}</LinkTo>;
    case 'TimelineEntry': return record.case
      ? <LinkTo to="/cases/$number/timeline" params={{ number: record.case.number }} search={{ entry: record.id }}>{short(record.said)}</LinkTo> : <>{short(record.said)}</>;
    case 'Exhibit': return <LinkTo to="/exhibits/$id" params={{ id: record.id }}>{record.exhibitNumber} {short(record.description)}</LinkTo>;
    case 'Task': return record.case ? <LinkTo to={'/cases/$number/tasks' as never} params={{ number: record.case.number } as never}>{record.taskTitle}</LinkTo> : <>{record.taskTitle}</>;
    case 'Operation': return <LinkTo to="/operations/$id" params={{ id: record.id }}>{record.operationName}</LinkTo>;
    case 'Site': return record.operation
      ? <LinkTo to="/operations/$id" params={{ id: record.operation.id }}>{record.operation.name} {record.siteNumber} {record.place}</LinkTo> : <>{record.siteNumber} {record.place}</>;
    case 'PartnerSite': return <>{record.operation?.name} {record.siteNumber}</>;
    case 'Officer': return <>{record.name}</>;
    case 'Agency': return <>{record.agencyCode} {record.agencyName}</>;
    case 'TaskForce': return <>{record.forceCode} {record.forceName}</>;
    default: return <>{t('records.unknown')}</>;
  }
}

const short = (text: string) => (text.length > 90 ? `${text.slice(0, 88)}…` : text);
