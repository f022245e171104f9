import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '../../gql';
import type { TimelineEntryFilterInput } from '../../gql/graphql';
import { dated, parse, parts, type Term, withOnly } from '../../ui/filter';
import { Histogram } from '../../ui/Histogram';
import { useLive } from '../../ui/live';
import { ownZone } from '../../ui/settings';
import { localIn } from '../../ui/zones';
import { timelineWords, wordOf } from './timelineWords';

const Counted = graphql(`
  query TimelineCounted($case: ID!, $where: TimelineEntryFilterInput, $asOf: DateTime) {
    point
    case(id: $case) { id timelineHistogram(where: $where, buckets: 120, asOf: $asOf) { from until count } }
  }
`);
const Told = graphql(`subscription TimelineCountChanged($case: ID!, $since: String) { timelineChanged(case: $case, since: $since) { id version } }`);

/** How the entries that fit the rest of the filter lie in time; what is drawn over becomes its after: and before:. */
export function TimelineHistogram({ of, where, asOf, said, look }: {
  of: string; where: TimelineEntryFilterInput | null; asOf?: string; said: string; look: (said: string) => void;
}) {
  const { t, i18n } = useTranslation();
  const [{ data }, ask] = useQuery({ query: Counted, variables: { case: of, where, asOf } });
  const [soon, setSoon] = useState<ReturnType<typeof setTimeout>>();
  useLive(Told, { case: of }, () => {
    clearTimeout(soon);
    setSoon(setTimeout(() => ask({ requestPolicy: 'network-only' }), 1_000));
  }, asOf === undefined ? data?.point : undefined);

  const language = i18n.language === 'fr' ? 1 : 0;
  const day = (key: 'after' | 'before') => {
    const term = parts(parse(said, timelineWords).tree).find((part): part is Term => part.is === 'term' && part.word === key);
    return term && dated(term.value)?.slice(0, 10);
  };
  const dateOf = useCallback((moment: string) => localIn(ownZone(), moment), []);
  const spans = data?.case?.timelineHistogram ?? [];

  return (
    <Histogram
      spans={spans} from={day('after')} until={day('before')} dateOf={dateOf}
      choose={(from, until) => look(withOnly(withOnly(said, timelineWords, wordOf('after'), language, from), timelineWords, wordOf('before'), language, until))}
      texts={{
        title: t('histogram.title'), from: t('histogram.from'), until: t('histogram.until'), clear: t('histogram.clear'), table: t('histogram.table'),
        span: t('histogram.span'), count: t('histogram.count'), drag: t('histogram.drag'),
      }}
    />
  );
}
