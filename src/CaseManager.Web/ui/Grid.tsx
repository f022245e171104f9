import { Button, Group, Text } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { columnVisibilityFeature, functionalUpdate, rowSortingFeature, tableFeatures, useTable } from '@tanstack/react-table';
import type { ParseKeys, TFunction } from 'i18next';
import { type ReactNode, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import './grid.css';
import { GridMenu } from './GridMenu';
import { type Peeked, usePeek } from './Peek';
import { useRows } from './rows';
import { useSettings } from './settings';
import { written } from './sorting';

/** One column of a list, as data. */
export type Column<Row> = {
  /** What the address and this machine know it by; the server's name of the field where it sorts. */
  id: string;
  head: ParseKeys;
  cell: (row: Row, t: TFunction) => ReactNode;
  /** The row's name: it heads the row and is always there. */
  name?: boolean;
  /** The server can sort by it. */
  sorts?: boolean;
  /** Not there until it is chosen. */
  spare?: boolean;
  /** Its values are moments, numbers or codes: never wrapped, and no wider than they are. */
  short?: boolean;
  /** It takes what room is left. */
  grows?: boolean;
  /** Only where there is room for many columns, and on paper. */
  wide?: boolean;
  /** On a telephone its value does not say by itself what it is: the head stands before it. */
  unsaid?: boolean;
  /** What one does with the row: always there, without a head for the eye, and not on paper. */
  acts?: boolean;
};

/** The order of the rows: what the address says of it, what it is when that says nothing, and how to change the address. */
export type Order = { sort?: string; usual?: string; change: (sort?: string) => void };

const features = tableFeatures({ columnVisibilityFeature, rowSortingFeature });
const fixed = <Row,>({ name, acts }: Column<Row>) => Boolean(name ?? acts);

/**
 * A list of records: heads that sort, columns to choose, rows for keys and pointer. The server sorts; which columns are shown is kept on
 * this machine under the name of the list.
 */
export function Grid<Row extends { id: string }>({ list, name, columns, rows, said, beside, order, open, peek, more }: {
  list: string; name: string; columns: readonly Column<Row>[]; rows: readonly Row[]; said: string; beside?: ReactNode;
  order?: Order; open?: (row: Row) => void; peek?: (row: Row) => Peeked; more?: () => void;
}) {
  const { t } = useTranslation();
  const side = usePeek();
  const heads = useRef<HTMLTableSectionElement>(null);
  const chosen = useSettings().columns[list];
  const of = useMemo(() => new Map(columns.map((column) => [column.id, column])), [columns]);
  const definitions = useMemo(() => columns.map((column) => ({
    id: column.id, accessorFn: (row: Row) => row, enableHiding: !fixed(column), enableSorting: column.sorts ?? false, sortDescFirst: false,
  })), [columns]);
  const columnVisibility = useMemo(() => ({ ...Object.fromEntries(columns.map(({ id, spare }) => [id, !spare])), ...chosen }), [columns, chosen]);
  const now = order && (order.sort ?? order.usual);
  const sorting = useMemo(() => (now ? [{ id: now.replace('-', ''), desc: now.startsWith('-') }] : []), [now]);
  const table = useTable({
    features, columns: definitions, data: rows, getRowId: (row) => row.id, manualSorting: true, enableMultiSort: false, enableSorting: order !== undefined,
    state: { columnVisibility, sorting },
    onSortingChange: (next) => {
      // After both ways round comes the usual order; where that is this very one, the other way.
      const [by] = functionalUpdate(next, sorting);
      const asked = by ? written(by) : now === order!.usual ? written({ ...sorting[0]!, desc: false }) : undefined;
      order!.change(asked === order!.usual ? undefined : asked);
    },
  });
  const row = useRows(rows.length, {
    open: open && ((at) => open(rows[at]!)),
    peek: peek && ((at) => side.peek(peek(rows[at]!))),
  });
  const shown = table.getVisibleLeafColumns();

  return (
    <div>
      <Group justify="space-between" gap="xs" className="grid-bar">
        <Group gap="xs"><Text size="sm" c="dimmed" role="status">{said}</Text>{beside}</Group>
        <GridMenu list={list} columns={columns} shown={columnVisibility} order={order} heads={heads} />
      </Group>
      {rows.length > 0 && (
        <div className="table-scroll">
          <table className="grid" aria-label={name}>
            <thead ref={heads}>
              <tr>
                {shown.map((column) => {
                  const { head, acts, ...looks } = of.get(column.id)!;
                  const sorted = column.getIsSorted();
                  const Arrow = sorted === 'desc' ? IconArrowDown : IconArrowUp;
                  return (
                    <th key={column.id} scope="col" className={classOf({ acts, ...looks })} aria-sort={sorted ? (sorted === 'desc' ? 'descending' : 'ascending') : undefined}>
                      {acts && <span className="sr">{t(head)}</span>}
                      {!acts && !column.getCanSort() && t(head)}
                      {!acts && column.getCanSort() && (
                        <button type="button" className="sort" data-sorted={sorted || undefined} onClick={() => column.toggleSorting()}>{t(head)}<Arrow size={13} aria-hidden /></button>
                      )}
                    </th>
                  );
                })}
              </tr>
            </thead>
            <tbody>
              {table.getRowModel().rows.map(({ id, original }, at) => (
                <tr key={id} {...row(at)} className={open ?? peek ? 'go' : undefined}>
                  {shown.map(({ id: at }) => {
                    const column = of.get(at)!;
                    const cell = column.cell(original, t);
                    return column.name ? <th key={at} scope="row" className={classOf(column)}>{cell}</th>
                      : <td key={at} className={classOf(column)} data-head={column.unsaid ? t(column.head) : undefined}>{cell}</td>;
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {more && <Button variant="default" mt="md" className="no-print" onClick={more}>{t('faces.more')}</Button>}
    </div>
  );
}

const looks = { short: 'nowrap', grows: 'grows', wide: 'wide-only', acts: 'no-print' } as const;
const classOf = (column: Partial<Record<keyof typeof looks, boolean>>) =>
  Object.entries(looks).flatMap(([look, name]) => (column[look as keyof typeof looks] ? [name] : [])).join(' ') || undefined;
