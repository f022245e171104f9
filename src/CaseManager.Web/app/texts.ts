import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../ui/language';
import type en from './texts/all.en';

const key = 'casemanager.language';

const loads: Record<Language, () => Promise<{ default: object }>> = {
  en: () => import('./texts/all.en'),
  fr: () => import('./texts/all.fr'),
};

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
  await i18next.changeLanguage(language);
  localStorage.setItem(key, language);
  document.documentElement.lang = language;
}

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof en };
  }
}
