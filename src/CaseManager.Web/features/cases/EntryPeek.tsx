import { Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql, read } from '../../gql';
import type { EntryShownFragment } from '../../gql/graphql';
import { useMarked } from '../../records/marking';
import { WholeMarking } from '../../records/Marks';
import { RecordLink } from '../../records/RecordLink';
import { useRights } from '../../records/useLists';
import { Faces, NotFound } from '../../ui/Faces';
import { useLive } from '../../ui/live';
import { ownZone } from '../../ui/settings';
import { clock, day, When } from '../../ui/When';
import { cityOf } from '../../ui/zones';
import { ChangeList } from './ChangeList';
import { EntryActs } from './EntryActs';
import type { Line } from './entries';
import { happened, lateDays } from './occurrence';

export const EntryShown = graphql(`
  fragment EntryShown on TimelineEntry {
    id version text tlp derived corrected tags precision occurredAt occurredUntil occurredZone occurredSaid occurredPart recordedAt
    marking { ...Marked }
    recordedBy { id name agency { id code } }
    originator { id code name }
    gradeSource gradeInformation gradeScheme sourceKind sourceReference
    attachments { name reference mediaType sha256 size }
    derivation { fact record { ...RecordNamed } }
    links(first: 20) { totalCount nodes { kind direction linkedAt reason linkedBy { id name } other { id ...RecordNamed } } }
    case { id number stage marking { ...Marked } }
    history { version recordedAt ...ChangeShown }
  }
`);

const Entry = graphql(`query Entry($id: ID!) { point timelineEntry(id: $id) { id ...EntryShown } }`);
const Changed = graphql(`subscription EntryChanged($case: ID!, $since: String) { timelineChanged(case: $case, since: $since) { id version } }`);

/** One entry in full, and what may be done with it; as it was recorded then when one looks back. */
export function EntryPeek({ id, then, asOf, correct }: { id: string; then?: Line; asOf?: string; correct: () => void }) {
  const [{ data, error }, ask] = useQuery({ query: Entry, variables: { id } });
  const found: EntryShownFragment | null | undefined = data && (data.timelineEntry ? read(EntryShown, data.timelineEntry) : null);
  const marking = found?.marking;
  const again = () => ask({ requestPolicy: 'network-only' });
  useMarked(useMemo(() => [marking], [marking]));
  useLive(Changed, { case: found?.case?.id ?? '' }, (told) => (!told || told.timelineChanged.id === id) && again(), found?.case && asOf === undefined ? data?.point : undefined);
  useRights(again, asOf === undefined ? data?.point : undefined);
  return (
    <Faces data={found} error={error} empty={<NotFound />}>
      {(entry) => <Shown entry={entry} then={then} asOf={asOf} correct={correct} again={again} />}
    </Faces>
  );
}

function Shown({ entry, then, asOf, correct, again }: { entry: EntryShownFragment; then?: Line; asOf?: string; correct: () => void; again: () => void }) {
  const { t, i18n } = useTranslation();
  const now = { ...entry, ...then };
  const late = lateDays(now);
  const known = (at: string) => asOf === undefined || at <= asOf;
  const history = entry.history.filter((change) => known(change.recordedAt));
  const links = (entry.links?.nodes ?? []).filter((link) => known(link.linkedAt));

  return (
    <Stack gap="md" className="entry">
      <div className="marks"><WholeMarking of={now.marking} />{now.derived && <span className="mark">{t('timeline.derivedMark')}</span>}{now.corrected && <span className="mark" data-strong>{t('timeline.corrected')}</span>}</div>
      <Text className="wrap">{now.text}</Text>
      <dl className="facts">
        <dt>{t('timeline.head.when')}</dt>
        <dd>
          <b>{day(i18n.language, now.occurredAt, now.occurredZone)}, {happened(t, i18n.language, now)}</b> <span className="quiet">{cityOf(now.occurredZone)}</span>
          {now.precision !== 'DAY' && <div className="quiet">{clock(i18n.language, now.occurredAt, 'UTC')} UTC</div>}
          {now.occurredSaid && <div>{t('timeline.said')} <q>{now.occurredSaid}</q></div>}
        </dd>
        <dt>{t('timeline.head.recordedAt')}</dt>
        <dd>
          <When at={now.recordedAt} zone={ownZone()} seconds /> <span className="quiet">{cityOf(ownZone())}</span>
          <div>{now.recordedBy?.name} <span className="quiet">{now.recordedBy?.agency?.code}</span></div>
          {late > 0 && <div className="late">{t('timeline.lateBy', { count: late })}</div>}
        </dd>
        {now.originator && <><dt>{t('timeline.head.originator')}</dt><dd>{now.originator.code} <span className="quiet">{entry.originator?.name}</span></dd></>}
        {now.sourceKind && <><dt>{t('timeline.head.source')}</dt><dd>{t(`sourceKind.${now.sourceKind}`)}{now.sourceReference && <> <code>{now.sourceReference}</code></>}</dd></>}
        {now.gradeSource && now.gradeScheme && <><dt>{t('timeline.head.grade')}</dt><dd><b>{now.gradeSource}{now.gradeInformation}</b> <span className="quiet">{t(`gradeScheme.${now.gradeScheme}`)}</span></dd></>}
        {entry.derivation && <><dt>{t('timeline.head.derivation')}</dt><dd>{entry.derivation.record ? <RecordLink of={entry.derivation.record} /> : t('records.unknown')} <code className="quiet">{entry.derivation.fact}</code></dd></>}
      </dl>
      <EntryActs entry={entry} links={links} readOnly={asOf !== undefined || entry.derived || entry.case?.stage === 'CLOSED'} correct={correct} again={again} />
      {history.length > 0 && (
        <section aria-labelledby="entry-history">
          <h3 id="entry-history" className="part">{t('timeline.history')}</h3>
          <ChangeList changes={history} />
        </section>
      )}
    </Stack>
  );
}
