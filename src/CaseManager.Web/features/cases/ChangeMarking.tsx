import { useTranslation } from 'react-i18next';
import { graphql } from '../../gql';
import type { MarkedOf } from '../../records/marking';
import { useMarkingDraft } from '../../records/useMarkingDraft';
import { ActModal } from './ActModal';

const OfCase = graphql(`mutation MarkCase($input: ChangeCaseMarkingInput!) { changeCaseMarking(input: $input) { version errors { ...Trouble } } }`);
const OfEntry = graphql(`mutation MarkEntry($input: ChangeTimelineEntryMarkingInput!) { changeTimelineEntryMarking(input: $input) { version errors { ...Trouble } } }`);

type Of = { version: number; marking: MarkedOf; close: () => void };

/** Marks a case anew, and with it all that stands under it. */
export function MarkCase({ id, version, marking, close }: Of & { id: string }) {
  const { t } = useTranslation();
  const { draft, fields, whole } = useMarkingDraft(marking);
  return (
    <ActModal title={t('remark.case')} action={t('remark.do')} document={OfCase} ready={whole} close={close} input={(reason) => ({ case: id, version, ...draft, reason })}>
      {(fault) => <>{fields(fault)}<p className="quiet">{t('remark.caseHint')}</p></>}
    </ActModal>
  );
}

/** Marks an entry anew, beside what restricts its case. */
export function MarkEntry({ id, version, marking, under, close }: Of & { id: string; under?: MarkedOf }) {
  const { t } = useTranslation();
  const { draft, fields, whole } = useMarkingDraft(marking, under);
  return (
    <ActModal title={t('remark.entry')} action={t('remark.do')} document={OfEntry} ready={whole} close={close} input={(reason) => ({ entry: id, version, ...draft, reason })}>
      {(fault) => fields(fault)}
    </ActModal>
  );
}
