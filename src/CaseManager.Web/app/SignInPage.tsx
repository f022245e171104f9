import { Alert, Badge, Button, Container, Group, Paper, SimpleGrid, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import { IconLanguage } from '@tabler/icons-react';
import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loading } from '../ui/Faces';
import { leads, useDemo } from './demo';
import { become, finishSignIn, signInAt, signInChoices, type DemoOfficer, type SignInChoices } from './session';
import { speak } from './texts';

/** Who asks: by the agency's own identity provider, or in the demo by choosing. */
export function SignInPage() {
  const { t, i18n } = useTranslation();
  const [choices, setChoices] = useState<SignInChoices>();
  const [problem, setProblem] = useState<string>();
  const { agencyOf } = useDemo();
  const other = i18n.language === 'fr' ? 'en' : 'fr';

  useEffect(() => {
    const start = location.pathname === '/signed-in' ? finishSignIn().then((to) => history.replaceState(null, '', to)) : Promise.resolve();
    start.then(signInChoices).then(setChoices, (fault: Error) => setProblem(fault.message));
  }, []);

  const attempt = (act: Promise<void>) => void act.catch((fault: Error) => setProblem(fault.message));
  const officers = choices?.officers ?? [];
  const first = leads.flatMap((subject) => officers.find((officer) => officer.subject === subject) ?? []);
  const byAgency = Object.entries(Object.groupBy(officers.filter((officer) => !first.includes(officer)), (officer) => officer.agency)) as [string, DemoOfficer[]][];

  return (
    <Container size="lg" py="xl" component="main">
      <Stack gap="xl">
        <Group justify="space-between" align="start" wrap="nowrap">
          <div>
            <Title order={1} className="wordmark">CaseManager</Title>
            <Text size="lg" c="dimmed" maw="40rem">{t('signIn.what')}</Text>
          </div>
          <Button variant="subtle" size="compact-md" lang={other} leftSection={<IconLanguage size={16} aria-hidden />} onClick={() => void speak(other)}>{t('shell.otherLanguage')}</Button>
        </Group>
        {problem && <Alert color="red" role="alert" title={t('signIn.failed')}>{problem}</Alert>}
        {!choices && !problem && <Loading />}
        {officers.length > 0 && (
          <>
            <section aria-labelledby="first">
              <Title order={2} size="h4" id="first">{t('signIn.first')}</Title>
              <Text c="dimmed" mb="sm">{t('signIn.demo')}</Text>
              <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }}>{first.map((officer) => <Card key={officer.subject} officer={officer} choose={() => attempt(become(officer))} />)}</SimpleGrid>
            </section>
            <section aria-labelledby="others">
              <Title order={2} size="h4" id="others" mb="sm">{t('signIn.others')}</Title>
              <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }}>
                {byAgency.map(([agency, people]) => (
                  <Paper key={agency} withBorder p="sm" component="section" aria-labelledby={`agency-${agency}`}>
                    <Title order={3} size="h6" id={`agency-${agency}`} mb={4}>{agency} <Text span size="sm" c="dimmed" fw={400}>{agencyOf(agency)}</Text></Title>
                    {people.map((officer) => <Row key={officer.subject} officer={officer} choose={() => attempt(become(officer))} />)}
                  </Paper>
                ))}
              </SimpleGrid>
            </section>
          </>
        )}
        {officers.length === 0 && choices && (
          <Paper withBorder p="lg" maw="28rem" component="section" aria-labelledby="sign-in">
            <Title order={2} size="h4" id="sign-in" mb="sm">{t('signIn.where')}</Title>
            <Stack gap="xs">
              {choices.issuers.map((issuer) => (
                <Button key={issuer.agency} size="md" justify="start" onClick={() => attempt(signInAt(issuer, location.pathname))}>{t('signIn.at', { agency: issuer.agency })}</Button>
              ))}
            </Stack>
          </Paper>
        )}
      </Stack>
    </Container>
  );
}

type Choice = { officer: DemoOfficer; choose: () => void };

// The button is called as the person is; the whole card is the button's.
function Card({ officer, choose }: Choice) {
  const id = useId();
  const { roleOf, seesOf } = useDemo();
  return (
    <Paper withBorder p="md" className="person">
      <Badge variant="light" size="sm">{officer.agency}</Badge>
      <UnstyledButton className="name" onClick={choose} aria-describedby={id}>{officer.name}</UnstyledButton>
      <div id={id}>
        <Text size="sm" fw={600}>{roleOf(officer.subject)}</Text>
        <Text size="sm" c="dimmed">{seesOf(officer.subject)}</Text>
      </div>
    </Paper>
  );
}

function Row({ officer, choose }: Choice) {
  const id = useId();
  const { roleOf, seesOf } = useDemo();
  return (
    <div className="person row">
      <UnstyledButton className="name" onClick={choose} aria-describedby={id}>{officer.name}</UnstyledButton>
      <Text size="xs" c="dimmed" id={id}>{[roleOf(officer.subject), seesOf(officer.subject)].filter(Boolean).join('. ')}</Text>
    </div>
  );
}
