import { Button, Group, Text, TextInput, Title } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '../../gql';
import { Faces } from '../../ui/Faces';
import { LinkTo } from '../../ui/LinkTo';
import { ownZone } from '../../ui/settings';
import { cityOf, localIn, momentIn } from '../../ui/zones';
import { ChangeList } from './ChangeList';

const History = graphql(`query CaseHistory($number: String!) { caseByNumber(number: $number) { id history { version recordedAt ...ChangeShown } } }`);

const route = getRouteApi('/cases/$number');

/** All that was done to the case's own record, and the way to see the case as it was recorded at a time. */
export function HistoryPage() {
  const { t } = useTranslation();
  const { number } = route.useParams();
  const { asOf } = route.useSearch();
  const navigate = route.useNavigate();
  const [{ data, error }] = useQuery({ query: History, variables: { number } });
  const [at, setAt] = useState(() => localIn(ownZone(), asOf ?? new Date()).slice(0, 16));
  const look = (event: FormEvent) => {
    event.preventDefault();
    void navigate({ to: '/cases/$number', params: { number }, search: { asOf: momentIn(ownZone(), at).toISOString() } });
  };
  return (
    <Faces data={data?.caseByNumber} error={error}>
      {(file) => {
        const changes = file.history.filter((change) => !asOf || change.recordedAt <= asOf);
        return (
          <>
            <form onSubmit={look} className="no-print">
              <Group align="end" gap="xs">
                <TextInput type="datetime-local" label={t('asOf.pick', { zone: cityOf(ownZone()) })} value={at} onChange={(event) => setAt(event.currentTarget.value)} required />
                <Button type="submit" variant="default">{t('asOf.look')}</Button>
              </Group>
              <Text size="sm" c="dimmed" mt={4}>{t('asOf.hint')}</Text>
            </form>
            <Title order={2} size="h5">{t('asOf.changes', { count: changes.length })}</Title>
            <ChangeList
              changes={changes}
              after={(change) => <LinkTo to="/cases/$number" params={{ number }} search={{ asOf: change.recordedAt }} size="sm" className="no-print">{t('asOf.this')}</LinkTo>}
            />
          </>
        );
      }}
    </Faces>
  );
}
