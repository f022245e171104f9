import i18next from 'i18next';

// Many sentences, of which most people read few: they come with the first refusal.
const loads = {
  en: () => import('./texts/refusals.en.json'),
  fr: () => import('./texts/refusals.fr.json'),
};

/** Has the sentences for refusals ready in the language that is read. */
export async function needSentences() {
  const language = i18next.language === 'fr' ? 'fr' : 'en';
  if (i18next.exists('refusal.record.unknown')) return;
  i18next.addResourceBundle(language, 'translation', (await loads[language]()).default, true);
}
