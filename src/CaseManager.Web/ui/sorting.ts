import { useState } from 'react';

type Way = 'ASC' | 'DESC';

/** An order as the address says it: `-changedAt` is the latest first. */
export const written = ({ id, desc }: { id: string; desc: boolean }) => (desc ? `-${id}` : id);

/** The order as the server is asked for it; nothing when it is by none of the columns that sort. */
export function orderBy(sort: string | undefined, columns: readonly { id: string; sorts?: boolean }[]): Record<string, Way>[] | null {
  const column = columns.find(({ id, sorts }) => sorts && id === sort?.replace('-', ''));
  return column ? [{ [column.id]: sort?.startsWith('-') ? 'DESC' : 'ASC' }] : null;
}

/** The cursor after which a list goes on; from its start again as soon as something else is listed. */
export function useAfter(of: string) {
  const [page, setPage] = useState<{ of: string; after?: string }>({ of });
  return [page.of === of ? page.after : undefined, (after?: string | null) => setPage({ of, after: after ?? undefined })] as const;
}
