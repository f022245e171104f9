import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql, read } from '../../gql';
import type { EmergencyShownFragment, EmergencyVerdict } from '../../gql/graphql';
import { ActForm } from '../../records/ActForm';
import { BreakGlass } from '../../records/BreakGlass';
import { useAct } from '../../records/useAct';
import { useLists } from '../../records/useLists';
import { useOversight } from '../../records/useOversight';
import { useMinutes } from '../../ui/Ago';
import { Empty, Faces } from '../../ui/Faces';
import '../../ui/grid.css';
import { useKeys } from '../../ui/keys';
import { useMarking } from '../../ui/Marking';
import { EmergencyShown, Emergency } from './Emergency';

const Emergencies = graphql(`query Emergencies { point me { id } emergencies(first: 50) { totalCount nodes { id ...EmergencyShown } } }`);
const Review = graphql(`mutation ReviewEmergency($input: ReviewEmergencyAccessInput!) { reviewEmergencyAccess(input: $input) { emergencyAccess { id ...EmergencyShown } errors { ...Trouble } } }`);
const End = graphql(`mutation EndEmergency($input: GiveBackEmergencyAccessInput!) { giveBackEmergencyAccess(input: $input) { emergencyAccess { id ...EmergencyShown } errors { ...Trouble } } }`);

const verdicts: EmergencyVerdict[] = ['JUSTIFIED', 'NOT_JUSTIFIED'];

/** Cases that were opened in an emergency: one's own, and those one oversees. Here they are ended and reviewed. */
export function EmergenciesPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const now = useMinutes();
  const { breaksGlass } = useOversight();
  const [doing, setDoing] = useState<{ what: 'break' } | { what: 'review' | 'end'; of: EmergencyShownFragment }>();
  const [{ data, error }, ask] = useQuery({ query: Emergencies });
  const review = useAct(Review);
  const end = useAct(End);
  const again = () => ask({ requestPolicy: 'network-only' });
  useLists(['EmergencyAccess'], again, data?.point);
  const shown = read(EmergencyShown, data?.emergencies?.nodes ?? []);
  useMarking(shown.length > 0 ? 'RED' : null);
  const begin = () => setDoing({ what: 'break' });
  useKeys(breaksGlass ? [{ keys: 'n', text: t('emergency.break'), run: begin }] : []);
  const close = (done: boolean) => {
    setDoing(undefined);
    if (done) again();
  };
  const mine = (one: EmergencyShownFragment) => one.officer?.id === data?.me?.id;

  return (
    <Stack>
      <Group justify="space-between">
        <Title order={1} size="h2">{t('emergencies.title')}</Title>
        {breaksGlass && <Button color="red" className="no-print" leftSection={<IconAlertTriangle size={16} aria-hidden />} onClick={begin} aria-keyshortcuts="N">{t('emergency.break')}</Button>}
      </Group>
      <Text size="sm" c="dimmed" maw="46rem">{t('emergencies.what')}</Text>
      <Faces data={data?.emergencies} error={error}>
        {({ totalCount }) => totalCount === 0 ? <Empty>{t('emergencies.none')}</Empty> : (
          <div className="table-scroll">
            <table className="grid">
              <thead><tr>{(['officer', 'case', 'reason', 'time', 'review'] as const).map((head) => <th key={head} scope="col">{t(`emergencies.${head}`)}</th>)}<th scope="col"><span className="sr">{t('emergencies.acts')}</span></th></tr></thead>
              <tbody>
                {shown.map((one) => (
                  <Emergency
                    key={one.id} of={one} now={now} mine={mine(one)}
                    review={() => { review.forget(); setDoing({ what: 'review', of: one }); }} end={() => { end.forget(); setDoing({ what: 'end', of: one }); }}
                  />
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Faces>
      {doing?.what === 'break' && (
        <BreakGlass close={(opened) => { close(Boolean(opened)); if (opened) void navigate({ to: '/cases/$number', params: { number: opened } }); }} />
      )}
      {doing?.what === 'review' && (
        <ActForm
          {...review} title={t('emergencies.reviewOf', { name: doing.of.officer?.name ?? '—' })} does={t('emergencies.decide')} close={close}
          note={<Text size="sm">{t('emergencies.reviewHint')}</Text>}
          fields={[
            { name: 'verdict', label: t('emergencies.verdict'), kind: 'choice', choices: verdicts.map((value) => ({ value, label: t(`verdict.${value}`) })) },
            { name: 'note', label: t('emergencies.note'), kind: 'long' },
          ]}
          act={({ verdict, note }) => review.act({ emergencyAccess: doing.of.id, verdict: verdict as EmergencyVerdict, note: note! })}
        />
      )}
      {doing?.what === 'end' && (
        <ActForm
          {...end} title={t('emergencies.endOf', { name: doing.of.officer?.name ?? '—' })} does={t('emergencies.end')} close={close}
          fields={[{ name: 'reason', label: t('emergencies.why'), kind: 'long', optional: mine(doing.of) }]}
          act={({ reason }) => end.act({ emergencyAccess: doing.of.id, reason })}
        />
      )}
    </Stack>
  );
}
