import { Text } from '@mantine/core';
import { IconCheck, IconHourglassLow } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '../../../gql';
import { useLists } from '../../../records/useLists';
import { Faces } from '../../../ui/Faces';
import { useMarking } from '../../../ui/Marking';
import { When } from '../../../ui/When';

const ReachedBy = graphql(`
  query ReachedBy($id: ID!) { point releaseRequest(id: $id) { id reached(first: 50) { totalCount nodes { id toldAt acknowledgedAt officer { id name } } } } }
`);

/** Whom a release had reached when it was taken back, and who has acknowledged that. Who did not take it back finds at most themselves here. */
export function Reached({ of, none }: { of: string; none: boolean }) {
  const { t } = useTranslation();
  const [{ data, error }, ask] = useQuery({ query: ReachedBy, variables: { id: of } });
  const reached = data?.releaseRequest?.reached;
  useLists(['RevocationNotice'], () => ask({ requestPolicy: 'network-only' }), data?.point);
  useMarking(reached && reached.totalCount > 0 ? 'RED' : null); // a notice is for those two by name
  return (
    <Faces data={reached} error={error}>
      {({ totalCount, nodes }) => totalCount === 0 ? none && <Text size="sm" mt={6}>{t('caseSharing.reachedNobody')}</Text> : (
        <div className="reached">
          <Text size="sm" fw={600}>{t('caseSharing.reached')}</Text>
          <ul>
            {(nodes ?? []).map(({ id, toldAt, acknowledgedAt, officer }) => (
              <li key={id}>
                <span className="nowrap">{officer?.name ?? '—'}</span> <span className="quiet">{t('caseSharing.told')} <When at={toldAt} /></span>
                {acknowledgedAt
                  ? <span className="with-sign"><IconCheck size={14} aria-hidden /> {t('caseSharing.acknowledged')} <When at={acknowledgedAt} /></span>
                  : <span className="with-sign"><IconHourglassLow size={14} aria-hidden /> {t('caseSharing.unacknowledged')}</span>}
              </li>
            ))}
          </ul>
          {totalCount > (nodes ?? []).length && <Text size="sm" c="dimmed">{t('caseSharing.more', { count: totalCount - (nodes ?? []).length })}</Text>}
        </div>
      )}
    </Faces>
  );
}
