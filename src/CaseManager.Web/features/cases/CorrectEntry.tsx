import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql, read } from '../../gql';
import { Said } from '../../records/Said';
import { useAct } from '../../records/useAct';
import { useDraft } from '../../records/useDraft';
import { useFault } from '../../records/useFault';
import { Faces } from '../../ui/Faces';
import { Composer } from './Composer';
import { EntryLine, type Line } from './entries';
import { correctionOf, type Draft, draftOf, isWhole } from './entryDraft';
import { EntryFields } from './EntryFields';
import { Versions } from './Versions';

const Entry = graphql(`query EntryToCorrect($id: ID!) { timelineEntry(id: $id) { id ...EntryLine } }`);
const Correct = graphql(`mutation CorrectEntry($input: CorrectTimelineEntryInput!) { correctTimelineEntry(input: $input) { version errors { ...Trouble } } }`);

/** Corrects an entry from the version that is read when it is opened. */
export function CorrectEntry({ id, done }: { id: string; done: () => void }) {
  const [{ data, error }, ask] = useQuery({ query: Entry, variables: { id }, requestPolicy: 'network-only' });
  return (
    <Faces data={data?.timelineEntry && read(EntryLine, data.timelineEntry)} error={error}>
      {(line) => <Correcting now={line} again={() => ask({ requestPolicy: 'network-only' })} done={done} />}
    </Faces>
  );
}

function Correcting({ now, again, done }: { now: Line; again: () => void; done: () => void }) {
  const { t } = useTranslation();
  const [base, setBase] = useState(now);
  const [kept, keep, forget] = useDraft<Partial<Draft>>(now.entry, {});
  const [put, setPut] = useState<Partial<Draft>>();
  const draft = { ...draftOf(base), ...kept };
  const { act, outcome, fetching, forget: leave } = useAct(Correct);
  const fault = useFault(outcome);

  async function file(from = base) {
    if (await act(correctionOf(draft, from))) {
      forget();
      done();
    } else again();
  }
  const theirs = () => {
    setPut(kept);
    keep({ reason: draft.reason });
    setBase(now);
    leave();
  };
  const mine = () => {
    setBase(now);
    void file(now);
  };

  return (
    <Composer
      label={t('record.correct')} send={() => void file()} later={done} discard={() => { forget(); done(); }} busy={fetching}
      ready={isWhole(draft) && draft.reason.trim() !== '' && outcome?.stale === undefined} action={t('record.correct')}
    >
      {outcome?.stale && now.version > base.version
        ? <Versions theirs={now} mine={draft} changes={outcome.stale.changes} takeTheirs={theirs} writeMine={mine} />
        : <EntryFields draft={draft} change={(next) => keep((before) => ({ ...before, ...next }))} tlp={base.tlp} fault={fault} correcting />}
      {put && !outcome?.stale && <button type="button" className="link" onClick={() => { keep(put); setPut(undefined); }}>{t('record.bringBack')}</button>}
      {!outcome?.stale && <Said outcome={outcome} />}
    </Composer>
  );
}
