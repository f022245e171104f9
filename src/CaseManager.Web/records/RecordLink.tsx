import { useTranslation } from 'react-i18next';
import { read, type FragmentType } from '../gql';
import { LinkTo } from '../ui/LinkTo';
import { nameOf, placeOf, RecordNamed } from './place';

/** A record by the name people call it, leading to its page. */
export function RecordLink({ of }: { of: FragmentType<typeof RecordNamed> }) {
  const { t } = useTranslation();
  const record = read(RecordNamed, of);
  const place = placeOf(record);
  const name = nameOf(t, record);
  return place ? <LinkTo {...place} underline="always">{name}</LinkTo> : <>{name}</>;
}
