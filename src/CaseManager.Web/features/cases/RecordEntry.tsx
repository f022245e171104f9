import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '../../gql';
import type { Tlp } from '../../gql/graphql';
import { Said } from '../../records/Said';
import { useAct } from '../../records/useAct';
import { useDraft } from '../../records/useDraft';
import { useFault } from '../../records/useFault';
import { Composer } from './Composer';
import { type Draft, emptyDraft, isWhole, recordingOf } from './entryDraft';
import { EntryFields } from './EntryFields';

const Record = graphql(`mutation RecordEntry($input: RecordTimelineEntryInput!) { recordTimelineEntry(input: $input) { version errors { ...Trouble } } }`);
const Myself = graphql(`query Myself { me { id } }`);

/** Writes an entry. What is typed is kept on this machine until it is recorded or thrown away. */
export function RecordEntry({ of, tlp, done }: { of: string; tlp: Tlp; done: () => void }) {
  const { t } = useTranslation();
  const [kept, keep, forget] = useDraft<Partial<Draft>>(of, {});
  const draft = { ...emptyDraft(), ...kept };
  const [{ data }] = useQuery({ query: Myself, requestPolicy: 'cache-first' });
  const { act, outcome, fetching } = useAct(Record);
  const fault = useFault(outcome);

  async function file() {
    if (!(await act(recordingOf(draft, of, data?.me?.id)))) return;
    forget();
    done();
  }

  return (
    <Composer label={t('record.title')} send={() => void file()} later={done} discard={() => { forget(); done(); }} busy={fetching} ready={isWhole(draft)} action={t('record.file')}>
      <EntryFields draft={draft} change={(next) => keep((before) => ({ ...before, ...next }))} tlp={tlp} fault={fault} />
      <Said outcome={outcome} />
    </Composer>
  );
}
