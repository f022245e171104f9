import { Badge } from '@mantine/core';
import { graphql } from '../../gql';
import type { CaseLineFragment } from '../../gql/graphql';
import { OfficerName } from '../../records/OfficerName';
import type { Column } from '../../ui/Grid';
import { LinkTo } from '../../ui/LinkTo';
import { TlpBadge } from '../../ui/Marking';
import { ownZone } from '../../ui/settings';
import { When } from '../../ui/When';

export const CaseLine = graphql(`
  fragment CaseLine on Case { id number title stage priority tlp closureProposedAt openedAt changedAt lead { id name } leadAgency { id code } }
`);

/** What happened last comes first. */
export const usual = '-changedAt';

export const caseColumns: readonly Column<CaseLineFragment>[] = [
  {
    id: 'number', head: 'cases.head.number', name: true, sorts: true, short: true,
    cell: ({ number }) => <LinkTo to="/cases/$number" params={{ number }} fw={600} tabIndex={-1}>{number}</LinkTo>,
  },
  { id: 'title', head: 'cases.head.title', sorts: true, grows: true, cell: ({ title, tlp }) => <>{title} <TlpBadge tlp={tlp} /></> },
  {
    id: 'stage', head: 'cases.head.stage', sorts: true,
    cell: ({ stage, closureProposedAt }, t) => <>{t(`stage.${stage}`)} {closureProposedAt && <Badge size="sm" color="yellow">{t('cases.closing')}</Badge>}</>,
  },
  { id: 'priority', head: 'cases.head.priority', sorts: true, short: true, cell: ({ priority }, t) => <span className="priority" data-priority={priority}>{t(`priority.${priority}`)}</span> },
  { id: 'leadAgency', head: 'cases.head.leadAgency', sorts: true, cell: ({ lead, leadAgency }) => <OfficerName of={lead} agency={leadAgency} /> },
  { id: 'openedAt', head: 'cases.head.openedAt', sorts: true, spare: true, short: true, unsaid: true, cell: ({ openedAt }) => <When at={openedAt} zone={ownZone()} /> },
  { id: 'changedAt', head: 'cases.head.changedAt', sorts: true, short: true, unsaid: true, cell: ({ changedAt }) => <When at={changedAt} zone={ownZone()} /> },
];
