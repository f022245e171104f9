import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql, read, type FragmentType } from '../../../gql';
import { ActForm } from '../../../records/ActForm';
import { OfficerName } from '../../../records/OfficerName';
import { useAct } from '../../../records/useAct';
import { useMinutes } from '../../../ui/Ago';
import { When } from '../../../ui/When';

export const OwnInterest = graphql(`
  fragment OwnInterest on Interest {
    id words purpose until withdrawnAt
    contacts(first: 5) { nodes { id message at by { id name } agency { id code } } }
  }
`);
const Withdraw = graphql(`mutation WithdrawInterest($input: WithdrawInterestInput!) { withdrawInterest(input: $input) { version errors { ...Trouble } } }`);

/** What one looks out for, with what others said. Whether there is more, nothing here tells. */
export function Own({ of, again }: { of: readonly FragmentType<typeof OwnInterest>[]; again: () => void }) {
  const { t } = useTranslation();
  const [doing, setDoing] = useState<{ id: string; words: string }>();
  const withdraw = useAct(Withdraw);
  const now = useMinutes();
  return (
    <div className="table-scroll">
      <table className="grid">
        <thead><tr>{(['words', 'until', 'told'] as const).map((head) => <th key={head} scope="col">{t(`interests.${head}`)}</th>)}<th scope="col"><span className="sr">{t('interests.acts')}</span></th></tr></thead>
        <tbody>
          {of.map((one) => read(OwnInterest, one)).map(({ id, words, purpose, until, withdrawnAt, contacts }) => (
            <tr key={id}>
              <th scope="row" className="grows"><strong>{words}</strong><br /><span className="quiet">{purpose}</span></th>
              <td className="nowrap" data-head={t('interests.until')}>
                {withdrawnAt ? <span className="quiet">{t('interests.withdrawn')}</span> : Date.parse(until) <= now ? <span className="quiet">{t('interests.lapsed')}</span> : <When at={until} />}
              </td>
              <td className="grows" data-head={t('interests.told')}>
                {(contacts?.nodes ?? []).length === 0 && <span className="quiet">{t('interests.nothing')}</span>}
                {(contacts?.nodes ?? []).map((told) => <div key={told.id}><OfficerName of={told.by} agency={told.agency} /> <span className="quiet"><When at={told.at} /></span><br />{told.message}</div>)}
              </td>
              <td>
                {!withdrawnAt && Date.parse(until) > now && (
                  <Button size="compact-xs" variant="subtle" color="red" aria-label={`${t('interests.withdraw')}: ${words}`} onClick={() => { withdraw.forget(); setDoing({ id, words }); }}>
                    {t('interests.withdraw')}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {doing && (
        <ActForm
          title={t('interests.withdrawOne', { words: doing.words })} does={t('interests.withdraw')} {...withdraw} close={(done) => { setDoing(undefined); if (done) again(); }}
          fields={[{ name: 'reason', label: t('interests.reason'), kind: 'long', optional: true }]}
          act={({ reason }) => withdraw.act({ interest: doing.id, reason })}
        />
      )}
    </div>
  );
}
