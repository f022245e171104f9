import { Button, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '../../../gql';
import { OfficerName } from '../../../records/OfficerName';
import { Empty, Faces } from '../../../ui/Faces';
import '../../../ui/grid.css';
import { useMarking } from '../../../ui/Marking';
import { When } from '../../../ui/When';

const Exposure = graphql(`
  query Exposure($number: String, $from: DateTime!, $until: DateTime, $after: String) {
    exposure(number: $number, from: $from, until: $until, first: 30, after: $after) {
      totalCount pageInfo { hasNextPage endCursor }
      nodes { officer { id name } agency { id code } times first last inVain could { from until roles named emergency } did { kind times } }
    }
  }
`);

/** One line for each officer to whom the record was exposed, those to whom it was given last first. */
export function Exposed({ number, from, until }: { number: string; from: string; until?: string }) {
  const { t } = useTranslation();
  const asked = JSON.stringify([number, from, until]);
  const [page, setPage] = useState<{ asked: string; after?: string }>({ asked });
  const [{ data, error, stale }] = useQuery({ query: Exposure, variables: { number, from, until, after: page.asked === asked ? page.after : undefined }, requestPolicy: 'network-only' });
  // Who could read a record may be told to nobody who may not read it: the record is not opened here, and so the strictest is taken.
  useMarking(data?.exposure?.totalCount ? 'RED' : null);
  return (
    <section aria-labelledby="exposed" aria-busy={stale}>
      <Title order={2} size="h4" id="exposed" mb="xs">{number}</Title>
      <Text size="sm" c="dimmed" mb="xs"><When at={from} /> – {until ? <When at={until} /> : t('exposure.now')}</Text>
      <Faces data={data?.exposure} error={error}>
        {({ totalCount, nodes, pageInfo }) => totalCount === 0 ? <Empty>{t('exposure.none')}</Empty> : (
          <>
            <Text size="sm" role="status">{t('exposure.count', { count: totalCount })}</Text>
            <div className="table-scroll">
              <table className="grid">
                <thead><tr>{(['officer', 'could', 'did', 'inVain'] as const).map((head) => <th key={head} scope="col">{t(`exposure.${head}`)}</th>)}</tr></thead>
                <tbody>
                  {(nodes ?? []).map(({ officer, agency, times, first, last, inVain, could, did }) => officer && (
                    <tr key={officer.id}>
                      <th scope="row"><OfficerName of={officer} agency={agency} /></th>
                      <td className="grows" data-head={t('exposure.could')}>
                        {could.length === 0 && <span className="quiet">{t('exposure.never')}</span>}
                        {could.map((span) => (
                          <div key={span.from}>
                            <When at={span.from} /> – <When at={span.until} />{' '}
                            <span className="quiet">{[...span.roles.map((role) => t(`role.${role}`)), ...(span.named ? [t('exposure.named')] : []), ...(span.emergency ? [t('exposure.emergency')] : [])].join(', ')}</span>
                          </div>
                        ))}
                      </td>
                      <td className="grows" data-head={t('exposure.did')}>
                        {times === 0 || !first || !last ? <span className="quiet">{t('exposure.never')}</span> : (
                          <>
                            {t('exposure.times', { count: times })} · <When at={first} />{last !== first && <> – <When at={last} /></>}{' '}
                            <span className="quiet">{did.map(({ kind, times: many }) => `${t(`exposure.kind.${kind}`)} ${many}`).join(', ')}</span>
                          </>
                        )}
                      </td>
                      <td className="nowrap" data-head={t('exposure.inVain')}>{inVain || <span className="quiet">—</span>}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
            {pageInfo.hasNextPage && <Button variant="default" mt="xs" className="no-print" onClick={() => setPage({ asked, after: pageInfo.endCursor! })}>{t('faces.more')}</Button>}
          </>
        )}
      </Faces>
    </section>
  );
}
