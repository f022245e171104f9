import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { read, type FragmentType } from '../../../gql';
import type { ExhibitShownFragment } from '../../../gql/graphql';
import { holdsOn, keepers, lowers, type RoleHolderOf } from '../../../records/roles';
import { Ago } from '../../../ui/Ago';
import { useKeys } from '../../../ui/keys';
import { ExhibitShown } from '../ExhibitShown';
import { AcceptAct } from './AcceptAct';
import { CorrectAct } from './CorrectAct';
import { MarkAct } from './MarkAct';
import { OfferAct } from './OfferAct';
import { RefuseAct } from './RefuseAct';
import { ResealAct } from './ResealAct';
import { WithdrawAct } from './WithdrawAct';

type Act = 'accept' | 'refuse' | 'offer' | 'withdraw' | 'reseal' | 'correct' | 'mark';

/** What an act's form gets: the exhibit as the person saw it. */
export type ActProps = { id: string; version: number; exhibit: ExhibitShownFragment; me: string; close: () => void; instead: (act: Act) => void };

/** What this person may do with the exhibit; who may do nothing sees nothing. The server decides all the same. */
export function ExhibitActs({ id, version, of, me, act, asked }: {
  id: string; version: number; of: FragmentType<typeof ExhibitShown>; me: RoleHolderOf & { id: string }; act?: string; asked: (act?: Act) => void;
}) {
  const { t } = useTranslation();
  const exhibit = read(ExhibitShown, of);
  const open = (one: Act) => () => asked(one);
  const may = actsOf(exhibit, me);
  useKeys(may.map((one) => ({ keys: keys[one], text: t(`exhibit.act.${one}`), run: open(one) })));
  if (may.length === 0) return null;
  const waiting = exhibit.custodyChain.findLast((offer) => offer.outcome === 'WAITING');
  const chosen = may.find((one) => one === act);

  return (
    <div className="no-print">
      {waiting && (may.includes('accept') || may.includes('withdraw')) && (
        <div className="offer" data-overdue={waiting.overdue} role="status">
          <Text fw={700}>{may.includes('accept') ? t('exhibit.offersYou', { name: waiting.from?.name ?? '—' }) : t('exhibit.youOffered', { name: waiting.to?.name ?? '—' })}</Text>
          <Text size="sm"><q>{waiting.reason}</q> · {t('exhibits.answerDue')} <Ago at={waiting.due} /></Text>
        </div>
      )}
      <Group gap="xs">
        {may.map((one, at) => (
          <Button key={one} variant={at === 0 && one !== 'correct' && one !== 'mark' ? 'filled' : 'default'} aria-keyshortcuts={keys[one].toUpperCase()} onClick={open(one)}>{t(`exhibit.act.${one}`)}…</Button>
        ))}
      </Group>
      {chosen && <Form key={chosen} act={chosen} id={id} version={version} exhibit={exhibit} me={me.id} close={() => asked()} instead={asked} />}
    </div>
  );
}

function Form({ act, ...props }: ActProps & { act: Act }) {
  switch (act) {
    case 'accept': return <AcceptAct {...props} />;
    case 'refuse': return <RefuseAct {...props} />;
    case 'offer': return <OfferAct {...props} />;
    case 'withdraw': return <WithdrawAct {...props} />;
    case 'reseal': return <ResealAct {...props} />;
    case 'correct': return <CorrectAct {...props} />;
    case 'mark': return <MarkAct {...props} />;
  }
}

const keys: Record<Act, string> = { accept: 'a', refuse: 'r', offer: 'o', withdraw: 'w', reseal: 's', correct: 'e', mark: 'm' };

function actsOf(exhibit: ExhibitShownFragment, me: RoleHolderOf & { id: string }): Act[] {
  if (!exhibit.case) return [];
  if (!holdsOn(me, exhibit.case, keepers)) return holdsOn(me, exhibit.case, lowers) ? ['mark'] : [];
  const held = exhibit.holder?.id === me.id;
  const offered = exhibit.status === 'IN_TRANSIT';
  return [
    ...(offered && exhibit.offeredTo?.id === me.id ? ['accept', 'refuse'] as const : []),
    ...(held && offered ? ['withdraw'] as const : []),
    ...(held && !offered ? ['offer', 'reseal'] as const : []),
    'correct', 'mark',
  ];
}
