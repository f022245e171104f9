import { Button, Group, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '../../gql';
import type { ReadDecision } from '../../gql/graphql';
import { OfficerSelect } from '../../records/OfficerSelect';
import { Empty } from '../../ui/Faces';
import { ownZone } from '../../ui/settings';
import { cityOf, localIn, momentIn } from '../../ui/zones';
import { ReadLog } from './ReadLog';

const Numbered = graphql(`query Numbered($number: String!) { caseByNumber(number: $number) { id } exhibits(first: 1, where: { number: { eq: $number } }) { nodes { id } } }`);

const decisions: ReadDecision[] = ['SHOWN', 'NOTHING', 'REFUSED'];
const route = getRouteApi('/read-log');

/** Who saw what, and who asked in vain: by person, record, time and outcome. What is asked is in the address. */
export function ReadLogPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [words, setWords] = useState(search.record ?? '');
  const number = search.record?.includes('-') ? search.record : undefined; // an id holds none
  const [{ data, fetching }] = useQuery({ query: Numbered, variables: { number: number ?? '' }, pause: !number, requestPolicy: 'cache-first' });
  const record = number ? data?.caseByNumber?.id ?? data?.exhibits?.nodes?.[0]?.id : search.record;
  const change = (next: Partial<typeof search>) => void navigate({ search: { ...search, ...next }, replace: true });
  const look = useDebouncedCallback((record: string) => change({ record: record.trim() || undefined }), 300);
  const moment = (local: string) => (local ? momentIn(ownZone(), local).toISOString() : undefined);
  useEffect(() => setWords(search.record ?? ''), [search.record]);

  return (
    <Stack>
      <Title order={1} size="h2">{t('readLog.title')}</Title>
      <Text size="sm" c="dimmed" maw="46rem">{t('readLog.what')}</Text>
      <Group align="end" className="no-print">
        <OfficerSelect label={t('readLog.officer')} departed value={search.officer ?? ''} onChange={(officer) => change({ officer: officer || undefined })} />
        <TextInput label={t('readLog.record')} description={t('readLog.recordHint')} w={260} value={words} onChange={(event) => { setWords(event.currentTarget.value); look(event.currentTarget.value); }} />
        <TextInput type="datetime-local" label={t('readLog.from', { zone: cityOf(ownZone()) })} value={search.from ? localIn(ownZone(), search.from) : ''} onChange={(event) => change({ from: moment(event.currentTarget.value) })} />
        <TextInput type="datetime-local" label={t('readLog.until', { zone: cityOf(ownZone()) })} value={search.until ? localIn(ownZone(), search.until) : ''} onChange={(event) => change({ until: moment(event.currentTarget.value) })} />
        <Select
          label={t('readLog.outcome')} clearable clearButtonProps={{ 'aria-label': t('faces.clear') }} placeholder={t('readLog.any')} value={search.decision ?? null}
          data={decisions.map((value) => ({ value, label: t(`readDecision.${value}`) }))} onChange={(value) => change({ decision: (value ?? undefined) as ReadDecision | undefined })}
        />
        {search.emergency && <Button variant="default" onClick={() => change({ emergency: undefined })}>{t('readLog.notOnlyEmergency')}</Button>}
      </Group>
      {search.emergency && <Text size="sm" role="status">{t('readLog.ofEmergency')}</Text>}
      {number && !record ? (fetching ? null : <Empty>{t('readLog.noRecord')}</Empty>) : <ReadLog key={JSON.stringify(search)} asked={{ ...search, record }} />}
    </Stack>
  );
}
