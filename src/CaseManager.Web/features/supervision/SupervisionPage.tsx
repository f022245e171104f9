import { Button, Group, NumberInput, Select, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useThrottledCallback } from '@mantine/hooks';
import { IconPrinter, IconRefresh } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '../../gql';
import type { SupervisionQuery } from '../../gql/graphql';
import { useLists } from '../../records/useLists';
import { Faces } from '../../ui/Faces';
import { useMarking } from '../../ui/Marking';
import { When } from '../../ui/When';
import { type Asked, casesOf, exhibitsOf, operationsOf, query, tasksOf } from './asked';
import { Attention } from './Attention';
import { Figures } from './Figures';
import { Workloads } from './Workloads';

const Supervision = graphql(`
  query Supervision(
    $cases: CaseFilterInput, $exhibits: ExhibitFilterInput, $tasks: TaskFilterInput, $closing: CaseFilterInput, $undecided: CaseFilterInput, $idle: Int,
    $transit: Int, $late: ExhibitFilterInput, $overdue: TaskFilterInput, $soon: OperationFilterInput
  ) {
    point
    agencies(first: 50) { nodes { id code name } }
    stage: caseFigures(by: STAGE, where: $cases) { key count }
    leadAgency: caseFigures(by: LEAD_AGENCY, where: $cases) { key count }
    priority: caseFigures(by: PRIORITY, where: $cases) { key count }
    outcome: caseFigures(by: OUTCOME, where: $cases) { key count }
    age: caseFigures(by: AGE, where: $cases) { key count }
    exhibitStatus: exhibitFigures(by: STATUS, where: $exhibits) { key count }
    exhibitKind: exhibitFigures(by: KIND, where: $exhibits) { key count }
    exhibitHolder: exhibitFigures(by: HOLDER_AGENCY, where: $exhibits) { key count }
    exhibitAge: exhibitFigures(by: AGE, where: $exhibits) { key count }
    taskStatus: taskFigures(by: STATUS, where: $tasks) { key count }
    taskAgency: taskFigures(by: ASSIGNEE_AGENCY, where: $tasks) { key count }
    workloads(where: $tasks) { officer { id name agency { id code } } open overdue }
    closing: cases(first: 1, where: $closing) { totalCount }
    undecided: cases(first: 1, where: $undecided) { totalCount }
    idle: cases(first: 1, where: $cases, inactiveForDays: $idle) { totalCount }
    transit: exhibits(first: 1, where: $exhibits, inTransitForHours: $transit) { totalCount }
    late: exhibits(first: 1, where: $late) { totalCount }
    overdue: tasks(first: 1, where: $overdue) { totalCount }
    soon: operations(first: 1, where: $soon) { totalCount }
  }
`);

export type Told = SupervisionQuery;

const every = 30_000; // ms after which the figures are asked for again
const route = getRouteApi('/supervision');

