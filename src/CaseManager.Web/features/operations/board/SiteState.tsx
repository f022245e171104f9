import { IconBan, IconCircleCheckFilled, IconCircleDashed, IconCircleXFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Readiness } from '../../../gql/graphql';

export const stateIcons = { READY: IconCircleCheckFilled, NOT_READY: IconCircleXFilled, AWAITED: IconCircleDashed, WITHDRAWN: IconBan } as const;

/** Whether a site is ready: by word, symbol and colour. */
export function SiteState({ of }: { of: Readiness }) {
  const { t } = useTranslation();
  const Icon = stateIcons[of];
  return <span className="state" data-state={of}><Icon size="1.15em" aria-hidden /> {t(`readiness.${of}`)}</span>;
}
