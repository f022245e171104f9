import { ActionIcon, Anchor, Button, Code, Group, Popover } from '@mantine/core';
import { IconCode } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** The question behind a number: to be read, copied, or asked anew and changed. */
export function QueryButton({ query, of }: { query: string; of: string }) {
  const { t } = useTranslation();
  return (
    <Popover width={420} position="bottom-end" withArrow trapFocus>
      <Popover.Target>
        <ActionIcon variant="subtle" color="gray" size="md" className="no-print" aria-label={t('supervision.query', { of })} title={t('supervision.query', { of })}><IconCode size={16} aria-hidden /></ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <Code block tabIndex={0}>{query}</Code>
        <Group mt="xs">
          <Button size="compact-sm" variant="default" onClick={() => void navigator.clipboard.writeText(query)}>{t('supervision.copy')}</Button>
          <Anchor size="sm" href={`/graphql#query=${encodeURIComponent(query)}`}>{t('supervision.graphiql')}</Anchor>
        </Group>
      </Popover.Dropdown>
    </Popover>
  );
}
