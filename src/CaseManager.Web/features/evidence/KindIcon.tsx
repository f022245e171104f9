import { IconCar, IconCash, IconDatabase, IconDeviceMobile, IconDna2, IconFileText, IconFlask, IconPackage, IconSword, IconTool } from '@tabler/icons-react';
import type { ExhibitKind } from '../../gql/graphql';

const icons = {
  BIOLOGICAL: IconDna2, CASH: IconCash, DIGITAL_DATA: IconDatabase, DIGITAL_DEVICE: IconDeviceMobile, DOCUMENT: IconFileText,
  EQUIPMENT: IconTool, OTHER: IconPackage, SUBSTANCE: IconFlask, VEHICLE: IconCar, WEAPON: IconSword,
} as const;

export const kinds = Object.keys(icons) as ExhibitKind[];

/** What sort of thing it is, for the eye only: the word stands beside it. */
export function KindIcon({ kind, size = 16 }: { kind: ExhibitKind; size?: number }) {
  const Icon = icons[kind];
  return <Icon size={size} aria-hidden className="kind" />;
}
