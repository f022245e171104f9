import { Button, Checkbox, Fieldset, Group, NativeSelect, NumberInput, Select, SimpleGrid, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '../../../gql';
import { Said } from '../../../records/Said';
import { OfficerSelect } from '../../../records/OfficerSelect';
import { useAct } from '../../../records/useAct';
import { useSentence } from '../../../records/useSentence';
import { zones as allZones } from '../../../ui/zones';
import { cityOf } from '../../../ui/zones';
import { asInput, AuthorityFields, noAuthority } from './RecordAuthority';
import { covers, momentOf } from './times';

const zones = allZones();

const Add = graphql(`mutation AddSite($input: AddSiteInput!) { addSite(input: $input) { version errors { ...Trouble } } }`);
const Agencies = graphql(`query AgenciesOfSites { agencies(first: 50, order: [{ code: ASC }]) { nodes { id code name } } }`);

export function AddSite({ operation, at, next, done, cancel }: { operation: string; at: string; next: string; done: () => void; cancel: () => void }) {
  const { t } = useTranslation();
  const [site, setSite] = useState({ number: next, place: '', address: '', agency: '', commander: '', zone: Intl.DateTimeFormat().resolvedOptions().timeZone, essential: true });
  const [where, setWhere] = useState<{ latitude: number | string; longitude: number | string }>({ latitude: '', longitude: '' });
  const [authority, setAuthority] = useState(noAuthority);
  const [{ data }] = useQuery({ query: Agencies });
  const { act, outcome, fetching } = useAct(Add);
  const sentence = useSentence();
  const set = (part: Partial<typeof site>) => setSite({ ...site, ...part });
  const agencies = data?.agencies?.nodes ?? [];
  const given = authority.reference.trim() !== '' && authority.from !== '' && authority.until !== '';
  const window = { ...authority, from: new Date(momentOf(authority.from, site.zone) || 0).toISOString(), until: new Date(momentOf(authority.until, site.zone) || 0).toISOString() };
  const at_ = (field: string) => (outcome?.field === field ? sentence(outcome) : undefined);

  async function add(event: FormEvent) {
    event.preventDefault();
    const coordinates = where.latitude === '' || where.longitude === '' ? null : { latitude: Number(where.latitude), longitude: Number(where.longitude) };
    if (await act({ operation, ...site, address: site.address.trim() || null, coordinates, authority: given ? asInput(authority) : null })) done();
  }

  return (
    <form onSubmit={(event) => void add(event)} className="with-reason">
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        <TextInput label={t('plan.field.number')} required value={site.number} onChange={(event) => set({ number: event.currentTarget.value })} error={at_('number')} />
        <TextInput label={t('plan.field.place')} required autoFocus value={site.place} onChange={(event) => set({ place: event.currentTarget.value })} error={at_('place')} />
        <TextInput label={t('plan.field.address')} value={site.address} onChange={(event) => set({ address: event.currentTarget.value })} error={at_('address')} />
        <Select label={t('plan.zone')} required searchable limit={30} allowDeselect={false} value={site.zone} onChange={(zone) => zone && set({ zone })} data={zones} nothingFoundMessage={t('plan.nothing')} />
        <NativeSelect label={t('plan.field.agency')} required value={site.agency} onChange={(event) => set({ agency: event.currentTarget.value, commander: '' })} data={[{ value: '', label: '' }, ...agencies.map((one) => ({ value: one.code, label: `${one.code} ${one.name}` }))]} />
        <OfficerSelect label={t('plan.head.commander')} agency={site.agency} required value={site.commander} onChange={(commander) => set({ commander })} error={at_('commander')} />
        <NumberInput label={t('plan.field.latitude')} decimalScale={6} min={-90} max={90} value={where.latitude} onChange={(latitude) => setWhere({ ...where, latitude })} hideControls error={at_('coordinates.latitude')} />
        <NumberInput label={t('plan.field.longitude')} decimalScale={6} min={-180} max={180} value={where.longitude} onChange={(longitude) => setWhere({ ...where, longitude })} hideControls error={at_('coordinates.longitude')} />
      </SimpleGrid>
      <Checkbox label={t('plan.field.essential')} checked={site.essential} onChange={(event) => set({ essential: event.currentTarget.checked })} />
      <Fieldset legend={t('plan.authorityIfAny')}>
        <AuthorityFields given={authority} set={setAuthority} zone={site.zone} />
        {given && !covers(window, Date.parse(at), site.zone) && <strong className="missing">{t('plan.wouldBeOutside', { place: cityOf(site.zone) })}</strong>}
      </Fieldset>
      <Said outcome={outcome} />
      <Group justify="end">
        <Button variant="default" onClick={cancel}>{t('faces.cancel')}</Button>
        <Button type="submit" loading={fetching} disabled={!site.place.trim() || !site.agency || !site.commander}>{t('plan.addSite')}</Button>
      </Group>
    </form>
  );
}
