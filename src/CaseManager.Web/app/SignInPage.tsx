import { Alert, Button, Container, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Loading } from '../ui/Faces';
import { become, finishSignIn, signInAt, signInChoices, type DemoOfficer, type SignInChoices } from './session';
import { speak } from './texts';

/** Who asks: by the agency's own identity provider, or in the demo by choosing. */
export function SignInPage() {
  const { t, i18n } = useTranslation();
  const [choices, setChoices] = useState<SignInChoices>();
  const [problem, setProblem] = useState<string>();
  const other = i18n.language === 'fr' ? 'en' : 'fr';

  useEffect(() => {
    const start = location.pathname === '/signed-in' ? finishSignIn().then((to) => history.replaceState(null, '', to)) : Promise.resolve();
    start.then(signInChoices).then(setChoices, (fault: Error) => setProblem(fault.message));
  }, []);

  const attempt = (act: Promise<void>) => act.catch((fault: Error) => setProblem(fault.message));
  const byAgency = Object.entries(Object.groupBy(choices?.officers ?? [], (officer) => officer.agency)) as [string, DemoOfficer[]][];

  return (
    <Container size="md" py="xl" component="main">
      <Stack gap="lg">
        <Title order={1}>CaseManager</Title>
        <Button variant="subtle" size="compact-sm" lang={other} onClick={() => void speak(other)} className="start">{t('shell.otherLanguage')}</Button>
        {problem && <Alert color="red" title={t('signIn.failed')}>{problem}</Alert>}
        {!choices && !problem && <Loading />}
        {byAgency.length > 0 && (
          <>
            <Text>{t('signIn.demo')}</Text>
            <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }}>
              {byAgency.map(([agency, officers]) => (
                <Paper key={agency} withBorder p="sm" component="section" aria-labelledby={`agency-${agency}`}>
                  <Title order={2} size="h5" id={`agency-${agency}`}>{agency}</Title>
                  <Stack gap={4} mt="xs">
                    {officers.map((officer) => (
                      <Button key={officer.subject} variant="light" justify="start" size="compact-md" onClick={() => void attempt(become(officer))}>
                        {officer.name}
                      </Button>
                    ))}
                  </Stack>
                </Paper>
              ))}
            </SimpleGrid>
          </>
        )}
        {byAgency.length === 0 && choices?.issuers.map((issuer) => (
          <Button key={issuer.agency} onClick={() => void attempt(signInAt(issuer, location.pathname))}>{t('signIn.at', { agency: issuer.agency })}</Button>
        ))}
      </Stack>
    </Container>
  );
}
