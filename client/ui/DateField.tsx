import { Textfield } from '@digdir/designsystemet-react';
import { isDay } from '@duken/shared/board';
import { type ReactNode, useState } from 'react';

interface DateFieldProps {
  readonly label: string;
  /** 'YYYY-MM-DD'; '' or half a date while it is typed. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: ReactNode;
  /** Said of what is no whole day. */
  readonly missing?: string;
  readonly className?: string;
  readonly 'data-first-focus'?: boolean;
}

/**
 * Asks for a day. A year is typed by way of 0002, 0020 and 0202: nothing is wrong with what stands there before somebody has
 * left the field.
 */
export function DateField({ value, onChange, error, missing, ...rest }: DateFieldProps): ReactNode {
  const [isTyping, setIsTyping] = useState(false);
  const lacks = missing !== undefined && !isTyping && !isDay(value) ? missing : undefined;
  return (
    <Textfield
      {...rest}
      type="date"
      value={value}
      min="2000-01-01"
      max="2199-12-31"
      error={error || lacks}
      onFocus={() => setIsTyping(true)}
      onBlur={() => setIsTyping(false)}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
