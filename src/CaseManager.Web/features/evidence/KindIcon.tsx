import { IconCar, IconCash, IconDatabase, IconDeviceMobile, IconDna2, IconFileText, IconFlask, IconPackage, IconSword, IconTool } from '@tabler/icons-react';
import type { ExhibitKind } from '../../gql/graphql';

const icons = {
  SUBSTANCE: IconFlask, DIGITAL_DEVICE: IconDeviceMobile, DIGITAL_DATA: IconDatabase, DOCUMENT: IconFileText, CASH: IconCash,
  WEAPON: IconSword, VEHICLE: IconCar, EQUIPMENT: IconTool, BIOLOGICAL: IconDna2, OTHER: IconPackage,
} as const;

export const kinds = Object.keys(icons) as ExhibitKind[];

/** What sort of thing it is, for the eye only: the word stands beside it. */
export function KindIcon({ kind, size = 16 }: { kind: ExhibitKind; size?: number }) {
  const Icon = icons[kind];
  return <Icon size={size} aria-hidden className="kind" />;
}
