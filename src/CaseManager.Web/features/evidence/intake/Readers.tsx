import { useTranslation } from 'react-i18next';
import { OfficersSelect } from '../../../records/OfficerSelect';

/** Who may read it, by name; whoever records it always may. */
export function Readers({ value, put, error }: { value: string[]; put: (ids: string[]) => void; error?: string }) {
  const { t } = useTranslation();
  return <OfficersSelect size="md" label={t('intake.readers')} description={t('intake.readersHint')} required value={value} onChange={put} error={error} />;
}
