import type { TFunction } from 'i18next';
import type { Line } from './entries';
import { clock, day, time } from '../../ui/When';

type Occurrence = Pick<Line, 'precision' | 'occurredAt' | 'occurredUntil' | 'occurredZone' | 'occurredPart'>;

const dayLong = 24 * 3600 * 1000;

/** When it happened, as its own place's clock or calendar says it, beside the date. */
export function happened(t: TFunction, language: string, { precision, occurredAt, occurredUntil, occurredZone, occurredPart }: Occurrence): string {
  if (precision === 'INSTANT') return time(language, occurredAt, occurredZone);
  if (precision === 'DAY_PART' && occurredPart) return t(`dayPart.${occurredPart}`);
  if (precision === 'DAY') return t('timeline.day');
  const end = day(language, occurredAt, occurredZone) === day(language, occurredUntil, occurredZone) ? time : clock;
  return `${time(language, occurredAt, occurredZone)}\n–\u00a0${end(language, occurredUntil, occurredZone)}`;
}

/** How many whole days passed until it was recorded. */
export const lateDays = (line: Pick<Line, 'occurredUntil' | 'recordedAt'>) => Math.floor((Date.parse(line.recordedAt) - Date.parse(line.occurredUntil)) / dayLong);
