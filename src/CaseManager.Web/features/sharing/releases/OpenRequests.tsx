import { Text, Title } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '../../../gql';
import { useMarked } from '../../../records/marking';
import { OfficerName } from '../../../records/OfficerName';
import { useLists } from '../../../records/useLists';
import { Ago } from '../../../ui/Ago';
import { Faces } from '../../../ui/Faces';
import '../../../ui/grid.css';
import { LinkTo } from '../../../ui/LinkTo';

const Open = graphql(`
  query OpenReleaseRequests {
    point
    releaseRequests(first: 25, where: { status: { eq: ASKED } }, order: [{ due: ASC }]) {
      totalCount nodes { id purpose due marking { ...Marked } case { id number title } to { id code } originator { id code } askedBy { id name } askedFor { id code } }
    }
  }
`);

/** What originators were asked about the cases one sees, and have not answered; what is due first stands first. */
export function OpenRequests() {
  const { t } = useTranslation();
  const [{ data, error }, ask] = useQuery({ query: Open });
  const found = data?.releaseRequests;
  useLists(['ReleaseRequest'], () => ask({ requestPolicy: 'network-only' }), data?.point);
  useMarked(useMemo(() => (found?.nodes ?? []).map((one) => one.marking), [found]));
  return (
    <section aria-labelledby="requests">
      <Title order={2} size="h4" id="requests" mb="xs">{t('requests.title')}</Title>
      <Faces data={found} error={error}>
        {({ totalCount, nodes }) => totalCount === 0 ? <Text size="sm" c="dimmed">{t('requests.none')}</Text> : (
          <div className="table-scroll">
            <table className="grid">
              <thead><tr>{(['case', 'to', 'originator', 'by', 'due'] as const).map((head) => <th key={head} scope="col">{t(`requests.${head}`)}</th>)}</tr></thead>
              <tbody>
                {(nodes ?? []).map((one) => (
                  <tr key={one.id}>
                    <th scope="row" className="grows">
                      {one.case && <LinkTo to="/cases/$number/sharing" params={{ number: one.case.number }} fw={600}>{one.case.number} {one.case.title}</LinkTo>}
                      <div className="quiet wrap">{one.purpose}</div>
                    </th>
                    <td data-head={t('requests.to')}>{one.to?.code ?? '—'}</td>
                    <td data-head={t('requests.originator')}>{one.originator?.code ?? '—'}</td>
                    <td data-head={t('requests.by')}><OfficerName of={one.askedBy} agency={one.askedFor} /></td>
                    <td className="nowrap" data-head={t('requests.due')}><Ago at={one.due} /></td>
                  </tr>
                ))}
              </tbody>
            </table>
            {totalCount > (nodes ?? []).length && <Text size="sm" c="dimmed">{t('requests.more', { count: totalCount - (nodes ?? []).length })}</Text>}
          </div>
        )}
      </Faces>
    </section>
  );
}
