import { Textfield } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';

interface NextDateFieldProps {
  /** 'YYYY-MM-DD'; '' where it is not agreed. */
  readonly value: string;
  readonly onChange: (day: string) => void;
}

/** When they meet again. */
export function NextDateField({ value, onChange }: NextDateFieldProps) {
  const { t } = useTranslation('meeting');
  return (
    <div data-field="nextDate">
      <Textfield
        className="meeting-date"
        type="date"
        label={t('next')}
        value={value}
        min="2000-01-01"
        max="2199-12-31"
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
