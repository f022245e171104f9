import { Badge, Button, Chip, Group, Stack, Table, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql, read, type FragmentType } from '../../gql';
import type { CaseFilterInput, Stage } from '../../gql/graphql';
import { SavedViews } from '../../records/SavedViews';
import { Empty, Faces } from '../../ui/Faces';
import { LinkTo } from '../../ui/LinkTo';
import { strictest, TlpBadge, useMarking } from '../../ui/Marking';
import { When } from '../../ui/When';

const Cases = graphql(`
  query Cases($where: CaseFilterInput, $after: String) {
    me { id }
    cases(first: 30, after: $after, where: $where) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes { id tlp ...CaseLine }
    }
  }
`);

const CaseLine = graphql(`
  fragment CaseLine on Case { id number title stage priority tlp closureProposedAt changedAt lead { id name } leadAgency { id code } }
`);

const Mine = graphql(`query WhoAmI { me { id } }`);

const stages: Stage[] = ['INTAKE', 'INVESTIGATION', 'PENDING_CHARGES', 'BEFORE_COURTS', 'SUSPENDED', 'CLOSED'];
const route = getRouteApi('/cases');

/** Every case one may see, found by words, stage and whether it is one's own; the filter is in the address. */
export function CasesPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [words, setWords] = useState(search.q ?? '');
  const [after, setAfter] = useState<string>();
  const [{ data: who }] = useQuery({ query: Mine });
  const [{ data, error }] = useQuery({ query: Cases, variables: { where: filter(search, who?.me?.id), after } });
  useMarking(data?.cases ? strictest((data.cases.nodes ?? []).map((c) => c.tlp)) : null);

  const change = (next: typeof search) => {
    setAfter(undefined);
    void navigate({ search: { ...search, ...next }, replace: true });
  };
  const look = useDebouncedCallback((q: string) => change({ q: q || undefined }), 250);

  return (
    <Stack>
      <Title order={1} size="h2">{t('cases.title')}</Title>
      <Group align="end">
        <TextInput
          label={t('cases.find')} value={words} className="grow"
          onChange={(event) => { setWords(event.currentTarget.value); look(event.currentTarget.value); }}
        />
        <Chip.Group value={search.stage ?? ''} onChange={(stage) => change({ stage: (stage as string) || undefined })}>
          <Group gap={4}>
            <Chip value="">{t('cases.allStages')}</Chip>
            {stages.map((stage) => <Chip key={stage} value={stage}>{t(`stage.${stage}`)}</Chip>)}
          </Group>
        </Chip.Group>
        <Chip checked={search.mine ?? false} onChange={(mine) => change({ mine: mine || undefined })}>{t('cases.mine')}</Chip>
        <SavedViews page="cases" onOpen={({ q }) => setWords(typeof q === 'string' ? q : '')} />
      </Group>
      <Faces data={data?.cases} error={error}>
        {(cases) => cases.totalCount === 0 ? <Empty>{t('cases.none')}</Empty> : (
          <>
            <Text size="sm" c="dimmed" role="status">{t('cases.count', { count: cases.totalCount })}</Text>
            <Table.ScrollContainer minWidth={320}>
              <Table highlightOnHover>
                <Table.Thead>
                  <Table.Tr>
                    {(['number', 'name', 'stage', 'priority', 'lead', 'changed'] as const).map((head) => <Table.Th key={head} scope="col">{t(`cases.head.${head}`)}</Table.Th>)}
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>{(cases.nodes ?? []).map((line) => <Line key={line.id} line={line} />)}</Table.Tbody>
              </Table>
            </Table.ScrollContainer>
            {cases.pageInfo.hasNextPage && <Button variant="default" onClick={() => setAfter(cases.pageInfo.endCursor ?? undefined)}>{t('faces.more')}</Button>}
          </>
        )}
      </Faces>
    </Stack>
  );
}

function Line({ line }: { line: FragmentType<typeof CaseLine> }) {
  const { t } = useTranslation();
  const file = read(CaseLine, line);
  return (
    <Table.Tr>
      <Table.Td><LinkTo to="/cases/$number" params={{ number: file.number }} fw={600} className="nowrap">{file.number}</LinkTo></Table.Td>
      <Table.Td>{file.title} <TlpBadge tlp={file.tlp} /></Table.Td>
      <Table.Td>
        {t(`stage.${file.stage}`)} {file.closureProposedAt && <Badge size="sm" color="yellow">{t('cases.closing')}</Badge>}
      </Table.Td>
      <Table.Td>{t(`priority.${file.priority}`)}</Table.Td>
      <Table.Td>{file.lead?.name} <Text span size="xs" c="dimmed">{file.leadAgency?.code}</Text></Table.Td>
      <Table.Td><When at={file.changedAt} /></Table.Td>
    </Table.Tr>
  );
}

function filter(search: { q?: string; stage?: string; mine?: boolean }, me?: string): CaseFilterInput | null {
  const all: CaseFilterInput[] = [];
  if (search.q) all.push({ or: [{ title: { contains: search.q } }, { number: { contains: search.q } }, { summary: { contains: search.q } }] });
  if (search.stage) all.push({ stage: { eq: search.stage as Stage } });
  if (search.mine && me) all.push({ lead: { eq: me } });
  return all.length > 0 ? { and: all } : null;
}
