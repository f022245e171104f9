import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql, read } from '../../gql';
import type { ReadDecision } from '../../gql/graphql';
import { OfficerName } from '../../records/OfficerName';
import { RecordNamed } from '../../records/place';
import { RecordLink } from '../../records/RecordLink';
import { Empty, Faces } from '../../ui/Faces';
import '../../ui/grid.css';
import { useMarking } from '../../ui/Marking';
import { When } from '../../ui/When';

const Log = graphql(`
  query WhoSawWhat($officer: ID, $record: ID, $emergency: ID, $from: DateTime, $until: DateTime, $decision: ReadDecision, $after: String) {
    readLog(officer: $officer, record: $record, emergency: $emergency, from: $from, until: $until, decision: $decision, first: 50, after: $after) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes { at officer { id name } agency { id code } kind decision type record { id ...RecordNamed } ofLog times emergency { id } operation }
    }
  }
`);

export type AskedOfLog = { officer?: string; record?: string; emergency?: string; from?: string; until?: string; decision?: ReadDecision };

/** The lines, the last first. */
export function ReadLog({ asked }: { asked: AskedOfLog }) {
  const { t, i18n } = useTranslation();
  const [after, setAfter] = useState<string>();
  const [{ data, error }] = useQuery({ query: Log, variables: { ...asked, after }, requestPolicy: 'cache-and-network' });
  useMarking((data?.readLog?.totalCount ?? 0) > 0 ? 'AMBER' : null);
  const typed = (type: string) => (i18n.exists(`readType.${type}`) ? t(`readType.${type}` as never) : type);
  return (
    <Faces data={data?.readLog} error={error}>
      {({ totalCount, nodes, pageInfo }) => totalCount === 0 ? <Empty>{t('readLog.none')}</Empty> : (
        <>
          <Text size="sm" c="dimmed" role="status">{t('readLog.count', { count: totalCount })}</Text>
          <div className="table-scroll">
            <table className="grid">
              <thead><tr>{(['at', 'officer', 'outcome', 'record', 'how'] as const).map((head) => <th key={head} scope="col">{t(`readLog.head.${head}`)}</th>)}</tr></thead>
              <tbody>
                {(nodes ?? []).map((line, at) => (
                  <tr key={`${after ?? ''} ${at}`}>
                    <td className="nowrap"><When at={line.at} seconds /></td>
                    <th scope="row"><OfficerName of={line.officer} agency={line.agency} /></th>
                    <td data-head={t('readLog.head.outcome')}>
                      {t(`readDecision.${line.decision}`)}{line.times > 1 && ` × ${line.times}`}
                      {line.emergency && <> · <b>{t('readLog.inEmergency')}</b></>}
                    </td>
                    <td data-head={t('readLog.head.record')}>
                      {line.ofLog && <>{t('readLog.ofLog')} </>}
                      {line.type && <span className="quiet">{typed(line.type)} </span>}
                      {line.record && read(RecordNamed, line.record) && <RecordLink of={line.record} />}
                    </td>
                    <td data-head={t('readLog.head.how')}>{t(`readKind.${line.kind}`)} <span className="quiet">{line.operation}</span></td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {pageInfo.hasNextPage && <Button variant="default" className="start" onClick={() => setAfter(pageInfo.endCursor!)}>{t('faces.more')}</Button>}
        </>
      )}
    </Faces>
  );
}
