import { Group, Kbd, Modal, Switch, Table, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { keysNow, useKeys } from './keys';
import { settings, useSettings } from './settings';

/** `?`: every key that acts on this page, and the switch for those who need single keys off. */
export function KeyHelp() {
  const { t } = useTranslation();
  const [open, { open: show, close }] = useDisclosure();
  const { singleKeys } = useSettings();
  useKeys([{ keys: '?', text: t('keys.help'), run: show }]);
  return (
    <Modal opened={open} onClose={close} title={t('keys.title')} closeButtonProps={{ 'aria-label': t('faces.close') }}>
      <Table>
        <Table.Tbody>
          <Table.Tr><Table.Td><Kbd>Ctrl K</Kbd></Table.Td><Table.Td>{t('keys.menu')}</Table.Td></Table.Tr>
          {open && keysNow().map((key) => (
            <Table.Tr key={key.keys + key.text}>
              <Table.Td><Group gap={4}>{key.keys.split(' ').map((one, at) => <Kbd key={at}>{named(one)}</Kbd>)}</Group></Table.Td>
              <Table.Td>{key.text}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Switch mt="md" label={t('keys.single')} checked={singleKeys} onChange={(event) => settings.set({ singleKeys: event.currentTarget.checked })} />
      <Text size="xs" c="dimmed" mt={4}>{t('keys.singleHint')}</Text>
    </Modal>
  );
}

const named = (key: string) => ({ ' ': 'Space', Escape: 'Esc', ArrowUp: '↑', ArrowDown: '↓' })[key] ?? (key.length === 1 ? key.toUpperCase() : key);
