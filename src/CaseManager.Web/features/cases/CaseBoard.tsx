import { Badge, Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CaseLineFragment } from '../../gql/graphql';
import { LinkTo } from '../../ui/LinkTo';
import { TlpBadge } from '../../ui/Marking';
import { stages } from './caseWords';

/** Cases, each under its stage. */
export function CaseBoard({ lines, said, more }: { lines: readonly CaseLineFragment[]; said: string; more?: () => void }) {
  const { t } = useTranslation();
  const by = Object.groupBy(lines, (line) => line.stage);
  return (
    <>
      <Text size="sm" c="dimmed" role="status">{said}</Text>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls */}
      <div className="stages" role="group" aria-label={t('cases.board')} tabIndex={0}>
        {stages.map((stage) => (
          <section key={stage} aria-labelledby={`stage-${stage}`}>
            <h2 id={`stage-${stage}`}>{t(`stage.${stage}`)} <span className="quiet">{by[stage]?.length ?? 0}</span></h2>
            {(by[stage] ?? []).map((file) => (
              <LinkTo key={file.id} to="/cases/$number" params={{ number: file.number }} className="card">
                <span className="card-head"><b>{file.number}</b><TlpBadge tlp={file.tlp} /></span>
                <span>{file.title}</span>
                <span className="quiet">{t(`priority.${file.priority}`)} · {file.lead?.name} {file.leadAgency?.code}</span>
                {file.closureProposedAt && <Badge size="sm" color="yellow">{t('cases.closing')}</Badge>}
              </LinkTo>
            ))}
          </section>
        ))}
      </div>
      {more && <Button variant="default" className="start no-print" onClick={more}>{t('faces.more')}</Button>}
    </>
  );
}
