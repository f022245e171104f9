import { Button } from '@mantine/core';
import { IconAlertTriangle, IconChecklist, IconEye, IconGavel, IconLockOpen, IconPackageImport, IconQuestionMark, IconSpeakerphone, IconThumbUp } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { Ago } from '../../ui/Ago';
import { LinkTo } from '../../ui/LinkTo';
import { aboutOf, placeOf } from './answers';
import { TaskActs } from './TaskActs';
import type { Item } from './items';

const icons: Record<string, typeof IconChecklist> = {
  'task.to-do': IconChecklist, 'case.closure-to-decide': IconGavel, 'exhibit.custody-to-accept': IconPackageImport,
  'operation.vote-to-cast': IconThumbUp, 'site.order-to-acknowledge': IconSpeakerphone, 'emergency.to-review': IconLockOpen, 'probing.to-look-into': IconEye,
  'interest.to-answer': IconEye, 'interest.contacted': IconEye,
};

/** One thing that waits: what is asked, about what, by when, and the button that answers it. */
export function WaitingRow({ item, row, again }: { item: Item; row: ComponentProps<'li'>; again: () => void }) {
  const { t, i18n } = useTranslation();
  const Icon = icons[item.kind] ?? IconQuestionMark;
  const place = placeOf(item);
  const about = aboutOf(item);
  const asked = `waits.${item.kind}`;
  const answer = `answer.${item.kind}`;
  return (
    <li {...row} className="wait" data-overdue={item.overdue}>
      <Icon size={20} aria-hidden className="icon" />
      <div className="wait-what">
        <div>
          <span className="quiet">{i18n.exists(asked) ? t(asked as never) : item.kind}</span>
          {item.case && item.record?.__typename !== 'Case' && <> · <LinkTo to="/cases/$number" params={{ number: item.case.number }} size="sm" tabIndex={-1}>{item.case.number}</LinkTo></>}
        </div>
        <div className="wait-name">{about.name}{item.record?.__typename === 'Task' && item.record.mandatory && <span className="tag">{t('myDay.mandatory')}</span>}</div>
        {about.said && <div className="wait-said">{about.said}</div>}
        <div className="quiet">
          {about.by && <>{t('myDay.by', { name: about.by })} · </>}
          {item.due ? <span className="due">{item.overdue && <IconAlertTriangle size={14} aria-label={t('myDay.overdue')} />} {t('myDay.due')} <Ago at={item.due} /></span> : <>{t('myDay.since')} <Ago at={item.since} /></>}
        </div>
      </div>
      <div className="wait-answer">
        {item.record?.__typename === 'Task'
          ? <TaskActs id={item.record.id} version={item.record.version} status={item.record.status} title={item.record.taskTitle} done={again} />
          : place && <Button component={Link} {...(place as object)} variant="light" size="xs" aria-label={i18n.exists(answer) ? `${t(answer as never)}: ${about.name}` : about.name}>{i18n.exists(answer) ? t(answer as never) : t('myDay.open')}</Button>}
      </div>
    </li>
  );
}
