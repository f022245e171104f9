import { Stack, Table, Text, Title } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '../../../gql';
import { Faces, NotFound } from '../../../ui/Faces';
import { LinkTo } from '../../../ui/LinkTo';
import { useLive } from '../../../ui/live';
import { useMarking } from '../../../ui/Marking';
import { When } from '../../../ui/When';
import { digits } from '../board/now';
import { offset } from '../board/SiteRows';
import { BoardChanged } from '../board/useBoard';
import { usePart } from '../board/usePart';
import { HHour } from './HHour';
import { Policy } from './Policy';
import { Sites } from './Sites';
import { Team } from './Team';

const Plan = graphql(`
  query OperationPlan($id: ID!) {
    point
    operation(id: $id) {
      id version name aim hHour windowMinutes status plannedAt
      plannedBy { id name agency { id code } } leadAgency { id code name } case { id number title }
      phases { name minutes } policy { ...PolicyShown }
      sites(first: 50) { nodes { id ...PlannedSite } }
      partnerSites(first: 1) { totalCount }
    }
  }
`);

const route = getRouteApi('/operations/$id/plan');

/** What is meant to happen: why, when, where, under what authority, and who knows of it. */
export function PlanPage() {
  const { t } = useTranslation();
  const { id } = route.useParams();
  const [{ data, error }, ask] = useQuery({ query: Plan, variables: { id } });
  const part = usePart(id);
  useMarking(data?.operation?.sites?.nodes?.length ? 'AMBER_STRICT' : null);
  useLive(BoardChanged, { id }, () => ask({ requestPolicy: 'network-only' }), data?.point);
  const again = () => ask({ requestPolicy: 'network-only' });

  return (
    <Faces data={data?.operation} error={error} empty={data && <NotFound />}>
      {(plan) => (
        <Stack gap="xl" maw="70rem">
          <section aria-labelledby="aim">
            <Title order={2} size="h4" id="aim">{t('plan.aim')}</Title>
            <Text className="wrap" mt={4}>{plan.aim}</Text>
            <Text size="sm" c="dimmed" mt={4}>
              {plan.plannedBy && <>{t('plan.by', { name: plan.plannedBy.name, agency: plan.plannedBy.agency?.code ?? '—' })} <When at={plan.plannedAt} /></>}
              {plan.case && <> · {t('plan.for')} <LinkTo underline="always" to="/cases/$number" params={{ number: plan.case.number }}>{plan.case.number} {plan.case.title}</LinkTo></>}
            </Text>
          </section>
          <HHour id={id} version={plan.version} at={plan.hHour} window={plan.windowMinutes} sites={plan.sites?.nodes ?? []} part={part} open={plan.status !== 'ABORTED'} again={again} />
          <Sites operation={id} sites={plan.sites?.nodes ?? []} all={plan.partnerSites?.totalCount ?? 0} at={plan.hHour} part={part} open={plan.status !== 'ABORTED'} gone={plan.status === 'GO'} again={again} />
          <Policy operation={id} version={plan.version} policy={plan.policy} part={part} open={plan.status !== 'ABORTED'} again={again} />
          <section aria-labelledby="phases">
            <Title order={2} size="h4" id="phases">{t('plan.phases')}</Title>
            <Table.ScrollContainer minWidth={280} type="native" tabIndex={0}>
              <Table className="tabular">
                <Table.Thead><Table.Tr>{(['phase', 'offset', 'utc'] as const).map((head) => <Table.Th key={head} scope="col">{t(`plan.head.${head}`)}</Table.Th>)}</Table.Tr></Table.Thead>
                <Table.Tbody>
                  {plan.phases.map((phase) => (
                    <Table.Tr key={phase.name} fw={phase.minutes === 0 ? 700 : undefined}>
                      <Table.Th scope="row" fw="inherit">{phase.name}</Table.Th>
                      <Table.Td>{offset(phase.minutes)}</Table.Td>
                      <Table.Td>{digits(Date.parse(plan.hHour) + phase.minutes * 60_000, 'UTC')} UTC</Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          </section>
          <Team operation={id} part={part} />
        </Stack>
      )}
    </Faces>
  );
}
