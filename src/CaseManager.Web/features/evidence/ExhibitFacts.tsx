import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExhibitShownFragment } from '../../gql/graphql';
import { When } from '../../ui/When';
import { SeizedWhen } from './SeizedWhen';

/** What is recorded of the seizure, and what the exhibit is now. */
export function ExhibitFacts({ exhibit }: { exhibit: ExhibitShownFragment }) {
  const { t } = useTranslation();
  const at = exhibit.coordinates;
  const facts: [Parameters<typeof said>[0], ReactNode][] = [
    ['kind', t(`exhibitKind.${exhibit.kind}`)],
    ['seal', <span key="seal" className="mono">{exhibit.seal}</span>],
    ['when', <SeizedWhen key="when" of={exhibit} />],
    ['place', <>{exhibit.place}{at && <div className="mono quiet">{at.latitude}, {at.longitude}</div>}</>],
    ['authority', <>{t(`authorityKind.${exhibit.authority}`)} {exhibit.authorityReference}</>],
    ['finder', exhibit.finder?.name],
    ['takenBy', exhibit.recordedBy?.name],
    ['seizedFor', exhibit.seizedFor && `${exhibit.seizedFor.code} ${exhibit.seizedFor.name}`],
    ['originator', exhibit.originator && `${exhibit.originator.code} ${exhibit.originator.name}`],
    ['recorded', <When key="recorded" at={exhibit.recordedAt} seconds />],
  ];
  const said = (name: 'kind' | 'seal' | 'when' | 'place' | 'authority' | 'finder' | 'takenBy' | 'seizedFor' | 'originator' | 'recorded') => t(`exhibit.fact.${name}`);
  return (
    <section aria-labelledby="facts">
      <Title order={2} size="h4" id="facts" mb="xs">{t('exhibit.facts')}</Title>
      <dl className="exhibit-facts">
        {facts.map(([name, value]) => <div key={name}><dt>{said(name)}</dt><dd>{value ?? '—'}</dd></div>)}
      </dl>
    </section>
  );
}
