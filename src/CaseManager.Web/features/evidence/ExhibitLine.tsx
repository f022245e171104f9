import { Text } from '@mantine/core';
import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql, read, type FragmentType } from '../../gql';
import { Ago } from '../../ui/Ago';
import { LinkTo } from '../../ui/LinkTo';
import { TlpBadge } from '../../ui/Marking';
import { CustodyState } from './CustodyState';
import { KindIcon } from './KindIcon';

export const ExhibitLineShown = graphql(`
  fragment ExhibitLine on Exhibit {
    id number item description kind status seal place due overdue provisional tlp heldSince
    case { id number } holder { id name } holderAgency { id code } offeredTo { id name }
  }
`);

/** One exhibit of a list; on a narrow page what has no column of its own stands under the description. */
export function ExhibitLine({ line, all, row }: { line: FragmentType<typeof ExhibitLineShown>; all: boolean; row: ComponentProps<'tr'> }) {
  const { t } = useTranslation();
  const exhibit = read(ExhibitLineShown, line);
  const due = exhibit.due && <><Text span size="xs" c="dimmed">{t('exhibits.answerDue')}</Text> <Ago at={exhibit.due} /></>;
  const holder = <>{exhibit.holder?.name ?? '—'} <Text span size="xs" c="dimmed">{exhibit.holderAgency?.code}</Text></>;
  return (
    <tr {...row} className="row">
      <th scope="row">
        <LinkTo to="/exhibits/$id" params={{ id: exhibit.id }} fw={600} className="nowrap" tabIndex={-1}>
          {all ? exhibit.number.split('/').at(-1) : `E-${exhibit.item}`}
        </LinkTo>
        {all && <div className="quiet nowrap">{exhibit.case?.number}</div>}
      </th>
      <td>
        <div className="clamp">{exhibit.description}</div>
        <div className="quiet marks">
          <span className="sign"><KindIcon kind={exhibit.kind} /> {t(`exhibitKind.${exhibit.kind}`)}</span>
          <TlpBadge tlp={exhibit.tlp} />
          {exhibit.provisional && <span className="provisional">{t('exhibits.provisional')}</span>}
        </div>
        <div className="narrow quiet">{holder}{due && <> · {due}</>}</div>
      </td>
      <td>
        <CustodyState status={exhibit.status} overdue={exhibit.overdue} />
        {exhibit.offeredTo && <div className="quiet">{t('exhibits.offeredTo', { name: exhibit.offeredTo.name })}</div>}
      </td>
      <td className="wide">{holder}<div className="quiet">{due}</div></td>
      <td className="wide mono nowrap">{exhibit.seal}</td>
      <td className="wide"><div className="clamp quiet">{exhibit.place}</div></td>
    </tr>
  );
}
