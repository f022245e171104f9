import { graphql } from '../../gql';
import type { ExhibitLineFragment } from '../../gql/graphql';
import { OfficerName } from '../../records/OfficerName';
import { Ago } from '../../ui/Ago';
import type { Column } from '../../ui/Grid';
import { LinkTo } from '../../ui/LinkTo';
import { TlpBadge } from '../../ui/Marking';
import { When } from '../../ui/When';
import { CustodyState } from './CustodyState';
import { KindIcon } from './KindIcon';

export const ExhibitLine = graphql(`
  fragment ExhibitLine on Exhibit {
    id number item description kind status seal place due overdue provisional tlp recordedAt
    case { id number } holder { id name } holderAgency { id code } offeredTo { id name }
  }
`);

const columnsOf = (all: boolean): readonly Column<ExhibitLineFragment>[] => [
  {
    id: 'number', head: 'exhibits.head.number', name: true, sorts: true, short: true,
    cell: (exhibit) => (
      <>
        <LinkTo to="/exhibits/$id" params={{ id: exhibit.id }} fw={600} tabIndex={-1}>{all ? exhibit.number.split('/').at(-1) : `E-${exhibit.item}`}</LinkTo>
        {all && <div className="quiet">{exhibit.case?.number}</div>}
      </>
    ),
  },
  {
    id: 'description', head: 'exhibits.head.description', sorts: true, grows: true,
    cell: ({ description, tlp, provisional }, t) => (
      <>
        <div className="clamp">{description}</div>
        <div className="marks"><TlpBadge tlp={tlp} />{provisional && <span className="provisional">{t('exhibits.provisional')}</span>}</div>
      </>
    ),
  },
  { id: 'kind', head: 'exhibits.head.kind', sorts: true, cell: ({ kind }, t) => <span className="sign"><KindIcon kind={kind} /> {t(`exhibitKind.${kind}`)}</span> },
  {
    id: 'status', head: 'exhibits.head.status', sorts: true,
    cell: ({ status, overdue, offeredTo }, t) => (
      <>
        <CustodyState status={status} overdue={overdue} />
        {offeredTo && <div className="quiet">{t('exhibits.offeredTo', { name: offeredTo.name })}</div>}
      </>
    ),
  },
  { id: 'holderAgency', head: 'exhibits.head.holderAgency', sorts: true, cell: ({ holder, holderAgency }) => <OfficerName of={holder} agency={holderAgency} /> },
  { id: 'due', head: 'exhibits.head.due', sorts: true, short: true, unsaid: true, cell: ({ due }) => due && <Ago at={due} /> },
  { id: 'seal', head: 'exhibits.head.seal', sorts: true, short: true, wide: true, cell: ({ seal }) => <span className="mono">{seal}</span> },
  { id: 'place', head: 'exhibits.head.place', sorts: true, wide: true, cell: ({ place }) => <div className="clamp quiet">{place}</div> },
  { id: 'recordedAt', head: 'exhibits.head.recordedAt', sorts: true, spare: true, short: true, unsaid: true, cell: ({ recordedAt }) => <When at={recordedAt} /> },
];

/** Of one case, whose number is in the head of the page. */
export const columnsOfCase = columnsOf(false);
export const columnsOfAll = columnsOf(true);
