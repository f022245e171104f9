import { ActionIcon, Menu, Popover, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconCheck, IconChevronDown, IconFilter, IconQuestionMark, IconX } from '@tabler/icons-react';
import { type KeyboardEvent, type Ref, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import './filter.css';
import { parse, parts, type Term, terms, withOnly, without, type Word } from './filter';

type Facet = { word: Word; label: string };

/**
 * One line that says which rows of a list are shown, in words of that list; what it says stands below as pieces to be taken out.
 * `onChange` gets what can be understood only.
 */
export function FilterBox({ label, words, value, onChange, facets = [], help, box }: {
  label: string; words: readonly Word[]; value: string; onChange: (said: string) => void;
  facets?: readonly Facet[]; help: (word: string) => string; box?: Ref<HTMLInputElement>;
}) {
  const { t, i18n } = useTranslation();
  const language = i18n.language === 'fr' ? 1 : 0;
  const [said, setSaid] = useState(value);
  const last = useRef(value);
  useEffect(() => {
    // From elsewhere: the address, a facet, the histogram. What is being typed is not disturbed by its own echo.
    if (value !== last.current) setSaid(value);
    last.current = value;
  }, [value]);

  const { tree, wrong } = useMemo(() => parse(said, words), [said, words]);
  const tell = (next: string) => {
    last.current = next;
    onChange(next);
  };
  const tellSoon = useDebouncedCallback(tell, 200);
  const type = (next: string) => {
    setSaid(next);
    if (parse(next, words).wrong) tellSoon.cancel(); // half of a word is not what was meant
    else tellSoon(next.trim());
  };
  const put = (next: string) => {
    setSaid(next);
    if (!parse(next, words).wrong) tell(next);
  };
  const keys = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Escape') event.currentTarget.blur();
    if (event.key === 'Enter' && !wrong) tell(said.trim());
  };

  return (
    <div className="filter" role="search" aria-label={label}>
      <div className="filter-line">
        <TextInput
          ref={box} aria-label={label} placeholder={label} value={said} className="grow" aria-keyshortcuts="/" spellCheck={false} autoComplete="off"
          leftSection={<IconFilter size={16} aria-hidden />} onKeyDown={keys} onChange={(event) => type(event.currentTarget.value)}
          error={wrong && t(`filter.wrong.${wrong.wrong}`, { said: wrong.said, word: wrong.word }) + (wrong.near ? ` ${t('filter.near', { near: wrong.near })}` : '')}
          rightSectionWidth={said ? 60 : 32}
          rightSection={(
            <>
              {said && <ActionIcon variant="subtle" color="gray" aria-label={t('faces.clear')} onClick={() => put('')}><IconX size={14} aria-hidden /></ActionIcon>}
              <Words words={words} help={help} language={language} />
            </>
          )}
        />
        {facets.map(({ word, label: name }) => word.kind === 'one' && (
          <Menu key={word.key} position="bottom-end">
            <Menu.Target>
              <button type="button" className="facet">{name} <IconChevronDown size={14} aria-hidden /></button>
            </Menu.Target>
            <Menu.Dropdown>
              {word.values.map((one) => {
                const on = terms(tree).some((term) => term.word === word.key && term.value === one.key);
                return (
                  <Menu.Item
                    key={one.key} role="menuitemcheckbox" aria-checked={on} leftSection={on ? <IconCheck size={14} aria-hidden /> : <span className="no-check" />}
                    onClick={() => put(withOnly(said, words, word, language, on ? undefined : one.names[language]))}
                  >
                    {one.names[language]}
                  </Menu.Item>
                );
              })}
            </Menu.Dropdown>
          </Menu>
        ))}
      </div>
      {tree && (
        <ul className="pieces" aria-label={t('filter.pieces')}>
          {parts(tree).map((part) => {
            const piece = said.slice(part.from, part.to);
            return (
              <li key={`${part.from}${piece}`} className="piece">
                <span>{piece}</span>
                <button type="button" aria-label={t('filter.remove', { piece })} onClick={() => put(without(said, part))}><IconX size={12} aria-hidden /></button>
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}

function Words({ words, help, language }: { words: readonly Word[]; help: (word: string) => string; language: 0 | 1 }) {
  const { t } = useTranslation();
  return (
    <Popover position="bottom-end" width={420} withArrow shadow="md">
      <Popover.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('filter.help')}><IconQuestionMark size={16} aria-hidden /></ActionIcon>
      </Popover.Target>
      <Popover.Dropdown className="filter-help">
        <p>{t('filter.grammar')}</p>
        <table>
          <thead><tr><th scope="col">{t('filter.word')}</th><th scope="col">{t('filter.meaning')}</th></tr></thead>
          <tbody>
            {words.map((word) => {
              const [mine, other] = [word.names[language], word.names[1 - language]!];
              return (
                <tr key={word.key}>
                  <th scope="row"><code>{mine}:</code>{other !== mine && <code className="other">{other}:</code>}</th>
                  <td>{help(word.key)}{word.kind === 'one' && <span className="values">{word.values.map((value) => value.names[language]).join(' · ')}</span>}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Popover.Dropdown>
    </Popover>
  );
}

export type { Term, Word };
