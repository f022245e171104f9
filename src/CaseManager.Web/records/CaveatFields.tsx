import { Button, Checkbox, Group, type MantineSize, MultiSelect, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '../gql';
import type { HandlingCode } from '../gql/graphql';
import { ownZone } from '../ui/settings';
import { cityOf } from '../ui/zones';
import { type CaveatsDraft, chosenWords, noCaveats } from './caveats';
import { type Agency, RecipientsSelect } from './RecipientsSelect';

const Choices = graphql(`
  query CaveatChoices { agencies(first: 50, order: [{ code: ASC }]) { nodes { id code name country } } compartments(first: 50, order: [{ name: ASC }]) { nodes { id name } } }
`);

const codes: HandlingCode[] = ['H1', 'H2', 'H3'];
const fields = ['handling', 'handlingText', 'releasedTo', 'notTo', 'compartments', 'embargoUntil'] as const;

/** What restricts a record beside its TLP and readers: folded away, since most have nothing of the kind. It cannot be said afterwards. */
export function CaveatFields({ value = noCaveats, put, fault, size = 'sm' }: {
  value?: CaveatsDraft; put: (next: CaveatsDraft) => void; fault: (field: string) => string | undefined; size?: MantineSize;
}) {
  const { t } = useTranslation();
  const id = useId();
  const [open, setOpen] = useState(false);
  const wrong = (field: (typeof fields)[number]) => fault(`caveats.${field}`) ?? fault(`caveats.${field}.agencies`) ?? fault(`caveats.${field}.countries`);
  const shown = open || fields.some(wrong);
  const [{ data }] = useQuery({ query: Choices, pause: !shown && chosenWords(value).length === 0 && value.compartments.length === 0, requestPolicy: 'cache-and-network' });
  const agencies: readonly Agency[] = data?.agencies?.nodes ?? [];
  const inside = data?.compartments?.nodes ?? [];
  const change = (part: Partial<CaveatsDraft>) => put({ ...value, ...part });
  const words = [...chosenWords(value), ...inside.flatMap((one) => (value.compartments.includes(one.id) ? [one.name] : [])), ...(value.embargo ? [t('caveats.until', { at: value.embargo.replace('T', ' '), zone: cityOf(ownZone()) })] : [])];

  return (
    <div className="caveat-fields">
      <Group gap="xs">
        <Button
          size="xs" variant="subtle" color="gray" aria-expanded={shown} aria-controls={shown ? id : undefined} onClick={() => setOpen(!shown)}
          leftSection={shown ? <IconChevronDown size={14} aria-hidden /> : <IconChevronRight size={14} aria-hidden />}
        >
          {t('caveats.more')}
        </Button>
        {!shown && words.map((word) => <span key={word} className="caveat">{word}</span>)}
      </Group>
      {shown && (
        <Stack gap="xs" mt={4} id={id} role="group" aria-label={t('caveats.more')}>
          <Checkbox.Group size={size} label={t('caveats.handling')} value={value.handling} onChange={(handling) => change({ handling })} error={wrong('handling')}>
            <Group gap="8px 20px" mt={4}>{codes.map((code) => <Checkbox key={code} size={size} value={code} label={`${code} – ${t(`handling.${code as 'H1'}`)}`} />)}</Group>
          </Checkbox.Group>
          {value.handling.includes('H3') && (
            <TextInput size={size} required maxLength={500} label={t('caveats.handlingText')} value={value.handlingText} onChange={(event) => change({ handlingText: event.currentTarget.value })} error={wrong('handlingText')} />
          )}
          <SimpleGrid type="container" cols={{ base: 1, '34rem': 2 }} spacing="md" verticalSpacing="xs">
            <RecipientsSelect size={size} label={t('caveats.releasedTo')} description={t('caveats.releasedToHint')} agencies={agencies} value={value.releasedTo} onChange={(releasedTo) => change({ releasedTo })} error={wrong('releasedTo')} />
            <RecipientsSelect size={size} label={t('caveats.notTo')} description={t('caveats.recipientsHint')} agencies={agencies} value={value.notTo} onChange={(notTo) => change({ notTo })} error={wrong('notTo')} />
          </SimpleGrid>
          <SimpleGrid type="container" cols={{ base: 1, '34rem': 2 }} spacing="md" verticalSpacing="xs">
            {inside.length > 0 && (
              <MultiSelect
                size={size} searchable label={t('caveats.compartments')} description={t('caveats.compartmentsHint')} withScrollArea={false} classNames={{ options: 'options' }} value={value.compartments}
                onChange={(compartments) => change({ compartments })} data={inside.map((one) => ({ value: one.id, label: one.name }))} error={wrong('compartments')}
              />
            )}
            <TextInput
              size={size} type="datetime-local" label={t('caveats.embargo', { zone: cityOf(ownZone()) })} description={t('caveats.embargoHint')} value={value.embargo}
              onChange={(event) => change({ embargo: event.currentTarget.value })} error={wrong('embargoUntil')}
            />
          </SimpleGrid>
        </Stack>
      )}
    </div>
  );
}
