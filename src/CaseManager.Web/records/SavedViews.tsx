import { ActionIcon, Button, Group, Menu, Modal, Stack, Text } from '@mantine/core';
import { IconBookmark, IconPencil, IconTrash } from '@tabler/icons-react';
import { useRouter, useRouterState } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '../gql';
import type { SavedViewsQuery, Sharing } from '../gql/graphql';
import { ActForm } from './ActForm';
import { Said } from './Said';
import { useAct } from './useAct';

const Saved = graphql(`
  query SavedViews($page: String!) {
    me { id savedViews(first: 50, where: { page: { eq: $page } }, order: [{ name: ASC }]) { nodes { id version name query shared officer { id name } } } }
  }
`);
const Save = graphql(`mutation SaveView($input: SaveViewInput!) { saveView(input: $input) { savedView { id } version errors { ...Trouble } } }`);
const Rename = graphql(`mutation RenameView($input: RenameSavedViewInput!) { renameSavedView(input: $input) { savedView { id name version } version errors { ...Trouble } } }`);
const Remove = graphql(`mutation RemoveView($input: RemoveSavedViewInput!) { removeSavedView(input: $input) { savedView { id } version errors { ...Trouble } } }`);

type View = NonNullable<NonNullable<NonNullable<SavedViewsQuery['me']>['savedViews']>['nodes']>[number];

/** Filters of a page that its officer keeps under names, and those that colleagues share. `onOpen` is told what the address holds then. */
export function SavedViews({ page, onOpen }: { page: string; onOpen?: (search: Record<string, unknown>) => void }) {
  const { t } = useTranslation();
  const router = useRouter();
  const { pathname, searchStr } = useRouterState({ select: (state) => state.location });
  const [{ data }, ask] = useQuery({ query: Saved, variables: { page } });
  const [saving, setSaving] = useState(false);
  const [keeping, setKeeping] = useState(false);
  const save = useAct(Save);
  const views = data?.me?.savedViews?.nodes ?? [];
  const own = views.filter((view) => view.officer?.id === data?.me?.id);
  const again = () => ask({ requestPolicy: 'network-only' });
  if (!data?.me) return null;

  function open(query: string) {
    const search = router.options.parseSearch(query) as Record<string, unknown>;
    void router.navigate({ to: pathname, search } as never).then(() => onOpen?.(search));
  }

  const item = (view: View) => (
    <Menu.Item key={view.id} onClick={() => open(view.query ?? '')} aria-current={(view.query ?? '') === searchStr || undefined} fw={(view.query ?? '') === searchStr ? 700 : undefined}>
      {view.name}{view.officer?.id !== data?.me?.id && <Text size="xs" c="dimmed">{view.officer?.name}</Text>}
    </Menu.Item>
  );
  return (
    <>
      <Menu position="bottom-start" width={260}>
        <Menu.Target><Button variant="default" className="no-print" leftSection={<IconBookmark size={16} aria-hidden />}>{t('views.title')}</Button></Menu.Target>
        <Menu.Dropdown mah="60vh" style={{ overflowY: 'auto' }}>
          {views.length === 0 && <Menu.Label>{t('views.none')}</Menu.Label>}
          {own.map(item)}
          {views.length > own.length && <Menu.Label>{t('views.shared')}</Menu.Label>}
          {views.filter((view) => !own.includes(view)).map(item)}
          <Menu.Divider />
          <Menu.Item onClick={() => { save.forget(); setSaving(true); }}>{t('views.save')}</Menu.Item>
          {own.length > 0 && <Menu.Item onClick={() => setKeeping(true)}>{t('views.keep')}</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
      {saving && (
        <ActForm
          title={t('views.save')} does={t('views.saveIt')} {...save} close={(done) => { setSaving(false); if (done) again(); }}
          fields={[
            { name: 'name', label: t('views.name') },
            { name: 'shared', label: t('views.whoSees'), kind: 'choice', initial: 'NOBODY', choices: (['NOBODY', 'AGENCY'] as const).map((value) => ({ value, label: t(`sharing.${value}`) })) },
          ]}
          act={({ name, shared }) => save.act({ page, name: name!, query: searchStr || null, shared: shared as Sharing })}
        />
      )}
      {keeping && (
        <Modal opened onClose={() => setKeeping(false)} title={t('views.keep')} closeButtonProps={{ 'aria-label': t('faces.close') }}>
          <Stack gap="xs">{own.length === 0 ? <Text c="dimmed">{t('views.none')}</Text> : own.map((view) => <Kept key={view.id} view={view} changed={again} />)}</Stack>
        </Modal>
      )}
    </>
  );
}

function Kept({ view, changed }: { view: View; changed: () => void }) {
  const { t } = useTranslation();
  const [renaming, setRenaming] = useState(false);
  const rename = useAct(Rename);
  const remove = useAct(Remove);
  return (
    <div>
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{view.name} <Text span size="xs" c="dimmed">{t(`sharing.${view.shared}`)}</Text></Text>
        <Group gap={4} wrap="nowrap">
          <ActionIcon variant="subtle" onClick={() => setRenaming(true)} aria-label={t('views.rename', { name: view.name })}><IconPencil size={16} aria-hidden /></ActionIcon>
          <ActionIcon variant="subtle" color="red" loading={remove.fetching} aria-label={t('views.remove', { name: view.name })} onClick={() => void remove.act({ view: view.id }).then((done) => done && changed())}>
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </Group>
      </Group>
      <Said outcome={remove.outcome} />
      {renaming && (
        <ActForm
          title={t('views.rename', { name: view.name })} does={t('views.saveIt')} {...rename} close={(done) => { setRenaming(false); if (done) changed(); }}
          fields={[{ name: 'name', label: t('views.name'), initial: view.name }]}
          act={({ name }) => rename.act({ view: view.id, version: view.version, name: name! })}
        />
      )}
    </div>
  );
}
