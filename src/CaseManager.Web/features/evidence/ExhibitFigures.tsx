import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '../../gql';
import { useLists } from '../../records/useLists';
import { filterOf, type Which } from './exhibitFilter';

const Figures = graphql(`
  query ExhibitFigures($where: ExhibitFilterInput, $overdue: ExhibitFilterInput, $held: ExhibitFilterInput, $offered: ExhibitFilterInput) {
    point
    status: exhibitFigures(by: STATUS, where: $where) { key count }
    provisional: exhibitFigures(by: PROVISIONAL, where: $where) { key count }
    overdue: exhibits(first: 0, where: $overdue) { totalCount }
    held: exhibits(first: 0, where: $held) { totalCount }
    offered: exhibits(first: 0, where: $offered) { totalCount }
  }
`);

type Choice = { name: 'all' | 'offered' | 'held' | 'inTransit' | 'overdue' | 'provisional'; count?: number; which: Which };

/** How many there are of what matters; each number shows its exhibits. */
export function ExhibitFigures({ of, me, which, change }: { of?: string; me: string; which: Which; change: (next: Which) => void }) {
  const { t } = useTranslation();
  const [{ data }, ask] = useQuery({
    query: Figures,
    variables: {
      where: filterOf({}, of), overdue: filterOf({ overdue: true }, of), held: filterOf({ who: 'held' }, of, me), offered: filterOf({ who: 'offered' }, of, me),
    },
  });
  useLists(['Exhibit'], () => ask({ requestPolicy: 'network-only' }), data?.point);
  const counted = (figures: { key?: string | null; count: number }[] | undefined, key: string) => figures && (figures.find((f) => f.key === key)?.count ?? 0);
  const choices: Choice[] = [
    { name: 'all', count: data?.status.reduce((sum, f) => sum + f.count, 0), which: {} },
    { name: 'offered', count: data?.offered?.totalCount, which: { who: 'offered' } },
    { name: 'held', count: data?.held?.totalCount, which: { who: 'held' } },
    { name: 'inTransit', count: counted(data?.status, 'IN_TRANSIT'), which: { status: 'IN_TRANSIT' } },
    { name: 'overdue', count: data?.overdue?.totalCount, which: { overdue: true } },
    { name: 'provisional', count: counted(data?.provisional, 'true'), which: { provisional: true } },
  ];
  const free = !which.who && !which.status && !which.overdue && !which.provisional;
  const chosen = choices.findLast(({ name, which: one }) => (name === 'all' ? free : Object.entries(one).every(([key, value]) => which[key as keyof Which] === value)))?.name;

  return (
    <div className="figures no-print" role="group" aria-label={t('exhibits.figures')}>
      {choices.map(({ name, count, which: one }) => (
        <UnstyledButton
          key={name} className="figure" data-alarm={name === 'overdue' && Boolean(count)} aria-pressed={chosen === name}
          onClick={() => change({ who: undefined, status: undefined, overdue: undefined, provisional: undefined, transit: undefined, ...(chosen === name ? {} : one) })}
        >
          <span className="number">{count ?? '–'}</span> <span>{t(`exhibits.figure.${name}`)}</span>
        </UnstyledButton>
      ))}
    </div>
  );
}
