import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql, read, type FragmentType } from '../../../gql';
import type { MarkedFragment } from '../../../gql/graphql';
import { countryNamed } from '../../../records/caveats';
import { Marked } from '../../../records/marking';
import { TlpBadge } from '../../../ui/Marking';
import { When } from '../../../ui/When';

export const CaseMarked = graphql(`
  fragment CaseMarked on Case { audience taskForce { id name } marking { ...Marked originators { id code name } } }
`);

/** How a case is marked, each part with what it means, and who is let in by it. */
export function HowMarked({ of }: { of: FragmentType<typeof CaseMarked> }) {
  const { t, i18n } = useTranslation();
  const { audience, taskForce, marking } = read(CaseMarked, of);
  const { tlp, handling, handlingTexts, releasedTo, notTo, compartments, embargoUntil } = read(Marked, marking);
  const named = (lists: MarkedFragment['notTo']) => lists.map(({ agencies, countries }) => [...agencies.map((one) => one?.code ?? '—'), ...countries.map((code) => countryNamed(i18n.language, code))].join(', '));
  return (
    <section aria-labelledby="marked">
      <Title order={2} size="h4" id="marked" mb="xs">{t('caseSharing.marked')}</Title>
      <dl className="marked-as">
        <Part name={t('caseSharing.tlp')}><TlpBadge tlp={tlp} /> {t(`caseSharing.means.${tlp}`)}</Part>
        {handling.length > 0 && (
          <Part name={t('caseSharing.handling')}>
            {handling.map((code) => <div key={code}><span className="caveat" data-kind="handling">{code}</span> {t(`handling.${code}`)}{code === 'H3' && handlingTexts.map((text) => <div key={text} className="wrap"><q>{text}</q></div>)}</div>)}
          </Part>
        )}
        {releasedTo.length > 0 && <Part name={t('caseSharing.releasedTo')}>{named(releasedTo).map((one) => <div key={one}>{one}</div>)}</Part>}
        {notTo.length > 0 && <Part name={t('caseSharing.notTo')}>{named(notTo).map((one) => <div key={one}>{one}</div>)}</Part>}
        {compartments.length > 0 && <Part name={t('caseSharing.sealed')}>{compartments.map((one) => one?.name ?? '—').join(', ')}</Part>}
        {embargoUntil && <Part name={t('caseSharing.embargo')}><When at={embargoUntil} /></Part>}
        <Part name={t('caseSharing.from')}>{marking.originators.map((one) => (one ? `${one.code} ${one.name}` : '—')).join(', ')}</Part>
        <Part name={t('caseSharing.letIn')}>{audience === 'TASK_FORCE' ? t('caseSharing.forForce', { name: taskForce?.name ?? '—' }) : t('caseSharing.forTeam')}</Part>
      </dl>
    </section>
  );
}

function Part({ name, children }: { name: string; children: ReactNode }) {
  return <><dt>{name}</dt><dd>{children}</dd></>;
}
