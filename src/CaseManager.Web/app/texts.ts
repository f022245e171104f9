import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../ui/language';
import type admin from '../features/admin/texts/en.json';
import type evidence from '../features/evidence/texts/en.json';
import type help from '../features/help/texts/en.json';
import type oversight from '../features/oversight/texts/en.json';
import type operations from '../features/operations/texts/en.json';
import type settings from '../features/settings/texts/en.json';
import type sharing from '../features/sharing/texts/en.json';
import type supervision from '../features/supervision/texts/en.json';
import type en from './texts/all.en';

const key = 'casemanager.language';

const loads: Record<Language, () => Promise<{ default: object }>> = {
  en: () => import('./texts/all.en'),
  fr: () => import('./texts/all.fr'),
};

// Texts that come with the first page that says them.
const later = {
  admin: { en: () => import('../features/admin/texts/en.json'), fr: () => import('../features/admin/texts/fr.json') },
  evidence: { en: () => import('../features/evidence/texts/en.json'), fr: () => import('../features/evidence/texts/fr.json') },
  help: { en: () => import('../features/help/texts/en.json'), fr: () => import('../features/help/texts/fr.json') },
  operations: { en: () => import('../features/operations/texts/en.json'), fr: () => import('../features/operations/texts/fr.json') },
  oversight: { en: () => import('../features/oversight/texts/en.json'), fr: () => import('../features/oversight/texts/fr.json') },
  settings: { en: () => import('../features/settings/texts/en.json'), fr: () => import('../features/settings/texts/fr.json') },
  sharing: { en: () => import('../features/sharing/texts/en.json'), fr: () => import('../features/sharing/texts/fr.json') },
  supervision: { en: () => import('../features/supervision/texts/en.json'), fr: () => import('../features/supervision/texts/fr.json') },
};
type Part = keyof typeof later;
const needed = new Set<Part>();
const had = new Set<string>();

function preferred(): Language {
  const chosen = localStorage.getItem(key) ?? navigator.language.slice(0, 2);
  return chosen === 'fr' ? 'fr' : 'en';
}

export async function startTexts() {
  await i18next.use(initReactI18next).init({
    fallbackLng: false,
    resources: {},
    interpolation: { escapeValue: false }, // React escapes.
    returnNull: false,
    react: { bindI18nStore: 'added' }, // words that come later show when they do
  });
  await speak(preferred());
}

/** The whole app in that language, now and when it is opened again. */
export async function speak(language: Language) {
  if (!i18next.hasResourceBundle(language, 'translation')) {
    i18next.addResourceBundle(language, 'translation', (await loads[language]()).default);
  }
  await Promise.all([...needed].map((part) => add(part, language)));
  await i18next.changeLanguage(language);
  localStorage.setItem(key, language);
  document.documentElement.lang = language;
}

/** A page together with the texts of its own. */
export async function withTexts<Page>(part: Part, page: Promise<Page>): Promise<Page> {
  needed.add(part);
  const [loaded] = await Promise.all([page, add(part, i18next.language === 'fr' ? 'fr' : 'en')]);
  return loaded;
}

async function add(part: Part, language: Language) {
  if (had.has(`${part} ${language}`)) return;
  i18next.addResourceBundle(language, 'translation', (await later[part][language]()).default, true);
  had.add(`${part} ${language}`);
}

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof en & typeof admin & typeof evidence & typeof help & typeof operations & typeof oversight & typeof settings & typeof sharing & typeof supervision };
  }
}
