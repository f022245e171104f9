import { Button, Group, NumberInput, Textarea } from '@mantine/core';
import { IconCircleCheckFilled, IconCircleMinus, IconCircleXFilled } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../../gql';
import type { ReadinessRule, Shortfall, Standing } from '../../../gql/graphql';
import { Said } from '../../../records/Said';
import { useAct } from '../../../records/useAct';
import { clock } from '../../../ui/When';
import { useNow } from './now';
import type { BoardLine } from './useBoard';

const Check = graphql(`mutation ReportSiteCheck($input: ReportSiteCheckInput!) { reportSiteCheck(input: $input) { version errors { ...Trouble } } }`);

type Rule = BoardLine['rules'][number];

const icons = { MET: IconCircleCheckFilled, FAILED: IconCircleXFilled, NOT_NEEDED: IconCircleMinus } as const;

/** How a rule stands by now: a check grows too old on the page as it does on the server. */
export function standingOf(rule: Pick<Rule, 'standing' | 'why' | 'since' | 'until'>, now: number): { standing: Standing; why?: Shortfall | null; since: string } {
  return rule.standing === 'MET' && rule.until && Date.parse(rule.until) <= now ? { standing: 'FAILED', why: 'TOO_OLD', since: rule.until } : rule;
}

export const failing = (line: BoardLine, now: number) => line.rules.filter((rule) => standingOf(rule, now).standing === 'FAILED');

/** Each rule of readiness at a site: by word, symbol and colour, since when, and who said so. Its own agency reports on it here. */
export function Rules({ line, reports = false }: { line: BoardLine; reports?: boolean }) {
  const { t, i18n } = useTranslation();
  const now = useNow();
  const [asked, setAsked] = useState<ReadinessRule>();
  return (
    <ul className="rules" aria-label={t('rules.title')}>
      {line.rules.map((rule) => {
        const { standing, why, since } = standingOf(rule, now);
        const Icon = icons[standing];
        return (
          <li key={rule.rule}>
            <span className="state" data-standing={standing}><Icon size="1.15em" aria-hidden /> {t(`rules.rule.${rule.rule}`)}</span>{' '}
            <span>{why ? t(`rules.why.${why}`) : t(`rules.standing.${standing}`)}</span>
            <span className="under">
              {t('board.since', { at: clock(i18n.language, since, 'UTC') })}
              {standing === 'MET' && rule.until && <span>{t('rules.until', { at: clock(i18n.language, rule.until, 'UTC') })}</span>}
              {rule.count != null && <span>{t('rules.needs', { count: rule.count })}</span>}
              {rule.check && <span>{[rule.check.count != null && t('rules.has', { count: rule.check.count }), rule.check.detail, rule.check.by?.name].filter(Boolean).join(' · ')}</span>}
            </span>
            {reports && standing !== 'NOT_NEEDED' && rule.rule !== 'AUTHORITY' && asked !== rule.rule && (
              <Button size="compact-xs" variant="default" onClick={() => setAsked(rule.rule)} aria-label={t('rules.reportOn', { rule: t(`rules.rule.${rule.rule}`) })}>{t('rules.report')}</Button>
            )}
            {asked === rule.rule && <Report site={line.site!.id} rule={rule.rule} done={() => setAsked(undefined)} />}
          </li>
        );
      })}
    </ul>
  );
}

function Report({ site, rule, done }: { site: string; rule: ReadinessRule; done: () => void }) {
  const { t } = useTranslation();
  const [detail, setDetail] = useState('');
  const [count, setCount] = useState<number | string>('');
  const { act, outcome, fetching } = useAct(Check);
  const staff = rule === 'STAFF';
  const ready = !staff || count !== '';

  async function send(passed: boolean) {
    if (await act({ site, rule, passed, count: staff ? Number(count) : null, detail: detail.trim() || null })) done();
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    if (ready) void send(true);
  }

  return (
    <form className="with-reason" onSubmit={submit}>
      {staff && <NumberInput label={t('rules.people')} min={0} max={1000} allowDecimal={false} required value={count} onChange={setCount} autoFocus />}
      <Textarea label={t('rules.detail')} autosize minRows={1} maxRows={5} value={detail} onChange={(event) => setDetail(event.currentTarget.value)} autoFocus={!staff}
        onKeyDown={(event) => event.key === 'Escape' && done()} />
      <Said outcome={outcome} />
      <Group justify="end" mt="sm" gap="xs">
        <Button variant="default" size="sm" onClick={done}>{t('faces.cancel')}</Button>
        <Button size="sm" color="red" variant="outline" disabled={!ready || detail.trim() === ''} loading={fetching} onClick={() => void send(false)}>{t('rules.wanting')}</Button>
        <Button type="submit" size="sm" disabled={!ready} loading={fetching}>{t('rules.inOrder')}</Button>
      </Group>
    </form>
  );
}
