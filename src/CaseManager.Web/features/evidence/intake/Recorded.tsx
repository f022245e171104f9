import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** It is on the record: its number for the bag, and what comes next. */
export function Recorded({ exhibit, another }: { exhibit: { id: string; number: string }; another: () => void }) {
  const { t } = useTranslation();
  return (
    <Stack className="intake" role="status">
      <Title order={2} size="h4">{t('intake.recorded')}</Title>
      <Text className="bag">{exhibit.number}</Text>
      <Text>{t('intake.recordedHint')}</Text>
      <Group>
        <Button size="lg" onClick={another}>{t('intake.another')}</Button>
        <Button size="lg" variant="default" component={Link} to="/exhibits/$id" params={{ id: exhibit.id } as never} search={{ act: 'offer' } as never}>{t('intake.offerNow')}</Button>
        <Button size="lg" variant="default" component={Link} to="/exhibits/$id" params={{ id: exhibit.id } as never}>{t('exhibits.open')}</Button>
      </Group>
    </Stack>
  );
}
