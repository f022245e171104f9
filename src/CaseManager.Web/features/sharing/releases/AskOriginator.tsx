import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '../../../gql';
import { ActForm } from '../../../records/ActForm';
import { useAct } from '../../../records/useAct';
import { Faces } from '../../../ui/Faces';
import { ownZone } from '../../../ui/settings';
import { cityOf, localIn } from '../../../ui/zones';

const Agencies = graphql(`query AgenciesToLetIn { agencies(first: 50, order: [{ code: ASC }]) { nodes { id code name } } }`);
const Ask = graphql(`mutation AskForRelease($input: AskForReleaseInput!) { askForRelease(input: $input) { release { id ...ReleaseShown } errors { ...Trouble } } }`);

const threeDays = 3 * 86_400_000;

/** Asks whether an agency may be let in; `but` are those who need not be: one's own and the originator. */
export function AskOriginator({ of, but, close }: { of: string; but: readonly string[]; close: (done: boolean) => void }) {
  const { t } = useTranslation();
  const { act, outcome, fetching } = useAct(Ask);
  const [{ data, error }] = useQuery({ query: Agencies, requestPolicy: 'cache-first' });
  const [due] = useState(() => localIn(ownZone(), Date.now() + threeDays).slice(0, 16));
  return (
    <Faces data={data?.agencies?.nodes} error={error}>
      {(agencies) => (
        <ActForm
          title={t('caseSharing.ask')} does={t('caseSharing.askIt')} note={t('caseSharing.askNote')} outcome={outcome} fetching={fetching} close={close}
          fields={[
            { name: 'to', label: t('caseSharing.to'), kind: 'choice', choices: agencies.filter(({ code }) => !but.includes(code)).map(({ code, name }) => ({ value: code, label: `${code} ${name}` })) },
            { name: 'purpose', label: t('caseSharing.purpose'), hint: t('caseSharing.purposeHint'), kind: 'long' },
            { name: 'due', label: t('caseSharing.dueBy', { zone: cityOf(ownZone()) }), hint: t('caseSharing.dueHint'), kind: 'moment', initial: due },
          ]}
          act={({ to, purpose, due: by }) => act({ case: of, to: to!, purpose: purpose!, due: by! })}
        />
      )}
    </Faces>
  );
}
