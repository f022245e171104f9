import { createContext, useContext } from 'react';

export const languages = ['en', 'fr'] as const;
export type Language = (typeof languages)[number];

/** Each language by its own name. */
export const languageNames: Record<Language, string> = { en: 'English', fr: 'Français' };

/** Whose manner of writing dates, numbers and lists goes with a language here. */
export const localeOf = (language: string) => (language === 'fr' ? 'fr-CA' : 'en-CA');

export const SpeakContext = createContext<(language: Language) => Promise<void>>(() => Promise.resolve());

/** Puts the whole app in another language. */
export const useSpeak = () => useContext(SpeakContext);
