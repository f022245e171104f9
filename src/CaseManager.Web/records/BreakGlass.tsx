import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../gql';
import { ActForm } from './ActForm';
import { useAct } from './useAct';

const Break = graphql(`mutation BreakGlass($input: BreakGlassInput!) { breakGlass(input: $input) { emergencyAccess { id case { id number } } errors { ...Trouble } } }`);

/** Opening a case for reading in an emergency: which, why, and for how long. Says plainly who will hear of it. */
export function BreakGlass({ number, close }: { number?: string; close: (opened?: string) => void }) {
  const { t } = useTranslation();
  const { act, ...form } = useAct(Break);
  return (
    <ActForm
      {...form} title={number ? t('emergency.breakOf', { number }) : t('emergency.break')} does={t('emergency.open')} close={(done) => { if (!done) close(); }}
      note={<Alert color="red" icon={<IconAlertTriangle aria-hidden />}>{t('emergency.warning')}</Alert>}
      fields={[
        ...(number ? [] : [
          { name: 'number', label: t('emergency.number') },
          { name: 'agency', label: t('emergency.agency'), hint: t('emergency.agencyHint'), optional: true },
        ]),
        { name: 'reason', label: t('emergency.reason'), hint: t('emergency.reasonHint'), kind: 'long' },
        { name: 'minutes', label: t('emergency.hours'), kind: 'choice', initial: '60', choices: [1, 2, 3, 4].map((hours) => ({ value: String(hours * 60), label: t('emergency.forHours', { count: hours }) })) },
      ]}
      act={async ({ number: given, agency, reason, minutes }) => {
        const done = await act({ number: number ?? given, agency: agency?.toUpperCase(), reason: reason!, minutes: Number(minutes) });
        if (typeof done === 'object') close(done.emergencyAccess?.case?.number ?? number ?? given ?? undefined);
        return done;
      }}
    />
  );
}
