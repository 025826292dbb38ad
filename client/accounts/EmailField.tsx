import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { LineField } from '../ui/index.ts';

interface EmailFieldProps {
  readonly label?: string;
  readonly value: string;
  readonly onChange: (email: string) => void;
  readonly fault: 'emailMissing' | 'emailOdd' | undefined;
  readonly autoFocus?: boolean;
  readonly autoComplete?: string;
  readonly ref?: RefObject<HTMLInputElement | null>;
}

export function EmailField({ label, value, onChange, fault, autoComplete = 'username', ...rest }: EmailFieldProps) {
  const { t } = useTranslation('account');
  return (
    <LineField
      {...rest}
      type="email"
      label={label ?? t('email')}
      error={fault && t(fault)}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      longest={200}
      autoComplete={autoComplete}
    />
  );
}

/** What is wrong with an address, as far as can be seen without sending to it. */
export function emailFault(email: string): 'emailMissing' | 'emailOdd' | undefined {
  if (email.trim() === '') return 'emailMissing';
  return /^[^\s@]+@[^\s@]+$/.test(email.trim()) ? undefined : 'emailOdd';
}
