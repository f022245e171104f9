import { Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql, read } from '../../gql';
import { useMarked } from '../../records/marking';
import { Marks } from '../../records/Marks';
import { Faces, NotFound } from '../../ui/Faces';
import { LinkTo } from '../../ui/LinkTo';
import { clock } from '../../ui/When';
import { EntryLine } from './entries';

const Glance = graphql(`
  query CaseGlance($number: String!) {
    caseByNumber(number: $number) {
      id number title stage priority marking { ...Marked } summary lead { id name }
      tasks(first: 1, where: { status: { in: [OPEN, STARTED] } }) { totalCount }
      exhibits(first: 1) { totalCount }
      timeline(first: 3) { totalCount nodes { ...EntryLine } }
    }
  }
`);

/** A case at a glance, beside the list. */
export function CasePeek({ number }: { number: string }) {
  const { t, i18n } = useTranslation();
  const [{ data, error }] = useQuery({ query: Glance, variables: { number } });
  useMarked(useMemo(() => [data?.caseByNumber?.marking, ...(data?.caseByNumber?.timeline?.nodes ?? []).map((node) => read(EntryLine, node).marking)], [data]));
  return (
    <Faces data={data?.caseByNumber} error={error} empty={<NotFound />}>
      {(file) => (
        <Stack gap="sm">
          <div><LinkTo to="/cases/$number" params={{ number: file.number }} fw={600}>{file.title}</LinkTo> <Marks of={file.marking} /></div>
          <Text size="sm" c="dimmed">{t(`stage.${file.stage}`)} · {t(`priority.${file.priority}`)} · {file.lead?.name}</Text>
          <Text className="wrap">{file.summary}</Text>
          <Text size="sm">{[t('overview.allTasks', { count: file.tasks?.totalCount ?? 0 }), `${file.exhibits?.totalCount ?? 0} ${t('overview.exhibits', { count: file.exhibits?.totalCount ?? 0 })}`, t('timeline.count', { count: file.timeline?.totalCount ?? 0 })].join(' · ')}</Text>
          <ul className="rows">
            {(file.timeline?.nodes ?? []).map((node) => read(EntryLine, node)).map((line) => (
              <li key={line.entry}><span className="quiet">{clock(i18n.language, line.occurredAt, line.occurredZone)}</span><div>{line.text.slice(0, 160)}</div></li>
            ))}
          </ul>
        </Stack>
      )}
    </Faces>
  );
}
