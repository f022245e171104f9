import { Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TypedDocumentNode } from 'urql';
import { Said } from '../../records/Said';
import { useAct } from '../../records/useAct';
import { useFault } from '../../records/useFault';

type Intent = { clientMutationId?: string | null };

/** An act in a dialog: what it needs, and why it is done. A refusal keeps it open with all that was written. */
export function ActModal<Data extends object, Input extends Intent>({ title, action, document, input, reason = 'required', reasonLabel, danger = false, ready = true, children, instead, close }: {
  title: string; action: string; document: TypedDocumentNode<Data, { input: Input }>; input: (reason: string) => Omit<Input, 'clientMutationId'>;
  reason?: 'required' | 'optional' | 'none'; reasonLabel?: string; danger?: boolean; ready?: boolean; children?: ReactNode | ((fault: (field: string) => string | undefined) => ReactNode);
  /** What may be done instead, when it was refused with this code. */
  instead?: (code: string) => ReactNode;
  close: (done?: Data[keyof Data]) => void;
}) {
  const { t } = useTranslation();
  const [why, setWhy] = useState('');
  const { act, outcome, fetching } = useAct(document);
  const fault = useFault(outcome);
  const whole = ready && (reason !== 'required' || why.trim() !== '');

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (whole) void act(input(why)).then((done) => done && close(done));
  };

  return (
    <Modal opened onClose={() => close()} title={title} closeButtonProps={{ 'aria-label': t('faces.close') }}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          {typeof children === 'function' ? children(fault) : children}
          {reason !== 'none' && (
            <Textarea
              label={reasonLabel ?? t('record.reason')} required={reason === 'required'} autosize minRows={2} value={why} data-autofocus={children === undefined || undefined}
              onChange={(event) => setWhy(event.currentTarget.value)} error={fault('reason') ?? fault('outcome') ?? fault('remark')}
            />
          )}
          <Said outcome={outcome} />
          {outcome && instead?.(outcome.code)}
          <Group justify="end" gap="xs">
            <Button variant="default" onClick={() => close()}>{t('faces.cancel')}</Button>
            <Button type="submit" loading={fetching} disabled={!whole} color={danger ? 'red' : undefined}>{action}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
