import { useTranslation } from 'react-i18next';
import { graphql } from '../../../gql';
import { ActForm } from '../../../records/ActForm';
import { useAct } from '../../../records/useAct';

const Approve = graphql(`mutation ApproveRelease($input: ApproveReleaseInput!) { approveRelease(input: $input) { release { id ...ReleaseShown } errors { ...Trouble } } }`);
const Refuse = graphql(`mutation RefuseRelease($input: RefuseReleaseInput!) { refuseRelease(input: $input) { release { id ...ReleaseShown } errors { ...Trouble } } }`);
const Revoke = graphql(`mutation RevokeRelease($input: RevokeReleaseInput!) { revokeRelease(input: $input) { release { id ...ReleaseShown } errors { ...Trouble } } }`);

export type ReleaseAct = 'approve' | 'refuse' | 'revoke';

/** The originator's answers: yes, with conditions or none; no, with a reason; and a yes taken back, with one. */
export function ReleaseActs({ act, release, version, agency, close }: { act: ReleaseAct; release: string; version: number; agency: string; close: (done: boolean) => void }) {
  const { t } = useTranslation();
  const approve = useAct(Approve);
  const refuse = useAct(Refuse);
  const revoke = useAct(Revoke);
  const { outcome, fetching } = { approve, refuse, revoke }[act];
  const on = { release, version };
  return (
    <ActForm
      title={t(`caseSharing.title.${act}`, { agency })} does={t(`caseSharing.act.${act}`)} note={t(`caseSharing.note.${act}`, { agency })} outcome={outcome} fetching={fetching} close={close}
      fields={[act === 'approve'
        ? { name: 'conditions', label: t('caseSharing.conditions'), hint: t('caseSharing.conditionsHint'), kind: 'long', optional: true }
        : { name: 'reason', label: t('caseSharing.reason'), kind: 'long' }]}
      act={async ({ conditions, reason }) => {
        switch (act) {
          case 'approve': return approve.act({ ...on, conditions });
          case 'refuse': return refuse.act({ ...on, reason: reason! });
          case 'revoke': return revoke.act({ ...on, reason: reason! });
        }
      }}
    />
  );
}
