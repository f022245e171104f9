import { Alert, Button, Group, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { IconPackage } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '../../../gql';
import type { AuthorityKind, ExhibitKind } from '../../../gql/graphql';
import { Said } from '../../../records/Said';
import { useAct } from '../../../records/useAct';
import { useSentence } from '../../../records/useSentence';

const Cases = graphql(`query CasesToSeizeUnder { cases(first: 50, order: [{ changedAt: DESC }]) { nodes { id number title } } }`);
const SeizeAtSite = graphql(`
  mutation SeizeAtSite($input: SeizeExhibitAtSiteInput!) { seizeExhibitAtSite(input: $input) { exhibit { id number } version errors { ...Trouble } } }
`);

const kinds: readonly ExhibitKind[] = ['SUBSTANCE', 'DIGITAL_DEVICE', 'DOCUMENT', 'CASH', 'WEAPON', 'EQUIPMENT', 'VEHICLE', 'DIGITAL_DATA', 'BIOLOGICAL', 'OTHER'];
const authorities: readonly AuthorityKind[] = ['SEARCH_WARRANT', 'ARREST', 'CONSENT', 'PLAIN_VIEW', 'STATUTE', 'FOREIGN_REQUEST', 'PRODUCTION_ORDER', 'CUSTOMS_EXAMINATION', 'FOUND'];
const blank = { description: '', seal: '', kind: 'SUBSTANCE' as ExhibitKind, authority: 'SEARCH_WARRANT' as AuthorityKind, reference: '', file: '' };

/** Takes a thing in evidence where one stands, now: what it is, its seal, under what. The rest follows at a desk. */
export function Seize({ site, zone }: { site: string; zone: string }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [taken, setTaken] = useState<string>();
  if (open) return <SeizeForm site={site} zone={zone} close={() => setOpen(false)} done={(number) => { setTaken(number); setOpen(false); }} />;
  return (
    <Stack gap="xs">
      {taken !== undefined && <Alert color="green" role="status" title={t('site.seized', { number: taken })} />}
      <Button size="xl" variant="default" leftSection={<IconPackage size={20} aria-hidden />} onClick={() => setOpen(true)}>{t('site.seize')}</Button>
    </Stack>
  );
}

function SeizeForm({ site, zone, close, done }: { site: string; zone: string; close: () => void; done: (number: string) => void }) {
  const { t } = useTranslation();
  const [form, setForm] = useState(blank);
  const [{ data }] = useQuery({ query: Cases });
  const { act, outcome, fetching } = useAct(SeizeAtSite);
  const sentence = useSentence();
  const files = data?.cases?.nodes ?? [];
  const file = form.file || files[0]?.id || '';
  const set = (part: Partial<typeof blank>) => setForm({ ...form, ...part });

  async function seize(event: FormEvent) {
    event.preventDefault();
    const payload = await act({
      site, case: file, kind: form.kind, description: form.description.trim(), seal: form.seal.trim(),
      authority: { kind: form.authority, reference: form.reference.trim() || null }, occurred: { zone, at: new Date().toISOString() },
    });
    if (typeof payload === 'object') done(payload.exhibit?.number ?? '');
  }

  return (
    <form onSubmit={(event) => void seize(event)} className="with-reason">
      <Textarea label={t('site.seizure.what')} required autoFocus autosize minRows={2} size="md" value={form.description} onChange={(event) => set({ description: event.currentTarget.value })} />
      <NativeSelect label={t('site.seizure.kind')} size="md" value={form.kind} onChange={(event) => set({ kind: event.currentTarget.value as ExhibitKind })} data={kinds.map((value) => ({ value, label: t(`exhibitKind.${value}`) }))} />
      <TextInput label={t('site.seizure.seal')} required size="md" autoCapitalize="characters" value={form.seal} onChange={(event) => set({ seal: event.currentTarget.value })} error={outcome?.field === 'seal' && sentence(outcome)} />
      <NativeSelect label={t('site.seizure.under')} size="md" value={form.authority} onChange={(event) => set({ authority: event.currentTarget.value as AuthorityKind })} data={authorities.map((value) => ({ value, label: t(`authorityKind.${value}`) }))} />
      <TextInput label={t('site.seizure.reference')} size="md" value={form.reference} onChange={(event) => set({ reference: event.currentTarget.value })} />
      <NativeSelect label={t('site.seizure.case')} size="md" value={file} onChange={(event) => set({ file: event.currentTarget.value })} data={files.map((one) => ({ value: one.id, label: `${one.number} ${one.title}` }))} />
      <Said outcome={outcome} />
      <Group grow mt="sm">
        <Button size="lg" variant="default" onClick={close}>{t('faces.cancel')}</Button>
        <Button size="lg" type="submit" loading={fetching} disabled={!form.description.trim() || !form.seal.trim() || !file}>{t('site.seizure.take')}</Button>
      </Group>
    </form>
  );
}
