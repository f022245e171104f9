import { useTranslation } from 'react-i18next';
import type { DayPart, Precision } from '../../gql/graphql';
import { clock, day, time } from '../../ui/When';

type Seized = {
  precision: Precision; occurredAt: string; occurredUntil: string; occurredZone: string; occurredPart?: DayPart | null; occurredSaid?: string | null;
};

/** When a thing was taken, no more precisely than it was said, in the zone it was said in. */
export function SeizedWhen({ of }: { of: Seized }) {
  const { t, i18n } = useTranslation();
  const zone = of.occurredZone;
  const date = (at: string) => day(i18n.language, at, zone);
  const said = {
    INSTANT: () => clock(i18n.language, of.occurredAt, zone),
    RANGE: () => t('exhibit.between', {
      from: clock(i18n.language, of.occurredAt, zone),
      until: (date(of.occurredAt) === date(of.occurredUntil) ? time : clock)(i18n.language, of.occurredUntil, zone),
    }),
    DAY: () => date(of.occurredAt),
    DAY_PART: () => `${date(of.occurredAt)}, ${of.occurredPart ? t(`dayPart.${of.occurredPart}`) : ''}`,
  }[of.precision]();
  return (
    <>
      <time dateTime={of.occurredAt} title={`${clock(i18n.language, of.occurredAt, 'UTC')} UTC`}>{said}</time>{' '}
      <span className="quiet">{zone.split('/').at(-1)!.replaceAll('_', ' ')}{of.occurredSaid && <> · <q>{of.occurredSaid}</q></>}</span>
    </>
  );
}
