import { Alert } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { line } from './line';

/** Says that nothing new reaches the page, and how old what it shows may be. */
export function LineBanner() {
  const { t } = useTranslation();
  const state = useSyncExternalStore(line.onChange, line.state);
  const now = useSeconds(state === 'lost');
  if (state !== 'lost') return null;
  const seconds = Math.max(0, Math.round((now - line.since()) / 1000));
  return (
    <Alert color="red" mb="md" icon={<IconPlugConnectedX aria-hidden />} role="alert" className="line-lost">{t('line.lost', { count: seconds })}</Alert>
  );
}

/** The time of this machine, once a second while it is asked for. */
export function useSeconds(running = true) {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (!running) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [running]);
  return now;
}
