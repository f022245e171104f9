import { Button, Checkbox, Group, NumberInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql, read, type FragmentType } from '../../../gql';
import type { ReadinessRule } from '../../../gql/graphql';
import { useAct } from '../../../records/useAct';
import { WithReason } from '../board/SiteActs';
import type { Part } from '../board/usePart';

export const PolicyShown = graphql(`fragment PolicyShown on ReadinessPolicy { name version rules { rule minutes count } }`);

const Set = graphql(`mutation SetReadinessPolicy($input: SetReadinessPolicyInput!) { setReadinessPolicy(input: $input) { version errors { ...Trouble } } }`);

// In the order in which a site prepares; with what is asked where nothing else was said.
const offered: { rule: ReadinessRule; minutes?: number; count?: number }[] = [
  { rule: 'AUTHORITY', minutes: 240 }, { rule: 'DECONFLICTION', minutes: 720 }, { rule: 'BRIEFING' }, { rule: 'STAFF', count: 4 }, { rule: 'HAZMAT' }, { rule: 'MEDICAL' },
  { rule: 'EXHIBITS' }, { rule: 'COMMUNICATIONS', minutes: 120 }, { rule: 'RELEASE' },
];

/** The rules that every site is held to, in force or to be set anew. */
export function Policy({ operation, version, policy, part, open, again }: {
  operation: string; version: number; policy?: FragmentType<typeof PolicyShown> | null; part: Part; open: boolean; again: () => void;
}) {
  const { t } = useTranslation();
  const [setting, setSetting] = useState(false);
  const inForce = policy && read(PolicyShown, policy);
  return (
    <section aria-labelledby="policy">
      <Group justify="space-between">
        <Title order={2} size="h4" id="policy">{t('rules.title')}</Title>
        {part.commands && open && !setting && <Button size="compact-sm" variant="default" onClick={() => setSetting(true)}>{t(inForce ? 'rules.change' : 'rules.set')}</Button>}
      </Group>
      {inForce ? (
        <>
          <Text size="sm" c="dimmed">{t('rules.version', { name: inForce.name, version: inForce.version })}</Text>
          <ul className="rules">
            {inForce.rules.map(({ rule, minutes, count }) => (
              <li key={rule}>{t(`rules.rule.${rule}`)}{asked(minutes, count)}</li>
            ))}
          </ul>
        </>
      ) : <Text size="sm" c="dimmed">{t('rules.none')}</Text>}
      {setting && <SetPolicy operation={operation} version={version} inForce={inForce ?? undefined} done={() => setSetting(false)} again={again} />}
    </section>
  );

  function asked(minutes?: number | null, count?: number | null) {
    const said = minutes != null ? t('rules.minutes', { count: minutes }) : count != null ? t('rules.needs', { count }) : undefined;
    return said && <span className="under">{said}</span>;
  }
}

type InForce = { name: string; rules: readonly { rule: ReadinessRule; minutes?: number | null; count?: number | null }[] };

function SetPolicy({ operation, version, inForce, done, again }: { operation: string; version: number; inForce?: InForce; done: () => void; again: () => void }) {
  const { t } = useTranslation();
  const { act, outcome, fetching } = useAct(Set);
  const [name, setName] = useState(inForce?.name ?? '');
  const [rules, setRules] = useState(() => offered.map((one) => {
    const now = inForce?.rules.find(({ rule }) => rule === one.rule);
    return { rule: one.rule, on: inForce ? now !== undefined : true, minutes: now?.minutes ?? one.minutes, count: now?.count ?? one.count };
  }));
  const change = (rule: ReadinessRule, next: Partial<(typeof rules)[number]>) => setRules((all) => all.map((one) => (one.rule === rule ? { ...one, ...next } : one)));

  return (
    <Stack my="sm">
      <WithReason label={t('board.reason')} button={t('rules.doSet')} outcome={outcome} fetching={fetching} done={done}
        send={async (reason) => {
          const chosen = rules.filter(({ on }) => on).map(({ rule, minutes, count }) => ({ rule, minutes, count }));
          const set = await act({ operation, version, name: name.trim(), rules: chosen, reason });
          again();
          return set !== undefined;
        }}>
        <TextInput label={t('rules.name')} required value={name} onChange={(event) => setName(event.currentTarget.value)} data-autofocus />
        {rules.map(({ rule, on, minutes, count }) => (
          <Group key={rule} gap="sm" align="end">
            <Checkbox label={t(`rules.rule.${rule}`)} checked={on} onChange={(event) => change(rule, { on: event.currentTarget.checked })} />
            {on && minutes !== undefined && (
              <NumberInput size="xs" w="11rem" label={t(rule === 'AUTHORITY' ? 'rules.holdsFor' : 'rules.noOlder')} min={0} max={10_080} allowDecimal={false} value={minutes}
                onChange={(value) => change(rule, { minutes: Number(value) })} />
            )}
            {on && count !== undefined && (
              <NumberInput size="xs" w="11rem" label={t('rules.people')} min={1} max={1000} allowDecimal={false} value={count} onChange={(value) => change(rule, { count: Number(value) })} />
            )}
          </Group>
        ))}
        <Text size="sm">{t('rules.setMeans')}</Text>
      </WithReason>
    </Stack>
  );
}
