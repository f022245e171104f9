import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql, read, type FragmentType } from '../gql';
import { span, useMinutes } from '../ui/Ago';
import { When } from '../ui/When';
import { Said } from './Said';
import { useAct } from './useAct';

export const OpenedByMe = graphql(`fragment OpenedByMe on Case { myEmergency { id from until } }`);
const GiveBack = graphql(`mutation GiveBackMine($input: GiveBackEmergencyAccessInput!) { giveBackEmergencyAccess(input: $input) { emergencyAccess { id } errors { ...Trouble } } }`);

/** On every page of a case that one opened in an emergency: that it is so, how long it lasts, and the way to end it now. */
export function EmergencyBand({ of, ended }: { of: FragmentType<typeof OpenedByMe>; ended: () => void }) {
  const { t, i18n } = useTranslation();
  const now = useMinutes();
  const { act, outcome, fetching } = useAct(GiveBack);
  const mine = read(OpenedByMe, of).myEmergency;
  const over = useEffectEvent(ended);
  useEffect(() => {
    if (!mine) return;
    const timer = setTimeout(() => over(), Date.parse(mine.until) - Date.now() + 250);
    return () => clearTimeout(timer);
  }, [mine]);
  if (!mine || Date.parse(mine.until) <= now) return null;
  return (
    <div className="emergency" role="status">
      <IconAlertTriangle size={20} aria-hidden />
      <span><b>{t('emergency.band')}</b> {t('emergency.left', { span: span(i18n.language, Date.parse(mine.until) - now) })} (<When at={mine.until} />). {t('emergency.bandHint')}</span>
      <Button size="compact-sm" variant="white" color="red" className="no-print" loading={fetching} onClick={() => void act({ emergencyAccess: mine.id }).then((done) => done && ended())}>{t('emergency.giveBack')}</Button>
      <Said outcome={outcome} />
    </div>
  );
}
