import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clock } from '../../ui/When';

/** On paper only: who printed the sheet, when, and how old what it says is; room for signatures. */
export function SheetFoot({ by, asOf }: { by?: string; asOf?: string }) {
  const { t, i18n } = useTranslation();
  const [at, setAt] = useState(() => new Date().toISOString());
  useEffect(() => {
    const printed = () => setAt(new Date().toISOString());
    addEventListener('beforeprint', printed);
    return () => removeEventListener('beforeprint', printed);
  }, []);
  return (
    <footer className="print-only sheet-foot">
      <p>{t('exhibit.printed', { name: by ?? '—', at: clock(i18n.language, at, undefined, true) })} {asOf && t('exhibit.asRecorded', { at: clock(i18n.language, asOf, undefined, true) })}</p>
      <div className="signatures"><span>{t('exhibit.signature')}</span><span>{t('exhibit.signature')}</span></div>
    </footer>
  );
}
