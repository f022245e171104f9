import { Menu, Text, UnstyledButton } from '@mantine/core';
import { IconHelp, IconLogout, IconSettings, IconUserCircle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { graphql } from '../gql';
import { useBearer } from '../records/bearer';
import { useDemo } from './demo';
import { become, session, useChoices } from './session';

const Me = graphql(`query Me { me { id name agency { id code name } } }`);

/** Who one is; in the demo, whom one may be instead, on this very page. */
export function Who() {
  const { t } = useTranslation();
  const [{ data }] = useQuery({ query: Me });
  const bearer = useBearer();
  const [open, setOpen] = useState(false);
  const { officers } = useChoices(open);
  const { roleOf } = useDemo();
  const name = data?.me?.name ?? bearer.name;
  return (
    <Menu position="bottom-end" width={260} opened={open} onChange={setOpen}>
      <Menu.Target>
        <UnstyledButton className="who">
          <IconUserCircle size={22} aria-hidden className="narrow" />
          <span className="word">
            <Text size="sm" fw={600} truncate component="span" display="block">{name}</Text>{' '}
            <Text size="xs" c="dimmed" component="span" display="block">{data?.me?.agency?.code ?? bearer.agency}</Text>
          </span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{name}<br />{data?.me?.agency?.name}</Menu.Label>
        <Menu.Item component={Link} to="/settings" leftSection={<IconSettings size={16} aria-hidden />}>{t('nav.settings')}</Menu.Item>
        <Menu.Item component={Link} to="/help" leftSection={<IconHelp size={16} aria-hidden />}>{t('nav.help')}</Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={session.signOut}>{t('shell.signOut')}</Menu.Item>
        {officers.length > 0 && (
          <>
            <Menu.Divider />
            <Menu.Label>{t('shell.people')}</Menu.Label>
            <div className="officers">
              {officers.map((officer) => (
                <Menu.Item key={officer.subject} disabled={officer.name === bearer.name} onClick={() => void become(officer)}>
                  <Text size="sm">{officer.name}</Text>
                  <Text size="xs" c="dimmed">{[officer.agency, roleOf(officer.subject)].filter(Boolean).join(' · ')}</Text>
                </Menu.Item>
              ))}
            </div>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
