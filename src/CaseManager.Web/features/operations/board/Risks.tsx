import { Button, Checkbox, Group } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../../gql';
import type { RiskFlag } from '../../../gql/graphql';
import { useAct } from '../../../records/useAct';
import { WithReason } from './SiteActs';

const Set = graphql(`mutation SetSiteRisks($input: SetSiteRisksInput!) { setSiteRisks(input: $input) { version errors { ...Trouble } } }`);

const all: readonly RiskFlag[] = ['LABORATORY', 'CHEMICALS', 'EXPLOSIVES', 'WEAPONS', 'DOGS', 'CHILDREN', 'WATCHED'];

/** What awaits who enters; said by those who report for the site or plan it. */
export function Risks({ site, may }: { site: { id: string; version: number; risks: readonly RiskFlag[] }; may: boolean }) {
  const { t } = useTranslation();
  const [setting, setSetting] = useState(false);
  return (
    <>
      {site.risks.length === 0 ? t('rules.noRisks') : site.risks.map((risk) => <strong key={risk} className="missing risk"><IconAlertTriangle size={16} aria-hidden /> {t(`rules.risk.${risk}`)}</strong>)}
      {may && !setting && <Button size="compact-xs" variant="default" onClick={() => setSetting(true)}>{t('rules.setRisks')}</Button>}
      {setting && <SetRisks site={site} done={() => setSetting(false)} />}
    </>
  );
}

function SetRisks({ site, done }: { site: { id: string; version: number; risks: readonly RiskFlag[] }; done: () => void }) {
  const { t } = useTranslation();
  const [risks, setRisks] = useState<readonly RiskFlag[]>(site.risks);
  const { act, outcome, fetching } = useAct(Set);
  return (
    <WithReason label={t('rules.whyRisks')} button={t('rules.doSetRisks')} outcome={outcome} fetching={fetching} done={done}
      send={async (reason) => (await act({ site: site.id, version: site.version, risks: [...risks], reason })) !== undefined}>
      <Checkbox.Group label={t('rules.risks')} description={t('rules.risksMean')} value={[...risks]} onChange={(chosen) => setRisks(all.filter((risk) => chosen.includes(risk)))}>
        <Group gap="sm" my="xs">{all.map((risk) => <Checkbox key={risk} value={risk} label={t(`rules.risk.${risk}`)} />)}</Group>
      </Checkbox.Group>
    </WithReason>
  );
}
