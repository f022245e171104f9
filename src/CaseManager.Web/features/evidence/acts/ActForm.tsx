import { Button, Group, Modal, Stack } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Said } from '../../../records/Said';
import type { Outcome } from '../../../records/trouble';

/** A question put before an act: its fields, why it was not done, and the way back. */
export function ActForm({ title, submit, ready, fetching, outcome, fields, act, close, children }: {
  title: string; submit: string; ready: boolean; fetching: boolean; outcome?: Outcome;
  /** The fields of the form: a refusal that names one of them stands there. */
  fields: readonly string[]; act: () => void; close: () => void; children: ReactNode;
}) {
  const { t } = useTranslation();
  const phone = useMediaQuery('(max-width: 36em)');
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (ready && !fetching) act();
  };
  return (
    <Modal opened onClose={close} title={title} fullScreen={phone ?? false} closeButtonProps={{ 'aria-label': t('faces.close') }}>
      <form onSubmit={send}>
        <Stack gap="sm">
          {children}
          {outcome && !(outcome.field && fields.includes(outcome.field)) && <Said outcome={outcome} />}
          <Group justify="end">
            <Button variant="default" onClick={close}>{t('faces.cancel')}</Button>
            <Button type="submit" loading={fetching} disabled={!ready}>{submit}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
