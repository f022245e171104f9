import { Button, Card, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql, read, type FragmentType } from '../../../gql';
import type { InterestAnswer } from '../../../gql/graphql';
import { ActForm } from '../../../records/ActForm';
import { OfficerName } from '../../../records/OfficerName';
import { useAct } from '../../../records/useAct';
import { LinkTo } from '../../../ui/LinkTo';
import { When } from '../../../ui/When';

export const MatchedInterest = graphql(`
  fragment MatchedInterest on InterestMatch {
    id words purpose until foundAt answer said answeredAt
    asker { id name } askerAgency { id code } answeredBy { id name }
    case { id number title } entries { id text } exhibits { id number }
  }
`);
const Answer = graphql(`mutation AnswerInterest($input: AnswerInterestInput!) { answerInterest(input: $input) { version errors { ...Trouble } } }`);

/** That somebody looks out for what a case holds which one leads. They do not know of it before one turns to them. */
export function Match({ of, again }: { of: FragmentType<typeof MatchedInterest>; again: () => void }) {
  const { t } = useTranslation();
  const [doing, setDoing] = useState<InterestAnswer>();
  const answer = useAct(Answer);
  const one = read(MatchedInterest, of);
  const begin = (how: InterestAnswer) => { answer.forget(); setDoing(how); };
  return (
    <Card component="li" withBorder padding="sm" bg="var(--mantine-color-body)" aria-label={one.words}>
      <Group justify="space-between" align="start">
        <div>
          <Text fw={600}>{one.words}</Text>
          <Text size="sm">{one.purpose}</Text>
          <Text size="sm" c="dimmed"><OfficerName of={one.asker} agency={one.askerAgency} /> · {t('interests.until')} <When at={one.until} /></Text>
          <Text size="sm">{t('interests.in')} {one.case && <LinkTo to="/cases/$number" params={{ number: one.case.number }}>{one.case.number} {one.case.title}</LinkTo>}</Text>
          {one.entries.map((entry) => entry && one.case && (
            <Text key={entry.id} size="sm"><LinkTo to="/cases/$number/timeline" params={{ number: one.case.number }} search={{ entry: entry.id }}>{entry.text}</LinkTo></Text>
          ))}
          {one.exhibits.map((exhibit) => exhibit && <Text key={exhibit.id} size="sm"><LinkTo to="/exhibits/$id" params={{ id: exhibit.id }}>{exhibit.number}</LinkTo></Text>)}
        </div>
        {one.answer ? (
          <Text size="sm" maw="24rem">
            <strong>{t(`interests.answered.${one.answer}`)}</strong> <OfficerName of={one.answeredBy} /> {one.answeredAt && <When at={one.answeredAt} />}<br />{one.said}
          </Text>
        ) : (
          <Group gap="xs" className="no-print">
            <Button size="xs" onClick={() => begin('CONTACT')} aria-label={`${t('interests.answer.CONTACT')}: ${one.words}`}>{t('interests.answer.CONTACT')}</Button>
            <Button size="xs" variant="default" onClick={() => begin('DISMISS')} aria-label={`${t('interests.answer.DISMISS')}: ${one.words}`}>{t('interests.answer.DISMISS')}</Button>
          </Group>
        )}
      </Group>
      {doing && (
        <ActForm
          title={t(`interests.answer.${doing}`)} does={t(`interests.answer.${doing}`)} {...answer} close={(done) => { setDoing(undefined); if (done) again(); }}
          fields={[{ name: 'message', label: t(`interests.message.${doing}`), hint: t(`interests.messageHint.${doing}`), kind: 'long' }]}
          act={({ message }) => answer.act({ match: one.id, answer: doing, message: message! })}
        />
      )}
    </Card>
  );
}
