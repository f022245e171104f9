import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../../gql';
import type { Tlp } from '../../../gql/graphql';
import { Said } from '../../../records/Said';
import { useAct } from '../../../records/useAct';
import { useDraft } from '../../../records/useDraft';
import { useSentence } from '../../../records/useSentence';
import { ownZone } from '../../../ui/settings';
import { CheckStep } from './CheckStep';
import { type Draft, emptyDraft, inputOf, isFilled, nextDraft, type Step, stepOf, steps } from './draft';
import { Recorded } from './Recorded';
import { RightStep } from './RightStep';
import { SealStep } from './SealStep';
import { WhatStep } from './WhatStep';
import { WhereStep } from './WhereStep';

const Seize = graphql(`
  mutation SeizeExhibit($input: SeizeExhibitInput!) { seizeExhibit(input: $input) { exhibit { id number } errors { ...Trouble } } }
`);

/** What each step gets: the draft, and what the server said about a field. */
export type StepProps = { draft: Draft; put: (part: Partial<Draft>) => void; wrong: (field: string) => string | undefined; tlp: Tlp };

/** Takes a thing in evidence, step by step. What is filled in stays on this machine until it is recorded. */
export function Intake({ of, tlp }: { of: string; tlp: Tlp }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const [draft, setDraft] = useDraft<Draft>(`intake.${of}`, emptyDraft(ownZone()));
  const [step, setStep] = useState<Step>('what');
  const [recorded, setRecorded] = useState<{ id: string; number: string }>();
  const { act, outcome, fetching, forget } = useAct(Seize);
  const [said, setSaid] = useState<{ draft: string; now: string }>();
  const heading = useRef<HTMLHeadingElement>(null);
  const moved = useRef(false);
  const at = steps.indexOf(step);
  const put = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const wrong = (field: string) => (outcome?.field === field ? sentence(outcome) : undefined);
  const go = (next: Step) => {
    moved.current = true;
    setStep(next);
  };
  useEffect(() => {
    if (moved.current) heading.current?.focus();
  }, [step, recorded]);

  async function record() {
    // The same draft said again is the same intent, with the moment of the first time.
    const words = JSON.stringify(draft);
    const now = said?.draft === words ? said.now : new Date().toISOString();
    setSaid({ draft: words, now });
    const input = inputOf(of, draft, now);
    if (!input) return;
    const done = await act(input);
    if (!done || typeof done === 'string') return;
    setRecorded(done.exhibit ?? { id: '', number: '' });
    setDraft(nextDraft(draft));
    moved.current = true;
    setStep('what');
  }

  const next = (event: FormEvent) => {
    event.preventDefault();
    if (!isFilled(step, draft)) return;
    if (step === 'check') void record();
    else go(steps[at + 1]!);
  };
  const trouble = outcome?.field && stepOf(outcome.field) !== step ? stepOf(outcome.field) : undefined;

  if (recorded) return <Recorded exhibit={recorded} another={() => { forget(); setRecorded(undefined); }} />;
  return (
    <form onSubmit={next} className="intake">
      <Stack>
        <div>
          <Text size="sm" c="dimmed">{t('intake.stepOf', { at: at + 1, of: steps.length })}</Text>
          <div className="steps" aria-hidden>{steps.map((one, n) => <span key={one} data-done={n <= at} />)}</div>
          <Title order={2} size="h4" ref={heading} tabIndex={-1}>{t(`intake.step.${step}`)}</Title>
        </div>
        {step === 'what' && <WhatStep draft={draft} put={put} wrong={wrong} tlp={tlp} />}
        {step === 'where' && <WhereStep draft={draft} put={put} wrong={wrong} tlp={tlp} />}
        {step === 'right' && <RightStep draft={draft} put={put} wrong={wrong} tlp={tlp} />}
        {step === 'seal' && <SealStep draft={draft} put={put} wrong={wrong} tlp={tlp} />}
        {step === 'check' && <CheckStep draft={draft} put={put} wrong={wrong} tlp={tlp} go={go} />}
        {step === 'check' && <Said outcome={outcome} />}
        {step === 'check' && trouble && <Button variant="light" size="md" onClick={() => go(trouble)}>{t('intake.mend', { step: t(`intake.step.${trouble}`) })}</Button>}
        <Group justify="space-between" className="intake-foot">
          {at > 0 ? <Button size="lg" variant="default" onClick={() => go(steps[at - 1]!)}>{t('intake.back')}</Button> : <span />}
          <Button size="lg" type="submit" loading={fetching} disabled={!isFilled(step, draft)}>{step === 'check' ? t('intake.record') : t('intake.next')}</Button>
        </Group>
        <Text size="xs" c="dimmed">{t('intake.kept')}</Text>
      </Stack>
    </form>
  );
}