/** How the work stands: what needs somebody now, then how much there is of what. Each number leads to its list and says how it was asked for. */
export function SupervisionPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [now, setNow] = useState(() => new Date());
  const within: Required<Pick<Asked, 'idle' | 'transit' | 'soon'>> = { idle: search.idle ?? 14, transit: search.transit ?? 24, soon: search.soon ?? 72 };
  const { agency } = search;
  const variables = useMemo(() => ({
    cases: casesOf({ agency }, now), exhibits: exhibitsOf({ agency }, now), tasks: tasksOf({ agency }),
    closing: casesOf({ agency, closing: true }, now), undecided: casesOf({ agency, overdue: true }, now), idle: within.idle, transit: within.transit,
    late: exhibitsOf({ agency, overdue: true }, now), overdue: tasksOf({ agency, overdue: true }), soon: operationsOf({ agency, soon: within.soon }, now),
  }), [agency, now, within.idle, within.transit, within.soon]);
  const [{ data, error, fetching }] = useQuery({ query: Supervision, variables, requestPolicy: 'network-only' });
  const [kept, setKept] = useState<Told>();
  useMarking(data && data.stage.length + data.exhibitStatus.length > 0 ? 'AMBER' : null);
  useEffect(() => {
    if (data) setKept(data);
  }, [data]);
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), every);
    return () => clearInterval(timer);
  }, []);
  // Everything is counted anew: not with each act of a busy morning.
  const count = useThrottledCallback(() => setNow(new Date()), 5_000);
  const change = (next: Partial<typeof search>) => void navigate({ search: { ...search, ...next }, replace: true });
  const told = data ?? kept;
  useLists(['Case', 'Exhibit', 'Operation', 'Task'], count, told?.point);

  return (
    <Stack>
      <Group justify="space-between" align="start">
        <div>
          <Title order={1} size="h2">{t('supervision.title')}</Title>
          <Text size="sm" c="dimmed">{t('supervision.asOf')} <When at={now.toISOString()} seconds /></Text>
        </div>
        <Group gap="xs" className="no-print">
          <Button variant="default" size="xs" loading={fetching} leftSection={<IconRefresh size={16} aria-hidden />} onClick={() => setNow(new Date())}>{t('supervision.again')}</Button>
          <Button variant="default" size="xs" leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => print()}>{t('supervision.print')}</Button>
        </Group>
      </Group>
      <Group align="end" className="no-print">
        <Select
          label={t('supervision.agency')} clearable value={agency ?? null} onChange={(code) => change({ agency: code ?? undefined })} placeholder={t('supervision.everyAgency')}
          data={(told?.agencies?.nodes ?? []).map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))} w={260} clearButtonProps={{ 'aria-label': t('faces.clear') }}
        />
        {(['idle', 'transit', 'soon'] as const).map((name) => (
          <NumberInput key={name} label={t(`supervision.${name}Label`)} min={0} max={999} w={170} value={within[name]} onChange={(value) => typeof value === 'number' && change({ [name]: value })} />
        ))}
      </Group>
      <Faces data={told} error={error}>
        {(figures) => (
          <>
            <Attention told={figures} within={within} agency={agency} now={now} />
            <section aria-labelledby="of-cases">
              <Title order={2} size="h4" id="of-cases" mb="xs">{t('supervision.cases')}</Title>
              <SimpleGrid cols={{ base: 1, md: 2, lg: 3 }}>
                {([['STAGE', figures.stage], ['LEAD_AGENCY', figures.leadAgency], ['PRIORITY', figures.priority], ['OUTCOME', figures.outcome], ['AGE', figures.age]] as const).map(([by, counts]) => (
                  <Figures key={by} of="cases" by={by} counts={counts} agency={agency} query={query('caseFigures', { by, where: variables.cases }, 'key count')} />
                ))}
              </SimpleGrid>
            </section>
            <section aria-labelledby="of-exhibits">
              <Title order={2} size="h4" id="of-exhibits" mb="xs">{t('supervision.exhibits')}</Title>
              <SimpleGrid cols={{ base: 1, md: 2, lg: 3 }}>
                {([['STATUS', figures.exhibitStatus], ['KIND', figures.exhibitKind], ['HOLDER_AGENCY', figures.exhibitHolder], ['AGE', figures.exhibitAge]] as const).map(([by, counts]) => (
                  <Figures key={by} of="exhibits" by={by} counts={counts} agency={agency} query={query('exhibitFigures', { by, where: variables.exhibits }, 'key count')} />
                ))}
              </SimpleGrid>
            </section>
            <section aria-labelledby="of-tasks">
              <Title order={2} size="h4" id="of-tasks" mb="xs">{t('supervision.tasks')}</Title>
              <SimpleGrid cols={{ base: 1, md: 2, lg: 3 }}>
                {([['STATUS', figures.taskStatus], ['ASSIGNEE_AGENCY', figures.taskAgency]] as const).map(([by, counts]) => (
                  <Figures key={by} of="tasks" by={by} counts={counts} agency={agency} query={query('taskFigures', { by, where: variables.tasks }, 'key count')} />
                ))}
                <Workloads told={figures} agency={agency} query={query('workloads', { where: variables.tasks }, 'officer { name } open overdue')} />
              </SimpleGrid>
            </section>
          </>
        )}
      </Faces>
    </Stack>
  );
}
