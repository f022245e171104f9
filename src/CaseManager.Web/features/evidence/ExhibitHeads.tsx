import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Sort } from './exhibitFilter';

const heads: { column: Sort; wide?: boolean; also?: Sort }[] = [
  { column: 'number' }, { column: 'kind' }, { column: 'status' }, { column: 'holderAgency', wide: true, also: 'due' }, { column: 'seal', wide: true }, { column: 'place', wide: true },
];

/** The heads of the table; each sorts by its column, once more the other way. */
export function ExhibitHeads({ sort, change }: { sort?: string; change: (sort?: string) => void }) {
  const { t } = useTranslation();
  const by = (column: Sort) => (sort === column ? 'ascending' : sort === `-${column}` ? 'descending' : undefined);
  const next = (column: Sort) => ({ none: column, ascending: `-${column}`, descending: undefined })[by(column) ?? 'none'];
  const Head = ({ column }: { column: Sort }) => (
    <UnstyledButton onClick={() => change(next(column))} className="sort">
      {t(`exhibits.head.${column}`)} <span aria-hidden>{{ ascending: '↑', descending: '↓', none: '' }[by(column) ?? 'none']}</span>
    </UnstyledButton>
  );
  return (
    <thead>
      <tr>
        {heads.map(({ column, wide, also }) => (
          <th key={column} scope="col" className={wide ? 'wide' : undefined} aria-sort={by(column) ?? (also && by(also))}>
            <Head column={column} />{also && <> · <Head column={also} /></>}
          </th>
        ))}
      </tr>
    </thead>
  );
}
