import { Button, Group, NumberInput, Stack, Textarea } from '@mantine/core';
import { IconArrowsMoveHorizontal, IconBan, IconCheck, IconCircleCheckFilled, IconCircleXFilled } from '@tabler/icons-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../../gql';
import { Said } from '../../../records/Said';
import type { Outcome } from '../../../records/trouble';
import { useAct } from '../../../records/useAct';
import { going, stopping } from './colours';
import type { Board, BoardLine } from './useBoard';
import type { Part } from './usePart';

const Ready = graphql(`mutation SiteReady($input: ReportSiteReadyInput!) { reportSiteReady(input: $input) { version errors { ...Trouble } } }`);
const NotReady = graphql(`mutation SiteNotReady($input: ReportSiteNotReadyInput!) { reportSiteNotReady(input: $input) { version errors { ...Trouble } } }`);
const Heard = graphql(`mutation OrderHeard($input: AcknowledgeOrderInput!) { acknowledgeOrder(input: $input) { version errors { ...Trouble } } }`);
const Shift = graphql(`mutation ShiftSite($input: ShiftSiteInput!) { shiftSite(input: $input) { version errors { ...Trouble } } }`);
const Withdraw = graphql(`mutation WithdrawSite($input: WithdrawSiteInput!) { withdrawSite(input: $input) { version errors { ...Trouble } } }`);

type Asked = 'READY' | 'NOT_READY' | 'SHIFT' | 'WITHDRAW';

/** What one may do at a site: report for one's own agency's, and move it in time as who commands. */
export function SiteActs({ line, board, part, big = false }: { line: BoardLine; board: Board; part: Part; big?: boolean }) {
  const { t } = useTranslation();
  const site = line.site!;
  const [asked, setAsked] = useState<Asked>();
  const [ready, heard] = [useAct(Ready), useAct(Heard)];
  const done = () => setAsked(undefined);
  const own = part.reports && site.agency?.code === part.agency;
  const order = board.order;
  const size = big ? 'xl' : 'sm';
  const over = board.status === 'ABORTED' || line.readiness === 'WITHDRAWN';
  const acknowledge = own && order && line.unconfirmedSince && (
    <Button
      fullWidth size={size} color={stopping} leftSection={<IconCheck size={18} aria-hidden />} loading={heard.fetching}
      onClick={() => void heard.act({ site: site.id, order: order.number })}
    >
      {t('site.acknowledge', { number: order.number, kind: t(`decision.${order.kind}`) })}
    </Button>
  );
  if (over || (!own && !part.commands)) return acknowledge || null;

  return (
    <Stack gap="sm" mt="md" className={big ? 'acts big' : 'acts'}>
      {acknowledge}
      <Said outcome={heard.outcome} />
      {own && (
        <Group grow gap="sm">
          <Button
            size={size} color={going} disabled={line.readiness === 'READY'} loading={ready.fetching} leftSection={<IconCircleCheckFilled size={18} aria-hidden />}
            onClick={() => void ready.act({ site: site.id, version: site.version })}
          >
            {t('site.ready')}
          </Button>
          <Button size={size} color="red" variant="outline" leftSection={<IconCircleXFilled size={18} aria-hidden />} onClick={() => setAsked('NOT_READY')} aria-expanded={asked === 'NOT_READY'}>
            {t('site.notReady')}
          </Button>
        </Group>
      )}
      <Said outcome={ready.outcome} />
      {asked === 'NOT_READY' && <SayNotReady site={site.id} done={done} />}
      {asked === undefined && (
        <Group gap="xs">
          {part.commands && <Button size="compact-sm" variant="default" leftSection={<IconArrowsMoveHorizontal size={14} aria-hidden />} onClick={() => setAsked('SHIFT')}>{t('site.shift')}</Button>}
          {own && <Button size="compact-sm" variant="subtle" color="red" leftSection={<IconBan size={14} aria-hidden />} onClick={() => setAsked('WITHDRAW')}>{t('site.withdraw')}</Button>}
        </Group>
      )}
      {asked === 'SHIFT' && <ShiftBy site={site} done={done} />}
      {asked === 'WITHDRAW' && <TakeOut site={site.id} number={line.number} essential={site.essential} done={done} />}
    </Stack>
  );
}

function SayNotReady({ site, done }: { site: string; done: () => void }) {
  const { t } = useTranslation();
  const { act, outcome, fetching } = useAct(NotReady);
  return (
    <WithReason label={t('site.whyNotReady')} button={t('site.sayNotReady')} outcome={outcome} fetching={fetching} done={done}
      send={async (reason) => (await act({ site, reason })) !== undefined} />
  );
}

function ShiftBy({ site, done }: { site: { id: string; version: number; shift: number }; done: () => void }) {
  const { t } = useTranslation();
  const [minutes, setMinutes] = useState<number | string>(site.shift);
  const { act, outcome, fetching } = useAct(Shift);
  return (
    <WithReason label={t('board.reason')} button={t('site.doShift')} outcome={outcome} fetching={fetching} done={done}
      send={async (reason) => (await act({ site: site.id, version: site.version, minutes: Number(minutes), reason })) !== undefined}>
      <NumberInput label={t('site.minutes')} description={t('site.minutesHint')} allowDecimal={false} required value={minutes} onChange={setMinutes} data-autofocus
        error={outcome?.field === 'minutes' && t('site.outsideWindow')} />
    </WithReason>
  );
}

function TakeOut({ site, number, essential, done }: { site: string; number: string; essential: boolean; done: () => void }) {
  const { t } = useTranslation();
  const { act, outcome, fetching } = useAct(Withdraw);
  return (
    <WithReason label={t('site.whyWithdraw')} button={t('site.doWithdraw', { number })} color={stopping} outcome={outcome} fetching={fetching} done={done}
      send={async (reason) => (await act({ site, reason })) !== undefined}>
      <strong>{t('site.withdrawIsForGood')}{essential && ` ${t('site.withdrawEssential')}`}</strong>
    </WithReason>
  );
}

/** A second step: why, and then it is done. What was typed stays when it is refused. */
export function WithReason({ label, button, color, outcome, fetching, send, done, children }: {
  label: string; button: string; color?: string; outcome?: Outcome; fetching: boolean; send: (reason: string) => Promise<boolean>; done: () => void; children?: ReactNode;
}) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  async function submit(event: FormEvent) {
    event.preventDefault();
    if (reason.trim() !== '' && (await send(reason.trim()))) done();
  }
  return (
    <form onSubmit={(event) => void submit(event)} className="with-reason">
      {children}
      <Textarea label={label} required autosize minRows={2} maxRows={6} value={reason} onChange={(event) => setReason(event.currentTarget.value)} autoFocus={!children}
        onKeyDown={(event) => event.key === 'Escape' && done()} />
      <Said outcome={outcome} />
      <Group justify="end" mt="sm" gap="xs">
        <Button variant="default" size="sm" onClick={done}>{t('faces.cancel')}</Button>
        <Button type="submit" size="sm" color={color} loading={fetching} disabled={reason.trim() === ''}>{button}</Button>
      </Group>
    </form>
  );
}
