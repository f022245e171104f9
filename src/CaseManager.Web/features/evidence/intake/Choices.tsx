import { UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';

/** One of several, each as large as a thumb. */
export function Choices<T extends string>({ label, all, value, choose }: {
  label: string; all: readonly { value: T; label: string; icon?: ReactNode }[]; value?: T; choose: (value: T) => void;
}) {
  return (
    <fieldset className="choices">
      <legend>{label}</legend>
      {all.map((one) => (
        <UnstyledButton key={one.value} type="button" className="choice" aria-pressed={one.value === value} onClick={() => choose(one.value)}>
          {one.icon} {one.label}
        </UnstyledButton>
      ))}
    </fieldset>
  );
}
