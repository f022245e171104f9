import { Button, Group, Modal, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../gql';
import { Said } from '../../records/Said';
import { useAct } from '../../records/useAct';
import type { SupervisedCase } from './CaseList';

const Approve = graphql(`mutation ApproveClosure($input: ApproveClosureInput!) { approveClosure(input: $input) { case { id stage version } version errors { ...Trouble } } }`);
const SendBack = graphql(`mutation SendClosureBack($input: RefuseClosureInput!) { refuseClosure(input: $input) { case { id stage version } version errors { ...Trouble } } }`);

/** A second person closes the case, or sends the proposal back and says why. */
export function DecideClosure({ of, done }: { of: SupervisedCase; done: (acted: boolean) => void }) {
  const { t } = useTranslation();
  const [said, setSaid] = useState('');
  const approve = useAct(Approve);
  const back = useAct(SendBack);

  async function decide(yes: boolean) {
    approve.forget();
    back.forget();
    const answer = yes ? await approve.act({ case: of.id, version: of.version, remark: said || null }) : await back.act({ case: of.id, version: of.version, reason: said });
    if (answer) done(true);
  }

  return (
    <Modal opened onClose={() => done(false)} title={t('supervision.closureOf', { number: of.number, title: of.title })} closeButtonProps={{ 'aria-label': t('faces.close') }}>
      <Text size="sm">{t('supervision.proposed', { name: of.closureProposedBy?.name ?? '—' })}{of.outcome && ' · '}{of.outcome && t(`closureOutcome.${of.outcome}`)}</Text>
      <Text size="sm" className="wrap" my="xs"><q>{of.closureReason}</q></Text>
      <Textarea label={t('supervision.remark')} description={t('supervision.remarkHint')} autosize minRows={2} value={said} onChange={(event) => setSaid(event.currentTarget.value)} data-autofocus />
      <Said outcome={approve.outcome ?? back.outcome} />
      <Group mt="md" justify="end">
        <Button variant="default" loading={back.fetching} disabled={said.trim() === ''} onClick={() => void decide(false)}>{t('supervision.sendBack')}</Button>
        <Button loading={approve.fetching} onClick={() => void decide(true)}>{t('supervision.approve')}</Button>
      </Group>
    </Modal>
  );
}
