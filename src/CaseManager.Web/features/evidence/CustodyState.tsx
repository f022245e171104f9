import { useTranslation } from 'react-i18next';
import type { ExhibitStatus } from '../../gql/graphql';

/** Whether it is in somebody's keeping or on its way, by word and sign. */
export function CustodyState({ status, overdue }: { status: ExhibitStatus; overdue: boolean }) {
  const { t } = useTranslation();
  return (
    <span className="custody" data-state={overdue ? 'OVERDUE' : status}>
      <span aria-hidden>{overdue ? '⚠' : status === 'IN_TRANSIT' ? '⇄' : '●'}</span> {t(`exhibitStatus.${status}`)}{overdue && `, ${t('exhibits.overdue')}`}
    </span>
  );
}
