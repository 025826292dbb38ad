import { Textfield } from '@digdir/designsystemet-react';
import { cleanLine } from '@duken/shared/text';
import { type ChangeEvent, type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

interface LineFieldProps {
  readonly label: string;
  readonly description?: string;
  readonly error?: ReactNode;
  readonly value: string;
  readonly onChange: (event: ChangeEvent<HTMLInputElement>) => void;
  /** Longest line, in UTF-16 units, as the API takes it. */
  readonly longest: number;
  readonly autoComplete: string;
  readonly type?: 'email';
  readonly autoFocus?: boolean;
  readonly 'data-size'?: 'lg';
  readonly 'data-first-focus'?: boolean;
  readonly ref?: RefObject<HTMLInputElement | null>;
}

/**
 * A field for a name or a title. `maxLength` would cut what is pasted without a word: here all of it stands until who wrote it
 * has made it shorter, and the form is not sent before.
 */
export function LineField({ longest, error, ref, ...rest }: LineFieldProps): ReactNode {
  const { t } = useTranslation('common');
  const over = cleanLine(rest.value).length - longest;
  const isTooLong = over > 0;
  const own = useRef<HTMLInputElement>(null);
  const field = ref ?? own;
  useEffect(() => {
    const form = isTooLong ? field.current?.form : undefined;
    if (!form) return undefined;
    // Before the form's own: whoever made the form need not remember to ask.
    const hold = (event: Event): void => {
      event.preventDefault();
      event.stopPropagation();
      field.current?.focus();
    };
    form.addEventListener('submit', hold, { capture: true });
    return () => form.removeEventListener('submit', hold, { capture: true });
  }, [isTooLong, field]);
  return <Textfield {...rest} ref={field} error={isTooLong ? t('lineTooLong', { over, max: longest }) : error} />;
}
