import { useState } from 'react';
import type { Outcome } from '../../../records/trouble';

/** The version that the person saw when the form was opened; after a refusal for age, the one they were shown then. */
export function useSeen(version: number, outcome?: Outcome) {
  const [opened] = useState(version);
  return outcome?.stale ? Number(outcome.stale.version) : opened;
}
