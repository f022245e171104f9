import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { read } from '../gql';
import { type Caveat, TlpBadge } from '../ui/Marking';
import { caveatsOf, Marked, type MarkedOf } from './marking';

/** How a record is marked, in one line: its TLP, and all that restricts it beside. */
export function Marks({ of }: { of: MarkedOf }) {
  const { t, i18n } = useTranslation();
  const marking = read(Marked, of);
  return <span className="marked"><TlpBadge tlp={marking.tlp} /><Caveats all={caveatsOf(t, i18n.language, marking)} /></span>;
}

/** The same, and under it what H3 says. */
export function WholeMarking({ of }: { of: MarkedOf }) {
  return (
    <div>
      <Marks of={of} />
      {read(Marked, of).handlingTexts.map((text) => <p key={text} className="h3"><b>H3</b> {text}</p>)}
    </div>
  );
}

export function Caveats({ all }: { all: readonly Caveat[] }) {
  const { t } = useTranslation();
  return all.map(({ kind, word, long }) => (
    <span key={`${kind} ${long ?? word}`} className="caveat" data-kind={kind} title={long ?? (kind === 'handling' ? t(`handling.${word as 'H1'}`) : undefined)}>
      {kind === 'sealed' && <><IconLock size={12} aria-hidden /><span className="sr">{t('caveats.sealed')}</span> </>}{word}
    </span>
  ));
}
