import { Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../../gql';
import type { SiteAuthorityInput } from '../../../gql/graphql';
import { useAct } from '../../../records/useAct';
import { cityOf } from '../../../ui/zones';
import { WithReason } from '../board/SiteActs';

const Record = graphql(`mutation RecordSiteAuthority($input: RecordSiteAuthorityInput!) { recordSiteAuthority(input: $input) { version errors { ...Trouble } } }`);

export const noAuthority = { reference: '', from: '', until: '', dailyFrom: '', dailyUntil: '' };

/** As the server takes it: the hours only when both are given. */
export const asInput = (given: typeof noAuthority): SiteAuthorityInput => ({
  reference: given.reference.trim(), from: given.from, until: given.until, dailyFrom: given.dailyFrom ? `${given.dailyFrom}:00` : null, dailyUntil: given.dailyUntil ? `${given.dailyUntil}:00` : null,
});

export function RecordAuthority({ site, done, cancel }: { site: { id: string; version: number; zone: string }; done: () => void; cancel: () => void }) {
  const { t } = useTranslation();
  const [given, setGiven] = useState(noAuthority);
  const { act, outcome, fetching } = useAct(Record);
  return (
    <WithReason label={t('board.reason')} button={t('plan.doRecord')} outcome={outcome} fetching={fetching} done={cancel}
      send={async (reason) => {
        const recorded = await act({ site: site.id, version: site.version, authority: asInput(given), reason });
        if (recorded) done();
        return false;
      }}>
      <AuthorityFields given={given} set={setGiven} zone={site.zone} required />
    </WithReason>
  );
}

export function AuthorityFields({ given, set, zone, required = false }: { given: typeof noAuthority; set: (next: typeof noAuthority) => void; zone: string; required?: boolean }) {
  const { t } = useTranslation();
  const field = (name: keyof typeof noAuthority, type: string, needed = false) => (
    <TextInput type={type} label={t(`plan.field.${name}`, { place: cityOf(zone) })} required={needed} value={given[name]} onChange={(event) => set({ ...given, [name]: event.currentTarget.value })} />
  );
  return (
    <>
      {field('reference', 'text', required)}
      <Group gap="sm">{field('from', 'datetime-local', required)}{field('until', 'datetime-local', required)}</Group>
      <Group gap="sm">{field('dailyFrom', 'time')}{field('dailyUntil', 'time')}</Group>
    </>
  );
}
