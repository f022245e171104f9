import { Button, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../gql';
import { Said } from '../../records/Said';
import { useAct } from '../../records/useAct';

const Do = graphql(`mutation AcknowledgeRevocation($input: AcknowledgeRevocationInput!) { acknowledgeRevocation(input: $input) { notice { id acknowledgedAt } errors { ...Trouble } } }`);

/** Says that one has read that a release was taken back: the list is the place for it, since the case may be out of reach. */
export function Acknowledge({ notice, number, done }: { notice: string; number: string; done: () => void }) {
  const { t } = useTranslation();
  const { act, outcome, fetching } = useAct(Do);
  return (
    <Stack gap={4} align="end">
      <Button variant="light" size="xs" loading={fetching} aria-label={`${t('answer.release.revoked')}: ${number}`} onClick={() => void act({ notice }).then((said) => said && done())}>{t('answer.release.revoked')}</Button>
      <Said outcome={outcome} />
    </Stack>
  );
}
