import { Button, Group } from '@mantine/core';
import type { FormEvent, KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** A form at the foot of the page, so that one sees what one writes about. Ctrl+Enter sends it, Esc puts it away with what is written. */
export function Composer({ label, send, later, discard, busy, ready, action, children }: {
  label: string; send: () => void; later: () => void; discard: () => void; busy: boolean; ready: boolean; action: string; children: ReactNode;
}) {
  const { t } = useTranslation();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready && !busy) send();
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented) later();
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && ready && !busy) {
      event.preventDefault();
      send();
    }
  };
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys of the fields in it
    <form className="composer no-print" aria-label={label} onSubmit={submit} onKeyDown={keys}>
      {children}
      <Group mt="sm" gap="xs">
        <Button type="submit" size="sm" loading={busy} disabled={!ready}>{action}</Button>
        <Button size="sm" variant="default" onClick={later}>{t('record.later')}</Button>
        <Button size="sm" variant="subtle" color="red" onClick={discard}>{t('record.discard')}</Button>
        <span className="hint">{t('record.hint')}</span>
      </Group>
    </form>
  );
}
