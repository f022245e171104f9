import { Button } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '../../gql';
import { useAct } from '../../records/useAct';
import { LinkTo } from '../../ui/LinkTo';
import { ownZone } from '../../ui/settings';
import { clock } from '../../ui/When';
import { localIn } from '../../ui/zones';
import { wordOf } from './timelineWords';

const Since = graphql(`query SinceMyLastVisit($id: ID!) { case(id: $id) { id myLastVisit changedSinceMyLastVisit(first: 1) { totalCount } } }`);
const Visit = graphql(`mutation VisitCase($input: MarkCaseVisitedInput!) { markCaseVisited(input: $input) { clientMutationId errors { ...Trouble } } }`);

const looked = 5_000; // ms after which a case counts as visited

/** What others changed while one was away. To stay for a moment is a visit; the count stays as it was when one came. */
export function SinceLastVisit({ of, number }: { of: string; number: string }) {
  const { t, i18n } = useTranslation();
  const [{ data, fetching }] = useQuery({ query: Since, variables: { id: of }, requestPolicy: 'network-only' });
  const { act } = useAct(Visit);
  const [seen, setSeen] = useState(false);
  const [came, setCame] = useState<NonNullable<typeof data>['case']>();
  if (!came && !fetching && data?.case) setCame(data.case);

  const known = came !== undefined;
  useEffect(() => {
    if (!known) return;
    const timer = setTimeout(() => void act({ case: of }), looked);
    return () => clearTimeout(timer);
  }, [known, act, of]);

  const count = came?.changedSinceMyLastVisit?.totalCount ?? 0;
  if (seen || !came?.myLastVisit || count === 0) return null;
  const word = wordOf('changed-after').names[i18n.language === 'fr' ? 1 : 0];
  return (
    <div className="since no-print" role="status">
      <IconEye size={18} aria-hidden />
      <span>{t('since.changed', { count, at: clock(i18n.language, came.myLastVisit, ownZone()) })}</span>
      <LinkTo to="/cases/$number/timeline" params={{ number }} search={{ q: `${word}:${localIn(ownZone(), came.myLastVisit)}` }}>{t('since.show')}</LinkTo>
      <Button size="compact-xs" variant="subtle" onClick={() => setSeen(true)}>{t('since.seen')}</Button>
    </div>
  );
}
