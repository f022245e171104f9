import { Button, Group, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { QueryButton } from './QueryButton';

type Page = { totalCount: number; pageInfo: { hasNextPage: boolean; endCursor?: string | null } };

/** A list behind a number: how many there are, how it was asked for, and the rows. */
export function Listed({ page, query, heads, more, children }: { page: Page; query: string; heads: readonly string[]; more: (after: string) => void; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <>
      <Group gap="xs"><Text size="sm" c="dimmed" role="status">{t('supervision.rows', { count: page.totalCount })}</Text><QueryButton query={query} of={t('supervision.list')} /></Group>
      {page.totalCount > 0 && (
        <Table.ScrollContainer minWidth={320}>
          <Table highlightOnHover>
            <Table.Thead><Table.Tr>{heads.map((head, at) => <Table.Th key={at} scope="col">{head}</Table.Th>)}</Table.Tr></Table.Thead>
            <Table.Tbody>{children}</Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {page.pageInfo.hasNextPage && <Button variant="default" className="start no-print" onClick={() => more(page.pageInfo.endCursor!)}>{t('faces.more')}</Button>}
    </>
  );
}
