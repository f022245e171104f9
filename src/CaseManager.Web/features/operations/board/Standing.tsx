import { IconClockPause, IconFlagFilled, IconPlayerPauseFilled, IconPlayerPlayFilled, IconSquareXFilled, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Since } from './Countdown';
import { digits } from './now';
import { useAge, type Board } from './useBoard';
import { localeOf } from '../../../ui/language';

const icons = { PLANNED: IconClockPause, GO: IconPlayerPlayFilled, NO_GO: IconX, HOLD: IconPlayerPauseFilled, ABORTED: IconSquareXFilled } as const;

/** Where the operation stands: by word, symbol and colour. */
export function Status({ of }: { of: Board['status'] }) {
  const { t } = useTranslation();
  const Icon = icons[of];
  return <span className="status" data-status={of}><Icon size="1em" aria-hidden /> {t(`operationStatus.${of}`)}</span>;
}

/** The order that stands: its number, by whom, when, and why. */
export function Order({ of }: { of: Board['order'] }) {
  const { t, i18n } = useTranslation();
  if (!of) return <p className="order quiet">{t('board.noOrder')}</p>;
  const why = [of.cause && of.cause !== 'ORDERED' && `${of.site ? `${of.site}: ` : ''}${t(`holdCause.${of.cause}`)}`, of.reason].filter(Boolean).join('. ');
  return (
    <div className="order">
      <p>
        <IconFlagFilled size="1em" aria-hidden /> <strong>{t('board.order', { number: of.number, kind: t(`decision.${of.kind}`) })}</strong>{' '}
        {of.by ? t('records.officer', { name: of.by.name, agency: of.by.agency?.code ?? '—' }) : '—'}, <time className="tabular" dateTime={of.at}>{digits(of.at, 'UTC', true)} UTC</time>
      </p>
      {why && <p className="why">{why}</p>}
      {of.kind === 'GO' && of.quorum.length > 0 && <p className="why">{t('board.quorum', { agencies: list(i18n.language, of.quorum.map((agency) => agency?.code ?? '—')) })}</p>}
    </div>
  );
}

/** Whether what is shown is what is; else how old it is. */
export function Age({ at }: { at: number }) {
  const { t } = useTranslation();
  const { open, age } = useAge(at);
  const seconds = Math.floor(age / 1000);
  return (
    <p className="age" data-open={open}>
      <span className="dot" aria-hidden /> {open || seconds === 0 ? <>{t('board.live')}{at > 0 && <> · {t('board.lastTold')} <Since at={new Date(at).toISOString()} /></>}</> : t('board.age', { count: seconds })}
    </p>
  );
}

export const list = (language: string, words: string[]) => new Intl.ListFormat(localeOf(language), { type: 'conjunction' }).format(words);
