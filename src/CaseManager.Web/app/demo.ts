import { useTranslation } from 'react-i18next';

/** Those whose day the demonstration tells, in its order. */
export const leads = ['maya.roy', 'amara.okafor', 'jules.bedard', 'nadia.haddad'];

/** What is told of the people and agencies of the demonstration, where something is. */
export function useDemo() {
  const { t, i18n } = useTranslation();
  const told = (key: string) => (i18n.exists(key) ? t(key as never) as string : '');
  const person = (subject: string) => (subject.startsWith('registrar.') ? 'registrar' : subject.replace('.', '-'));
  return {
    roleOf: (subject: string) => told(`demo.role.${person(subject)}`),
    seesOf: (subject: string) => told(`demo.sees.${person(subject)}`),
    agencyOf: (code: string) => told(`demo.agency.${code}`),
  };
}
