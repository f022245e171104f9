import { Button } from '@mantine/core';
import { IconAlertTriangle, IconChecklist, IconEye, IconGavel, IconLockOpen, IconMessageCheck, IconMessageQuestion, IconPackageImport, IconQuestionMark, IconShareOff, IconSpeakerphone, IconThumbUp } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { Ago } from '../../ui/Ago';
import { LinkTo } from '../../ui/LinkTo';
import { Acknowledge } from './Acknowledge';
import { aboutOf, placeOf } from './answers';
import { TaskActs } from './TaskActs';
import type { Item } from './items';

const icons: Record<string, typeof IconChecklist> = {
  'task.to-do': IconChecklist, 'case.closure-to-decide': IconGavel, 'exhibit.custody-to-accept': IconPackageImport,
  'operation.vote-to-cast': IconThumbUp, 'site.order-to-acknowledge': IconSpeakerphone, 'emergency.to-review': IconLockOpen, 'probing.to-look-into': IconEye,
  'interest.to-answer': IconEye, 'interest.contacted': IconEye, 'release.to-decide': IconMessageQuestion, 'release.answered': IconMessageCheck, 'release.revoked': IconShareOff,
};

/** One thing that waits: what is asked, about what, by when, and the button that answers it. */
export function WaitingRow({ item, row, again }: { item: Item; row: ComponentProps<'li'>; again: () => void }) {
  const { t, i18n } = useTranslation();
  const Icon = icons[item.kind] ?? IconQuestionMark;
  const about = aboutOf(item);
  const asked = `waits.${item.kind}`;
  const mark = markOf(t, item);
  return (
    <li {...row} className="wait" data-overdue={item.overdue}>
      <Icon size={20} aria-hidden className="icon" />
      <div className="wait-what">
        <div>
          <span className="quiet">{i18n.exists(asked) ? t(asked as never) : item.kind}</span>
          {item.case && item.record?.__typename !== 'Case' && <> · <LinkTo to="/cases/$number" params={{ number: item.case.number }} size="sm" tabIndex={-1}>{item.case.number}</LinkTo></>}
        </div>
        <div className="wait-name">{about.name}{mark && <span className="tag">{mark}</span>}</div>
        {about.said && <div className="wait-said">{about.said}</div>}
        <div className="quiet">
          {about.by && <>{t('myDay.by', { name: about.by })} · </>}
          {item.due ? <span className="due">{item.overdue && <IconAlertTriangle size={14} aria-label={t('myDay.overdue')} />} {t('myDay.due')} <Ago at={item.due} /></span> : <>{t('myDay.since')} <Ago at={item.since} /></>}
        </div>
      </div>
      <div className="wait-answer"><Answer item={item} again={again} /></div>
    </li>
  );
}

/** What answers it here, or leads to where it is answered. */
function Answer({ item, again }: { item: Item; again: () => void }) {
  const { t, i18n } = useTranslation();
  const { record } = item;
  if (record?.__typename === 'Task') return <TaskActs id={record.id} version={record.version} status={record.status} title={record.taskTitle} done={again} />;
  if (record?.__typename === 'RevocationNotice') return <Acknowledge notice={record.id} number={record.revoked} done={again} />;
  const place = placeOf(item);
  const { name } = aboutOf(item);
  const answer = `answer.${item.kind}`;
  const does = i18n.exists(answer) && t(answer as never);
  return place && <Button component={Link} {...(place as object)} variant="light" size="xs" aria-label={does ? `${does}: ${name}` : name}>{does || t('myDay.open')}</Button>;
}

function markOf(t: TFunction, { kind, record }: Item) {
  if (record?.__typename === 'Task' && record.mandatory) return t('myDay.mandatory');
  return record?.__typename === 'ReleaseRequest' && kind === 'release.answered' ? t(`releaseStatus.${record.release}`) : undefined;
}
