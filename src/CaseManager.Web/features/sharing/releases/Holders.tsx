import { Text, Title } from '@mantine/core';
import { IconHourglassLow } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { graphql, read, type FragmentType } from '../../../gql';
import type { CaseHoldersFragment } from '../../../gql/graphql';
import { ago, useMinutes } from '../../../ui/Ago';
import '../../../ui/grid.css';
import { ownZone } from '../../../ui/settings';
import { When } from '../../../ui/When';

export const CaseHolders = graphql(`
  fragment CaseHolders on Case {
    holders: team(first: 50) { totalCount nodes { officer { id name agency { id code name } } roles { role from until } } }
  }
`);

type Holder = NonNullable<NonNullable<CaseHoldersFragment['holders']>['nodes']>[number];

const soon = 14 * 86_400_000;

/** The officers with a role on the case, each agency's together, and whose role ends soon. */
export function Holders({ of }: { of: FragmentType<typeof CaseHolders> }) {
  const { t } = useTranslation();
  const { holders } = read(CaseHolders, of);
  const nodes = holders?.nodes ?? [];
  const agencies = [...new Map(nodes.flatMap(({ officer }) => (officer?.agency ? [[officer.agency.id, officer.agency] as const] : []))).values()].toSorted((a, b) => a.code.localeCompare(b.code));
  return (
    <section aria-labelledby="holders">
      <Title order={2} size="h4" id="holders" mb="xs">{t('caseSharing.holders')}</Title>
      <div className="table-scroll">
        <table className="grid">
          <thead><tr>{(['officer', 'role', 'since', 'until'] as const).map((head) => <th key={head} scope="col">{t(`caseSharing.${head}`)}</th>)}</tr></thead>
          {agencies.map(({ id, code, name }) => (
            <tbody key={id}>
              <tr className="of-agency"><th colSpan={4} scope="rowgroup">{code} <span className="quiet">{name}</span></th></tr>
              {nodes.filter(({ officer }) => officer?.agency?.id === id).map((one) => <Rows key={one.officer?.id} of={one} />)}
            </tbody>
          ))}
        </table>
      </div>
      {holders && holders.totalCount > nodes.length && <Text size="sm" c="dimmed">{t('caseSharing.more', { count: holders.totalCount - nodes.length })}</Text>}
    </section>
  );
}

function Rows({ of: { officer, roles } }: { of: Holder }) {
  const { t, i18n } = useTranslation();
  const now = useMinutes();
  return roles.map(({ role, from, until }, at) => (
    <tr key={`${role} ${from}`}>
      <th scope="row"><span className={at > 0 ? 'sr' : undefined}>{officer?.name}</span></th>
      <td>{t(`role.${role}`)}</td>
      <td className="nowrap" data-head={t('caseSharing.since')}><When at={from} zone={ownZone()} /></td>
      <td data-head={until ? t('caseSharing.until') : undefined}>
        {until ? <When at={until} zone={ownZone()} /> : <span className="quiet">{t('caseSharing.open')}</span>}
        {until && Date.parse(until) - now < soon && <> <span className="ends"><IconHourglassLow size={14} aria-hidden /> {t('caseSharing.ends', { when: ago(i18n.language, until, now) })}</span></>}
      </td>
    </tr>
  ));
}
