import { Badge, Button, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '../../gql';
import type { SupervisedCasesQuery } from '../../gql/graphql';
import { Faces } from '../../ui/Faces';
import { LinkTo } from '../../ui/LinkTo';
import { strictest, TlpBadge, useMarking } from '../../ui/Marking';
import { When } from '../../ui/When';
import { type Asked, casesOf, query } from './asked';
import { DecideClosure } from './DecideClosure';
import { Listed } from './Listed';

const Cases = graphql(`
  query SupervisedCases($where: CaseFilterInput, $idle: Int, $after: String) {
    me { id }
    cases(first: 30, after: $after, where: $where, inactiveForDays: $idle, order: [{ lastActivityAt: ASC }]) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes {
        id version number title stage priority tlp openedAt changedAt outcome closureProposedAt closureReason closureOverdue
        lead { id name } leadAgency { id code } closureProposedBy { id name }
      }
    }
  }
`);

export type SupervisedCase = NonNullable<NonNullable<SupervisedCasesQuery['cases']>['nodes']>[number];

/** Cases, those quiet longest first; where a closure waits, it is decided here. */
export function CaseList({ asked, now }: { asked: Asked; now: Date }) {
  const { t } = useTranslation();
  const [after, setAfter] = useState<string>();
  const [deciding, setDeciding] = useState<SupervisedCase>();
  const where = casesOf(asked, now);
  const [{ data, error }, ask] = useQuery({ query: Cases, variables: { where, idle: asked.idle ?? null, after } });
  useMarking(strictest((data?.cases?.nodes ?? []).map((one) => one.tlp)));
  return (
    <Faces data={data?.cases} error={error}>
      {(cases) => (
        <>
          <Listed
            page={cases} more={setAfter} query={query('cases', { inactiveForDays: asked.idle, where }, 'totalCount nodes { number title stage }')}
            heads={[t('supervision.head.number'), t('supervision.head.title'), t('supervision.by.STAGE'), t('supervision.by.PRIORITY'), t('supervision.head.lead'), t('supervision.head.activity'), t('supervision.head.closure')]}
          >
            {(cases.nodes ?? []).map((one) => (
              <Table.Tr key={one.id}>
                <Table.Td><LinkTo to="/cases/$number" params={{ number: one.number }} fw={600} className="nowrap">{one.number}</LinkTo></Table.Td>
                <Table.Td>{one.title} <TlpBadge tlp={one.tlp} /></Table.Td>
                <Table.Td>{t(`stage.${one.stage}`)}</Table.Td>
                <Table.Td>{t(`priority.${one.priority}`)}</Table.Td>
                <Table.Td>{one.lead?.name} <Text span size="xs" c="dimmed">{one.leadAgency?.code}</Text></Table.Td>
                <Table.Td><When at={one.changedAt} /></Table.Td>
                <Table.Td>
                  {one.outcome && t(`closureOutcome.${one.outcome}`)}
                  {one.closureProposedAt && (
                    <>
                      <Text size="xs">{t('supervision.proposed', { name: one.closureProposedBy?.name ?? '—' })} · <When at={one.closureProposedAt} /> {one.closureOverdue && <Badge color="red" size="sm">{t('supervision.late')}</Badge>}</Text>
                      <Button size="compact-sm" mt={4} variant="light" onClick={() => setDeciding(one)} disabled={one.closureProposedBy?.id === data?.me?.id}>{t('supervision.decide')}</Button>
                    </>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Listed>
          {deciding && <DecideClosure of={deciding} done={(acted) => { setDeciding(undefined); if (acted) ask({ requestPolicy: 'network-only' }); }} />}
        </>
      )}
    </Faces>
  );
}
