import { Button, Menu, type MenuProps } from '@mantine/core';
import { IconColumns } from '@tabler/icons-react';
import { type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column, Order } from './Grid';
import { settings } from './settings';

// No higher than there is room between the bands of the marking.
const fitting: MenuProps['middlewares'] = {
  flip: true, shift: true,
  size: { padding: 28, apply: ({ availableHeight, elements }) => { elements.floating.style.maxHeight = `${availableHeight}px`; } },
};

/** Which columns a list shows; where there is no room for heads, also in which order. */
export function GridMenu<Row>({ list, columns, shown, order, heads }: {
  list: string; columns: readonly Column<Row>[]; shown: Record<string, boolean>; order?: Order; heads: RefObject<HTMLElement | null>;
}) {
  const { t } = useTranslation();
  const [stacked, setStacked] = useState(false);
  const all = settings.now().columns;
  const keep = (chosen?: Record<string, boolean>) => settings.set({ columns: { ...all, [list]: chosen } });
  const sorting = stacked && order ? columns.filter(({ sorts }) => sorts) : [];
  return (
    <Menu position="bottom-end" width={240} middlewares={fitting} withInitialFocusPlaceholder={false} onOpen={() => setStacked(!heads.current?.checkVisibility())}>
      <Menu.Target>
        <Button size="compact-sm" variant="subtle" color="gray" fw={500} className="no-print columns" leftSection={<IconColumns size={16} aria-hidden />}>{t('grid.columns')}</Button>
      </Menu.Target>
      <Menu.Dropdown className="options-fit">
        {columns.filter(({ name, acts }) => !name && !acts).map(({ id, head }) => (
          <Menu.CheckboxItem key={id} checked={shown[id] ?? true} onChange={(checked) => keep({ ...all[list], [id]: checked })}>{t(head)}</Menu.CheckboxItem>
        ))}
        <Menu.Divider />
        <Menu.Item disabled={!all[list]} onClick={() => keep()}>{t('grid.usual')}</Menu.Item>
        {order && sorting.length > 0 && (
          <Menu.RadioGroup value={order.sort ?? order.usual ?? null} onChange={(sort) => order.change(sort === order.usual ? undefined : sort)}>
            <Menu.Divider />
            <Menu.Label>{t('grid.order')}</Menu.Label>
            {sorting.flatMap(({ id, head }) => [
              <Menu.RadioItem key={id} value={id}>{t('grid.rising', { head: t(head) })}</Menu.RadioItem>,
              <Menu.RadioItem key={`-${id}`} value={`-${id}`}>{t('grid.falling', { head: t(head) })}</Menu.RadioItem>,
            ])}
          </Menu.RadioGroup>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
