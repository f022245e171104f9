import { Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ExhibitShownFragment } from '../../gql/graphql';
import { WholeMarking } from '../../records/Marks';
import { LinkTo } from '../../ui/LinkTo';
import { When } from '../../ui/When';
import { CustodyState } from './CustodyState';
import { KindIcon } from './KindIcon';

/** What it is, under which marking, and in whose hands. */
export function ExhibitHead({ exhibit }: { exhibit: ExhibitShownFragment }) {
  const { t } = useTranslation();
  return (
    <header>
      <Text size="sm" className="no-print">
        {exhibit.case && <LinkTo to="/cases/$number/evidence" params={{ number: exhibit.case.number }}>{exhibit.case.number} {exhibit.case.title}</LinkTo>}
      </Text>
      <Text className="print-only" fw={700}>{t('exhibit.sheet')} · {exhibit.case?.title}</Text>
      <div className="marks head">
        <Title order={1} size="h2">{exhibit.number}</Title>
        <WholeMarking of={exhibit.marking} />
        <CustodyState status={exhibit.status} overdue={exhibit.overdue} />
        {exhibit.provisional && <span className="provisional" title={t('exhibit.provisionalWhy')}>{t('exhibits.provisional')}</span>}
      </div>
      <Text size="lg" className="wrap"><KindIcon kind={exhibit.kind} size={20} /> {exhibit.description} {exhibit.corrected && <span className="mark">{t('exhibit.corrected')}</span>}</Text>
      <Text size="sm" c="dimmed">
        {t('exhibit.heldBy', { name: exhibit.holder?.name ?? '—', agency: exhibit.holderAgency?.code ?? '—' })} <When at={exhibit.heldSince} />
      </Text>
    </header>
  );
}
