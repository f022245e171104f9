import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ownZone } from '../../../ui/settings';
import { cityOf, localIn, momentIn } from '../../../ui/zones';
import { Exposed } from './Exposed';

const route = getRouteApi('/exposure');
const month = 30 * 86_400_000;

/** Who could see a record between two moments, and who did. What is asked stands in the address; the record itself is not opened. */
export function ExposurePage() {
  const { t } = useTranslation();
  const asked = route.useSearch();
  const navigate = route.useNavigate();
  const zone = ownZone();
  const clock = (at: string | number | undefined) => (at === undefined ? '' : localIn(zone, at).slice(0, 16));
  const [number, setNumber] = useState(asked.number ?? '');
  const [from, setFrom] = useState(() => clock(asked.from ?? Date.now() - month));
  const [until, setUntil] = useState(() => clock(asked.until));

  function submit(event: FormEvent) {
    event.preventDefault();
    const moment = (local: string) => (local === '' ? undefined : momentIn(zone, local).toISOString());
    void navigate({ to: '.', search: { number: number.trim() || undefined, from: moment(from), until: moment(until) } });
  }

  return (
    <Stack>
      <Title order={1} size="h2">{t('exposure.title')}</Title>
      <Text size="sm" c="dimmed" maw="46rem">{t('exposure.what')}</Text>
      <form onSubmit={submit} className="no-print">
        <Group align="end">
          <TextInput label={t('exposure.number')} placeholder="NG-2026-014/E-12" value={number} onChange={(event) => setNumber(event.currentTarget.value)} required />
          <TextInput label={t('exposure.from')} type="datetime-local" value={from} onChange={(event) => setFrom(event.currentTarget.value)} required />
          <TextInput label={t('exposure.until', { zone: cityOf(zone) })} type="datetime-local" value={until} onChange={(event) => setUntil(event.currentTarget.value)} />
          <Button type="submit">{t('exposure.ask')}</Button>
        </Group>
      </form>
      {asked.number && asked.from && <Exposed number={asked.number} from={asked.from} until={asked.until} />}
    </Stack>
  );
}
