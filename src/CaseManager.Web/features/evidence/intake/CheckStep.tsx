import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { chosenWords } from '../../../records/caveats';
import { TlpBadge } from '../../../ui/Marking';
import type { Step } from './draft';
import type { StepProps } from './Intake';

export function CheckStep({ draft, tlp, go }: StepProps & { go: (step: Step) => void }) {
  const { t } = useTranslation();
  const when = {
    now: t('intake.form.now'), moment: draft.at.replace('T', ' '), range: `${draft.at.replace('T', ' ')} – ${draft.until.replace('T', ' ')}`,
    day: `${draft.date} ${draft.part ? t(`dayPart.${draft.part}`) : ''}`,
  }[draft.form];
  const parts: [Exclude<Step, 'check'>, ReactNode][] = [
    ['what', <><strong>{draft.kind && t(`exhibitKind.${draft.kind}`)}</strong> {draft.number} <div className="wrap">{draft.description}</div></>],
    ['where', <>{draft.place} {draft.latitude && <span className="mono">{draft.latitude}, {draft.longitude}</span>}<div>{when} {draft.form !== 'now' && <span className="quiet">{draft.zone}</span>} {draft.said && <q>{draft.said}</q>}</div></>],
    ['right', <>{draft.authority && t(`authorityKind.${draft.authority}`)} {draft.reference}</>],
    ['seal', <><span className="mono">{draft.seal}</span> <span className="marked"><TlpBadge tlp={draft.tlp ?? tlp} />{chosenWords(draft.caveats).map((word) => <span key={word} className="caveat">{word}</span>)}</span></>],
  ];
  return (
    <dl className="check">
      {parts.map(([step, said]) => (
        <div key={step}>
          <dt>{t(`intake.step.${step}`)}</dt>
          <dd>{said}</dd>
          <Button variant="subtle" size="compact-md" onClick={() => go(step)} aria-label={t('intake.changeStep', { step: t(`intake.step.${step}`) })}>{t('intake.change')}</Button>
        </div>
      ))}
    </dl>
  );
}
