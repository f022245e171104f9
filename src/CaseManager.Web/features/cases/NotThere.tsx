import { Button, Stack } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BreakGlass } from '../../records/BreakGlass';
import { useOversight } from '../../records/useOversight';
import { NotFound } from '../../ui/Faces';

/** There is no such case, or none for whoever asks; those who may open one in an emergency find the way here. */
export function NotThere({ number, opened }: { number: string; opened: () => void }) {
  const { t } = useTranslation();
  const { breaksGlass } = useOversight();
  const [breaking, setBreaking] = useState(false);
  return (
    <Stack align="center" gap={0}>
      <NotFound />
      {breaksGlass && <Button variant="subtle" color="red" leftSection={<IconAlertTriangle size={16} aria-hidden />} onClick={() => setBreaking(true)}>{t('emergency.breakMore')}</Button>}
      {breaking && <BreakGlass number={number} close={(done) => { setBreaking(false); if (done) opened(); }} />}
    </Stack>
  );
}
