import { Checkbox, Textfield } from '@digdir/designsystemet-react';
import { type ReactNode, type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface PasswordFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (password: string) => void;
  /** Whether it is chosen now, and not one from before. */
  readonly isNew?: boolean;
  readonly error?: ReactNode;
  readonly ref?: RefObject<HTMLInputElement | null>;
  readonly 'data-first-focus'?: boolean;
}

/** A field for a password, which one may look at: nobody writes four words blindly on a phone. */
export function PasswordField({ label, value, onChange, isNew = false, error, ref, ...rest }: PasswordFieldProps) {
  const { t } = useTranslation('account');
  const [isShown, setIsShown] = useState(false);
  return (
    <div className="passwordField">
      <Textfield
        {...rest}
        {...(ref && { ref })}
        label={label}
        {...(isNew && { description: t('passwordHelp') })}
        type={isShown ? 'text' : 'password'}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        error={error}
        autoComplete={isNew ? 'new-password' : 'current-password'}
        autoCapitalize="none"
        spellCheck={false}
      />
      <Checkbox label={t('showPassword')} checked={isShown} onChange={(event) => setIsShown(event.target.checked)} />
    </div>
  );
}
