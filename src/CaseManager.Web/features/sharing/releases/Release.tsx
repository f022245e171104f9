import { Button, Group, Text } from '@mantine/core';
import { IconArrowBackUp, IconCheck, IconClockOff, IconHourglassLow, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql, read, type FragmentType } from '../../../gql';
import type { ReleaseStatus } from '../../../gql/graphql';
import { OfficerName } from '../../../records/OfficerName';
import { Ago } from '../../../ui/Ago';
import { When } from '../../../ui/When';
import { Reached } from './Reached';
import { type ReleaseAct, ReleaseActs } from './ReleaseActs';

export const ReleaseShown = graphql(`
  fragment ReleaseShown on ReleaseRequest {
    id version status round purpose askedAt due answer answeredAt
    to { id code name } originator { id code } askedFor { id code } askedBy { id name } answeredBy { id name }
  }
`);

const icons: Record<ReleaseStatus, typeof IconCheck> = { ASKED: IconHourglassLow, APPROVED: IconCheck, REFUSED: IconX, LAPSED: IconClockOff, REVOKED: IconArrowBackUp };
const acts: Partial<Record<ReleaseStatus, readonly ReleaseAct[]>> = { ASKED: ['approve', 'refuse'], APPROVED: ['revoke'] };

/** Whether the case may be passed on to an agency: what was asked, what was answered, and what may be done now. */
export function Release({ of, me, decides, again }: { of: FragmentType<typeof ReleaseShown>; me?: string; decides: boolean; again: () => void }) {
  const { t } = useTranslation();
  const [doing, setDoing] = useState<ReleaseAct>();
  const one = read(ReleaseShown, of);
  const Icon = icons[one.status];
  const agency = one.to?.code ?? '—';
  return (
    <li className="release" aria-label={agency}>
      <div>
        <Text fw={600}>{agency} <span className="quiet">{one.to?.name}</span> <span className="release-status" data-status={one.status}><Icon size={14} aria-hidden /> {t(`releaseStatus.${one.status}`)}</span></Text>
        <Text size="sm" className="wrap">{one.purpose}</Text>
        <Text size="sm" c="dimmed">
          {t('caseSharing.askedBy')} <OfficerName of={one.askedBy} agency={one.askedFor} /> · <Ago at={one.askedAt} />
          {one.status === 'ASKED' && <> · {t('caseSharing.due')} <Ago at={one.due} /></>}
        </Text>
        {one.answeredAt && one.answeredBy && (
          <Text size="sm" component="div" mt={6}>
            {t(`caseSharing.answered.${one.status}` as 'caseSharing.answered.APPROVED')} <OfficerName of={one.answeredBy} agency={one.originator} /> · <When at={one.answeredAt} />
            <div className="wrap">{one.answer ? <q>{one.answer}</q> : t('caseSharing.noConditions')}</div>
          </Text>
        )}
        {(one.status === 'REVOKED' || one.round > 1) && <Reached of={one.id} none={one.status === 'REVOKED' && one.answeredBy?.id === me} />}
      </div>
      {decides && acts[one.status] && (
        <Group gap="xs" className="no-print">
          {acts[one.status]!.map((act, at) => (
            <Button key={act} size="xs" variant={at === 0 && act === 'approve' ? 'filled' : 'default'} aria-label={`${t(`caseSharing.act.${act}`)}: ${agency}`} onClick={() => setDoing(act)}>{t(`caseSharing.act.${act}`)}…</Button>
          ))}
        </Group>
      )}
      {doing && <ReleaseActs key={doing} act={doing} release={one.id} version={one.version} agency={agency} close={(done) => { setDoing(undefined); if (done) again(); }} />}
    </li>
  );
}
