import { ActionIcon, Anchor, AppShell, Burger, Group, Kbd, NavLink, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure, useHotkeys } from '@mantine/hooks';
import { spotlight } from '@mantine/spotlight';
import {
  IconBriefcase, IconBroadcast, IconBuilding, IconChartBar, IconDeviceDesktop, IconEye, IconHelp, IconLanguage, IconMoon, IconMoonStars, IconPackage, IconSearch, IconSettings, IconShare3, IconSun, IconSunrise, IconTerminal2, IconUsers,
} from '@tabler/icons-react';
import { Link, Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useOversight } from '../records/useOversight';
import { KeyHelp } from '../ui/KeyHelp';
import { type Key, useKeys } from '../ui/keys';
import { LineBanner } from '../ui/LineBanner';
import { MarkingBand, MarkingProvider } from '../ui/Marking';
import { PeekPanel, PeekProvider } from '../ui/Peek';
import { schemes, useScheme } from '../ui/scheme';
import { CommandMenu } from './CommandMenu';
import { speak } from './texts';
import { WaitingCount } from './WaitingCount';
import { Who } from './Who';

const places = [
  { to: '/', text: 'nav.myDay', icon: IconSunrise, keys: 'g h' },
  { to: '/cases', text: 'nav.cases', icon: IconBriefcase, keys: 'g c' },
  { to: '/exhibits', text: 'nav.exhibits', icon: IconPackage, keys: 'g e' },
  { to: '/operations', text: 'nav.operations', icon: IconBroadcast, keys: 'g o' },
  { to: '/supervision', text: 'nav.supervision', icon: IconChartBar, keys: 'g s' },
  { to: '/compartments', text: 'nav.sharing', icon: IconShare3, keys: 'g r' },
  { to: '/admin', text: 'nav.admin', icon: IconBuilding, keys: 'g a' },
] as const;

const overseen = { to: '/read-log', text: 'nav.readLog', icon: IconEye, keys: 'g w' } as const;
// Reached from the page of sharing, and by name.
const ofSharing = [
  { to: '/interests', text: 'nav.interests', icon: IconBroadcast, keys: 'g n' },
  { to: '/exposure', text: 'nav.exposure', icon: IconUsers, keys: 'g x' },
] as const;

const foot = [
  { to: '/settings', text: 'nav.settings', icon: IconSettings, keys: 'g ,' },
  { to: '/help', text: 'nav.help', icon: IconHelp, keys: 'g i' },
] as const;

/** What surrounds every page: where one is, who one is, and how what is shown may be handled. */
export function Shell() {
  const { t } = useTranslation();
  const [open, nav] = useDisclosure();
  const { readsLog } = useOversight();
  const mine = readsLog ? [...places, overseen] : places;
  const navigate = useNavigate();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const bare = useRouterState({ select: (state) => state.matches.some((match) => match.staticData.bare) });
  useHotkeys([['mod+K', () => spotlight.open()]], []);
  useKeys([
    ...[...mine, ...ofSharing, ...foot].map(({ to, text, keys }): Key => ({ keys, text: t(text), run: () => void navigate({ to }) })),
    { keys: '/', text: t('search.title'), run: () => void navigate({ to: '/search' }) },
  ]);

  if (bare) return <Bare />;
  return (
    <MarkingProvider>
      <PeekProvider>
      <a className="skip" href="#page">{t('shell.skip')}</a>
      <AppShell header={{ height: 76 }} footer={{ height: 24 }} navbar={{ width: 200, breakpoint: 'sm', collapsed: { mobile: !open } }} padding="md">
        <AppShell.Header>
          <MarkingBand place="top" />
          <Group h={52} px="md" justify="space-between" wrap="nowrap">
            <Group gap="sm" wrap="nowrap">
              <Burger opened={open} onClick={nav.toggle} hiddenFrom="sm" size="sm" aria-label={t('shell.menu')} />
              <Text fw={700} component={Link} to="/" className="plain">CaseManager</Text>
            </Group>
            <Group gap="xs" wrap="nowrap" className="tools">
              <UnstyledButton className="find" onClick={spotlight.open}>
                <IconSearch size={16} aria-hidden /> <span className="word">{t('shell.goTo')}</span> <Kbd size="xs" className="wide">Ctrl K</Kbd>
              </UnstyledButton>
              <LanguageSwitch />
              <SchemeSwitch />
              <Who />
            </Group>
          </Group>
        </AppShell.Header>
        <AppShell.Navbar p="xs" aria-label={t('shell.nav')}>
          {mine.map(({ to, text, icon: Icon }) => (
            <NavLink
              key={to} component={Link} to={to} label={t(text)} leftSection={<Icon size={18} aria-hidden />} onClick={nav.close}
              rightSection={to === '/' ? <WaitingCount /> : undefined}
              active={to === '/' ? path === '/' : path.startsWith(to)} aria-current={path === to ? 'page' : undefined}
            />
          ))}
          {foot.map(({ to, text, icon: Icon }, at) => (
            <NavLink
              key={to} component={Link} to={to} label={t(text)} leftSection={<Icon size={18} aria-hidden />} onClick={nav.close} mt={at === 0 ? 'auto' : undefined}
              active={path === to} aria-current={path === to ? 'page' : undefined}
            />
          ))}
          <NavLink component="a" href="/graphql" label="GraphiQL" leftSection={<IconTerminal2 size={18} aria-hidden />} />
        </AppShell.Navbar>
        <AppShell.Main id="page" tabIndex={-1}>
          <LineBanner />
          <Outlet />
          <PeekPanel />
        </AppShell.Main>
        <AppShell.Footer>
          <MarkingBand place="bottom" />
        </AppShell.Footer>
      </AppShell>
      <CommandMenu pages={[...mine, ...ofSharing, ...foot].map(({ to, text, icon: Icon, keys }) => ({ to, text: t(text), icon: <Icon size={18} aria-hidden />, keys }))} />
      <KeyHelp />
      </PeekProvider>
    </MarkingProvider>
  );
}

/** A page for a wall: how it may be handled stays, what one acts with does not. */
function Bare() {
  return (
    <MarkingProvider>
      <MarkingBand place="top" />
      <main className="bare"><Outlet /></main>
      <MarkingBand place="bottom" />
    </MarkingProvider>
  );
}

/** To the same page in the other official language. */
function LanguageSwitch() {
  const { t, i18n } = useTranslation();
  const other = i18n.language === 'fr' ? 'en' : 'fr';
  return (
    <Anchor component="button" type="button" size="sm" lang={other} onClick={() => void speak(other)} className="language">
      <IconLanguage size={16} aria-hidden /> <span className="word">{t('shell.otherLanguage')}</span>
    </Anchor>
  );
}

function SchemeSwitch() {
  const { t } = useTranslation();
  const [now, paint] = useScheme();
  const Icon = { auto: IconDeviceDesktop, light: IconSun, dark: IconMoon, night: IconMoonStars }[now];
  const next = () => paint(schemes[(schemes.indexOf(now) + 1) % schemes.length]!);
  return (
    <ActionIcon variant="subtle" color="gray" onClick={next} className="wide" aria-label={t(`shell.scheme.${now}`)} title={t(`shell.scheme.${now}`)}>
      <Icon size={18} aria-hidden />
    </ActionIcon>
  );
}
